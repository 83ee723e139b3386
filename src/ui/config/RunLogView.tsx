import { useRef, useState } from 'react'
import type { RunLog } from '../../usecases/run-setup'
import type { SetupMessages } from '../messages/setup.ja'
import { copyText } from '../shared/copy-text'
import { KucButton } from '../shared/kuc'

/** What a run has done, step by step, and the whole record to be copied. */
export function RunLogView({ log, messages }: { readonly log: RunLog; readonly messages: SetupMessages }) {
  const words = messages.setup
  const [copied, setCopied] = useState(false)
  const shown = useRef<HTMLTextAreaElement>(null)
  const text = JSON.stringify(log, null, 1)
  const copy = async () => {
    if (shown.current) setCopied((await copyText(text, shown.current)) === 'copied')
  }
  return (
    <details>
      <summary>{words.log}</summary>
      <table className="jn-plan">
        <thead>
          <tr>
            {(['step', 'at', 'seconds', 'result'] as const).map((column) => (
              <th key={column} scope="col">
                {words.logColumns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {log.steps.map(({ step, at, millis, result, detail }) => (
            <tr key={step}>
              <td>{words.step[step]}</td>
              <td>{new Date(at).toLocaleTimeString()}</td>
              <td>{(millis / 1000).toFixed(1)}</td>
              <td>
                {words.logResult[result]} {detail}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <KucButton text={copied ? words.logCopied : words.logCopy} type="normal" onClick={() => void copy()} />
      {/* Where the browser keeps pages off the clipboard, the text is selected here. */}
      <textarea ref={shown} className="jn-log-text" readOnly={true} aria-label={words.log} value={text} rows={4} />
    </details>
  )
}
