import { useCallback, useMemo, useState } from 'react'
import type { Assessment, AssessedItem } from '../../domain/assessment'
import type { Cell } from '../../domain/matrix-edit'
import type { MatrixChanges, Since } from '../../domain/matrix-changes'
import { CHANGE_KINDS, changesSince } from '../../domain/matrix-changes'
import type { RecordHistories } from '../../ports/record-histories'
import { useScreen } from '../shared/context'
import { useLoaded } from '../shared/load'
import { Failed, Loading } from '../shared/states'
import { ChangesPaper } from './ChangesPaper'
import { ChangesTable } from './ChangesTable'
import { Dialog } from './Dialog'

interface Props {
  readonly assessment: Assessment
  /** What the filter leaves, as read: what is not saved yet has not changed anything */
  readonly items: readonly AssessedItem[]
  readonly filtered: boolean
  /** The filter in words, for paper */
  readonly condition: string
  readonly histories: RecordHistories
  readonly goTo: (cell: Cell) => void
  readonly close: () => void
}

/** What has changed since the last agreement or since a day; and of which items nobody can tell. */
export function ChangesDialog({ assessment, items, filtered, condition, histories, goTo, close }: Props) {
  const { messages, today } = useScreen()
  const words = messages.matrixPapers
  const [since, setSince] = useState<Since>('agreement')
  const [day, setDay] = useState(today)
  const [printing, setPrinting] = useState(false)
  const [loaded, again] = useLoaded(useCallback(() => histories.ofAssessment(assessment), [histories, assessment]))
  const changes = useMemo((): MatrixChanges | null => {
    if (loaded.state !== 'loaded') return null
    return changesSince(items, new Map(loaded.value.map((history) => [history.recordId, history])), since)
  }, [loaded, items, since])
  const noPlace = loaded.state === 'loaded' && loaded.value.length > 0 && loaded.value.every(({ log }) => log === null)
  const said = since === 'agreement' ? words.sinceAgreement : words.sinceDay(since.day.replaceAll('-', '/'))
  return (
    <Dialog
      title={words.changes}
      close={close}
      actions={
        <>
          {changes !== null && changes.changes.length > 0 && (
            <button type="button" className="jn-button" onClick={() => setPrinting(true)}>
              {words.printChanges}
            </button>
          )}
          <button type="button" className="jn-button" onClick={close}>
            {messages.matrixEdit.close}
          </button>
        </>
      }
    >
      <fieldset className="jn-since">
        <legend>{words.since}</legend>
        <label>
          <input type="radio" name="jn-since" checked={since === 'agreement'} onChange={() => setSince('agreement')} /> {words.sinceAgreement}
        </label>
        <label>
          <input type="radio" name="jn-since" checked={since !== 'agreement'} onChange={() => setSince({ day })} /> {words.sinceADay}
        </label>
        <input
          type="date"
          max="9999-12-31"
          aria-label={words.day}
          value={day}
          onChange={(event) => {
            if (event.target.value === '') return
            setDay(event.target.value)
            setSince({ day: event.target.value })
          }}
        />
      </fieldset>
      {filtered && <p className="jn-quiet">{words.sheetFiltered}</p>}
      {loaded.state === 'loading' && <Loading />}
      {loaded.state === 'failed' && <Failed failure={loaded.failure} again={again} />}
      {noPlace && (
        <p className="jn-warning" role="alert">
          {words.noPlace}
        </p>
      )}
      {changes !== null && (
        <>
          <p role="status">
            {CHANGE_KINDS.map((kind) => `${words.changeKind[kind]} ${changes.changes.filter((change) => change.kind === kind).length}`).join('　')}　{words.unknownCount(changes.unknown.length)}
          </p>
          {items.length === 0 && <p>{messages.checklist.noMatch}</p>}
          {changes.unknown.length > 0 && changes.known === 0 && !noPlace && <p>{words.nothingAgreed}</p>}
          {changes.known > 0 && changes.changes.length === 0 && <p>{words.nothingChanged(changes.known)}</p>}
          <ChangesTable changes={changes.changes} goTo={goTo} />
          {changes.unknown.length > 0 && (
            <details>
              <summary>{words.unknownLead(changes.unknown.length)}</summary>
              <ul className="jn-warning-list">
                {changes.unknown.slice(0, SHOWN).map(({ item, history }) => (
                  <li key={item.recordId}>
                    {item.no} {item.title}　{history && words.lastChanged(history.changedOn.replaceAll('-', '/'), history.changedBy?.name ?? messages.none)}
                  </li>
                ))}
              </ul>
              {changes.unknown.length > SHOWN && <p>{messages.matrixEdit.more(changes.unknown.length - SHOWN)}</p>}
            </details>
          )}
          {printing && <ChangesPaper assessment={assessment} said={said} condition={condition} changes={changes} done={() => setPrinting(false)} />}
        </>
      )}
    </Dialog>
  )
}

/** More than anybody reads through; the counts are those of all. */
const SHOWN = 500
