import { useCallback } from 'react'
import type { Assessment, AssessedItemDetail } from '../../domain/assessment'
import type { ItemSurroundings, NamedItem } from '../../ports/item-surroundings'
import { useScreen } from '../shared/context'
import { SurveyFacts } from '../shared/ItemTexts'
import { useLoaded } from '../shared/load'

export interface TieProps {
  readonly item: AssessedItemDetail
  readonly assessment: Assessment | null
  readonly surroundings: ItemSurroundings
  readonly target: '_blank' | undefined
  readonly inChecklist: (parameters: Readonly<Record<string, string>>) => string | null
}

const NO_NAMES: ReadonlyMap<string, NamedItem> = new Map()

/** What the survey rests on; related items are links to their records, codes links to the checklist. */
export function SurveyOf({ item, assessment, surroundings, target, inChecklist }: TieProps) {
  const { messages, recordUrl } = useScreen()
  const ids = item.related.map(({ id }) => id).join(' ')
  const key = assessment && JSON.stringify(assessment)
  const [names] = useLoaded(
    useCallback(async () => (ids === '' || key === null ? NO_NAMES : surroundings.named(ids.split(' '), JSON.parse(key) as Assessment)), [surroundings, ids, key]),
  )
  const known = names.state === 'loaded' ? names.value : NO_NAMES
  return (
    <>
      <SurveyFacts
        item={item}
        mic={(code) => {
          const url = inChecklist({ mic: code })
          return url === null ? (
            code
          ) : (
            <a href={url} target={target} rel="noopener" title={messages.checklist.micHint(code)}>
              {code}
            </a>
          )
        }}
        related={(id) => {
          const named = known.get(id)
          return named ? (
            <a href={recordUrl(named.recordId)} target={target} rel="noopener">
              {named.no} {named.title}
            </a>
          ) : (
            id
          )
        }}
      />
      {names.state === 'failed' && (
        <p className="jn-quiet" role="alert">
          {messages.record.relatedUnread} {messages.failure[names.failure.kind]}
        </p>
      )}
    </>
  )
}
