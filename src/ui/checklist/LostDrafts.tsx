import { useEffect, useMemo, useRef, useState } from 'react'
import { changedFields } from '../../domain/answer'
import type { AssessedItem } from '../../domain/assessment'
import { useScreen } from '../shared/context'
import { Pair } from './Pair'
import type { Drafts } from './use-answer'
import { valueText } from './value-text'

/** What has been written into items that are gone from the list since: no word is lost without whoever wrote it having seen it. */
export function LostDrafts({ items, drafts }: { readonly items: readonly AssessedItem[]; readonly drafts: Drafts }) {
  const { messages } = useScreen()
  const words = messages.answer
  const [, setDropped] = useState(0)
  // The drafts of a tab may be of other assessments, too: those are not gone.
  const seen = useRef(new Set<string>())
  const present = useMemo(() => new Set(items.map(({ recordId }) => recordId)), [items])
  useEffect(() => {
    for (const recordId of present) seen.current.add(recordId)
  }, [present])
  const lost = [...drafts].filter(([recordId]) => seen.current.has(recordId) && !present.has(recordId))
  return (
    <div role="alert">
      {lost.map(([recordId, { base, mine }]) => (
        <section key={recordId} className="jn-warning" aria-label={words.goneTitle(base.no)}>
          <p>
            <strong>{words.goneTitle(`${base.no} ${base.title}`)}</strong>
          </p>
          <p>{words.goneText}</p>
          <dl className="jn-pairs">
            {changedFields(base, mine).map((field) => (
              <Pair key={field} name={words.field[field]}>
                {valueText(mine, field, messages)}
              </Pair>
            ))}
          </dl>
          <button
            type="button"
            className="jn-button"
            onClick={() => {
              drafts.delete(recordId)
              setDropped((n) => n + 1)
            }}
          >
            {words.goneDrop}
          </button>
        </section>
      ))}
    </div>
  )
}
