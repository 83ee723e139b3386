import { useRef, useState } from 'react'
import type { AssessedItem } from '../../domain/assessment'
import { letterParts } from '../../domain/inquiry-letter'
import { useScreen } from '../shared/context'
import { copyText } from '../shared/copy-text'

interface Props {
  readonly items: readonly AssessedItem[]
  readonly facility: string
  /** The state of the inquiry in words, to tell one letter from another */
  readonly name: string
}

/** A mail about these items to be copied and changed as one likes. Nothing is sent from here. */
export function InquiryLetter({ items, facility, name }: Props) {
  const { messages } = useScreen()
  const words = messages.letter
  const box = useRef<HTMLTextAreaElement>(null)
  const [said, setSaid] = useState<'copied' | 'selected' | null>(null)
  const parts = letterParts(items).flatMap(({ part, lines }) => ['', `【${messages.part[part]}】`, ...lines])
  const text = words.text(facility, String(items.length), parts.join('\n'))
  return (
    <details className="jn-letter">
      <summary>{words.open(items.length)}</summary>
      <p className="jn-quiet">{words.hint}</p>
      <textarea key={text} ref={box} className="jn-input" rows={12} aria-label={words.label(name)} defaultValue={text} />
      <p>
        <button type="button" className="jn-button jn-small" onClick={() => box.current && void copyText(box.current.value, box.current).then(setSaid)}>
          {words.copy}
        </button>{' '}
        <span role="status" className="jn-quiet">
          {said === 'copied' ? messages.copy.copied : said === 'selected' ? words.selected : ''}
        </span>
      </p>
    </details>
  )
}
