import { useScreen } from '../shared/context'
import { useModal } from '../shared/use-modal'

/** Names of keys are the same in every language. */
const KEYS = [
  ['arrows', ['↓', '↑']],
  ['step', ['j', 'k']],
  ['status', ['1', '…', '7']],
  ['owner', ['a']],
  ['target', ['d']],
  ['select', ['x', 'Shift+X']],
  ['save', ['Ctrl+S', '⌘+S']],
  ['search', ['/']],
  ['back', ['Esc']],
  ['help', ['?']],
] as const

/** Every key of the checklist, in a list. */
export function KeyHelp({ close }: { readonly close: () => void }) {
  const { messages } = useScreen()
  const words = messages.keys
  const modal = useModal(close)
  return (
    <dialog {...modal} className="jn-dialog" aria-label={words.title}>
      <h3>{words.title}</h3>
      <dl className="jn-keys">
        {KEYS.map(([what, keys]) => (
          <div key={what}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{words.does[what]}</dd>
          </div>
        ))}
      </dl>
      <p className="jn-quiet">{words.note}</p>
      <p className="jn-dialog-actions">
        <button type="button" className="jn-button" onClick={close}>
          {words.close}
        </button>
      </p>
    </dialog>
  )
}
