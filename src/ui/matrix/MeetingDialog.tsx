import { useState } from 'react'
import type { MatrixMeeting, Side } from '../../domain/matrix-meeting'
import { cellKey } from '../../domain/matrix-meeting'
import { useScreen } from '../shared/context'
import { Dialog } from './Dialog'
import { differing, halvesText, WHOLE } from './halves-text'

interface Props {
  readonly meeting: MatrixMeeting
  readonly choose: (choices: ReadonlyMap<string, Side>) => void
  readonly later: () => void
}

/** Two people have changed the same cells: both versions side by side, and one choice a cell. Nothing is chosen beforehand. */
export function MeetingDialog({ meeting, choose, later }: Props) {
  const { messages } = useScreen()
  const words = messages.matrixEdit
  const [choices, setChoices] = useState<ReadonlyMap<string, Side>>(new Map())
  const { disputed, lost } = meeting
  const decided = disputed.every((cell) => choices.has(cellKey(cell)))
  const all = (side: Side) => setChoices(new Map(disputed.map((cell) => [cellKey(cell), side])))
  return (
    <Dialog
      title={words.meetTitle}
      close={later}
      actions={
        <>
          <button type="button" className="jn-button" onClick={later}>
            {words.chooseLater}
          </button>
          <button type="button" className="jn-button jn-primary" disabled={!decided} onClick={() => choose(choices)}>
            {words.chooseDo}
          </button>
        </>
      }
    >
      {disputed.length > 0 && (
        <>
          <p>{words.meetLead(disputed.length)}</p>
          {disputed.length > 1 && (
            <p className="jn-choose-all">
              <button type="button" className="jn-button" onClick={() => all('mine')}>
                {words.allMine}
              </button>
              <button type="button" className="jn-button" onClick={() => all('theirs')}>
                {words.allTheirs}
              </button>
            </p>
          )}
          {disputed.map((cell) => {
            const key = cellKey(cell)
            const particulars = differing([cell.before, cell.mine, cell.theirs])
            return (
              <fieldset key={key} className="jn-dispute">
                <legend>
                  {cell.item.no} {cell.item.title} — {cell.party}
                  <span className="jn-unseen"> {words.keepWhich(cell.item.no, cell.party)}</span>
                </legend>
                <p className="jn-quiet">
                  {words.before}: {halvesText(cell.before, messages, particulars)}
                </p>
                {(['theirs', 'mine'] as const).map((side) => (
                  <label key={side}>
                    <input type="radio" name={key} checked={choices.get(key) === side} onChange={() => setChoices(new Map(choices).set(key, side))} />
                    <strong>{words[side]}</strong> {halvesText(cell[side], messages, particulars)}
                  </label>
                ))}
              </fieldset>
            )
          })}
        </>
      )}
      {lost.length > 0 && (
        <>
          <p>{words.meetLost(lost.length)}</p>
          <ul>
            {lost.map((cell) => (
              <li key={cellKey(cell)}>
                {cell.item.no} {cell.party}: {halvesText(cell.mine, messages, WHOLE)}
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}
