import { PARTS } from '../../domain/guideline'
import { useScreen } from '../shared/context'

/** On every page of paper: the editions that the verdicts on cybozu.com rest on, and that they are superseded. */
export function EditionsLine() {
  const { messages } = useScreen()
  return (
    <div className="jn-paper-line">
      <span>{messages.editionNotice}</span>
      {PARTS.map((part) => (
        <span key={part}>{messages.editions[part]}</span>
      ))}
    </div>
  )
}
