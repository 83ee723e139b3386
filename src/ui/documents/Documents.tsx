import { useMemo, useRef } from 'react'
import type { Assessment, AssessedItem } from '../../domain/assessment'
import { documentIndex, inquiryIndex } from '../../domain/document-index'
import type { Answers } from '../../ports/answers'
import type { AssessedItems } from '../../ports/assessed-items'
import type { Directory } from '../../ports/directory'
import { BulkBar } from '../checklist/BulkBar'
import { useDirectory } from '../checklist/use-directory'
import { useMayEditSome } from '../checklist/use-may-edit-some'
import { useSelection } from '../checklist/use-selection'
import { DocumentPapers } from '../papers/DocumentPapers'
import { useChecklistUrl } from '../shared/checklist-url'
import { useScreen } from '../shared/context'
import { DocumentTable } from './DocumentTable'
import './documents.css'
import { InquiryCounts, InquiryGroups } from './InquiryGroups'

interface Props {
  readonly assessment: Assessment
  readonly items: readonly AssessedItem[]
  /** Called with items as they have been read or saved here. */
  readonly update: (newer: readonly AssessedItem[]) => void
  readonly source: AssessedItems
  readonly answers: Answers
  readonly directory: Directory
}

/** How far the inquiries are, to be taken further here: they are what moves. Then which items rest on which public document. */
export function Documents({ assessment, items, update, source, answers, directory }: Props) {
  const { messages, today } = useScreen()
  const words = messages.documents
  const urlOf = useChecklistUrl()
  const documents = useMemo(() => documentIndex(items, today), [items, today])
  const inquiries = useMemo(() => inquiryIndex(items, today), [items, today])
  const asked = useMemo(() => inquiries.groups.flatMap((group) => group.items), [inquiries])
  const selection = useSelection(asked)
  const names = useDirectory(directory, items)
  const mayEdit = useMayEditSome(source, items)
  const byDocument = useRef<HTMLHeadingElement>(null)
  return (
    <div className="jn-documents">
      <DocumentPapers assessment={assessment} items={items} />
      <section aria-labelledby="jn-inquiries">
        <h2 id="jn-inquiries">{words.inquiries}</h2>
        <p>
          <button type="button" className="jn-link" onClick={() => byDocument.current?.focus()}>
            {words.toDocuments(documents.length)}
          </button>
        </p>
        <p className="jn-quiet">
          {words.inquiriesHint} {mayEdit && words.inquiriesHow}
        </p>
        <InquiryCounts index={inquiries} urlOf={urlOf} />
        {mayEdit && <BulkBar selection={selection} ports={{ source, answers }} names={names} first="inquiry" onNewer={update} onChanged={() => {}} />}
        <InquiryGroups index={inquiries} facility={assessment.facility} selection={mayEdit ? selection : null} urlOf={urlOf} />
      </section>
      <section aria-labelledby="jn-by-document">
        <h2 id="jn-by-document" ref={byDocument} tabIndex={-1}>{words.documents}</h2>
        <p className="jn-quiet">{words.documentsHint}</p>
        {documents.length === 0 ? <p>{words.noDocuments}</p> : <DocumentTable entries={documents} urlOf={urlOf} />}
      </section>
    </div>
  )
}
