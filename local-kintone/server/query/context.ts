import type { Field } from '../fields/field'
import type { Directory, User } from '../people/directory'
import type { StoredRecord } from '../records/stored-record'

/** The other side of a list of related records. */
export interface RelatedRecords {
  readonly form: readonly Field[]
  readonly context: QueryContext
  readonly of: (record: StoredRecord) => readonly StoredRecord[]
  /** Which of them may be found by a field, as its own rights have it; refuses a field that is hidden in all. */
  readonly foundBy: (code: string) => (record: StoredRecord) => boolean
}

/** Who asks and when: what LOGINUSER(), TODAY() and the like mean. */
export interface QueryContext {
  readonly user: User
  readonly directory: Directory
  readonly now: Date
  readonly fileName: (key: string) => string
  /** Names of the statuses, for queries on STATUS; null while process management is off. */
  readonly statuses: readonly string[] | null
  /** The records that a list of related records shows; null where nobody asks yet. */
  readonly related: ((list: Field) => RelatedRecords) | null
  /** What becomes of a person whom nobody is: a query is refused, a rule that was made long ago means nobody. */
  readonly unknownPeople: 'refused' | 'nobody'
}
