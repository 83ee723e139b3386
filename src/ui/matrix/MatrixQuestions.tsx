import type { Assessment, AssessedItem } from '../../domain/assessment'
import { filterToLink } from '../../domain/item-filter'
import { agreementOn, agreementWrites } from '../../domain/matrix-agree'
import type { Cell } from '../../domain/matrix-edit'
import { pendingCells } from '../../domain/matrix-edit'
import type { PastePlan } from '../../domain/matrix-paste'
import type { RecordHistories } from '../../ports/record-histories'
import { useScreen } from '../shared/context'
import { conditionText } from '../shared/FilterChips'
import { GuideDialog } from './GuideDialog'
import { LeaveDialog } from '../shared/LeaveDialog'
import { AgreeDialog } from './AgreeDialog'
import { ChangesDialog } from './ChangesDialog'
import { MeetingDialog } from './MeetingDialog'
import { PartySheetDialog } from './PartySheetDialog'
import { PasteDialog } from './PasteDialog'
import type { RowGroup } from './rows'
import type { MatrixEditing } from './use-matrix-edit'
import type { MatrixView } from './use-matrix-view'
import { WarningDialog } from './WarningDialog'

/** A question that somebody's own action has raised. Those that saving raises stand in the state of the save. */
export type Asking = { readonly what: 'agree'; readonly rows: RowGroup } | { readonly what: 'paste'; readonly plan: PastePlan } | { readonly what: 'leave' | 'warnings' | 'changes' | 'guide' } | { readonly what: 'sheet'; readonly party: string }

interface Props {
  readonly asking: Asking | null
  readonly ask: (asking: Asking | null) => void
  readonly edit: MatrixEditing
  readonly mayEdit: (item: AssessedItem) => boolean
  readonly assessment: Assessment
  /** As read */
  readonly items: readonly AssessedItem[]
  readonly histories: RecordHistories
  readonly view: MatrixView
  readonly mayWrite: boolean
  readonly goTo: (cell: Cell) => void
  readonly startEditing: () => void
  readonly stopEditing: () => void
}

/** The question that is open, if one is: at most one at a time. */
export function MatrixQuestions({ asking, ask, edit, mayEdit, assessment, items, histories, view, mayWrite, goTo, startEditing, stopEditing }: Props) {
  const { messages } = useScreen()
  const words = messages.matrixEdit
  const done = () => ask(null)
  const { save } = edit
  if (save.state === 'meeting' && save.open) return <MeetingDialog meeting={save.meeting} choose={edit.choose} later={() => edit.showMeeting(false)} />
  if (save.state === 'asking') {
    const actions = (
      <>
        <button type="button" className="jn-button" onClick={edit.goBack}>
          {words.back}
        </button>
        <button type="button" className="jn-button jn-primary" onClick={() => edit.submit(true)}>
          {words.saveAnyway}
        </button>
      </>
    )
    return <WarningDialog key="asking" title={words.askTitle} lead={words.askLead(save.warnings.length)} warnings={save.warnings} goTo={goTo} close={edit.goBack} actions={actions} />
  }
  switch (asking?.what) {
    case undefined:
      return null
    case 'agree': {
      const items = asking.rows.rows.map(({ item }) => item).filter(mayEdit)
      const agree = (day: string, who: string) => {
        edit.write(agreementWrites(items, day, who))
        done()
      }
      return <AgreeDialog section={asking.rows.section ?? messages.part[asking.rows.part]} agreement={agreementOn(items)} agree={agree} cancel={done} />
    }
    case 'paste': {
      const apply = () => {
        edit.write(asking.plan.writes)
        done()
      }
      return <PasteDialog plan={asking.plan} apply={apply} cancel={done} />
    }
    case 'sheet':
      return (
        <PartySheetDialog
          assessment={assessment}
          party={asking.party}
          items={view.items}
          shown={view.sections.flatMap(({ rows }) => rows.map(({ item }) => item))}
          filtered={filterToLink({ ...view.filter, party: null }).size > 0}
          mayWrite={mayWrite}
          stored={view.onScreen.stored}
          write={(writes) => {
            startEditing()
            edit.write(writes)
          }}
          close={done}
        />
      )
    case 'changes': {
      const shown = new Set(view.sections.flatMap(({ rows }) => rows.map(({ item }) => item.recordId)))
      const filtered = shown.size < items.length
      return <ChangesDialog assessment={assessment} items={filtered ? items.filter(({ recordId }) => shown.has(recordId)) : items} filtered={filtered} condition={filtered ? conditionText(view.filter, items, messages) : ''} histories={histories} goTo={goTo} close={done} />
    }
    case 'guide':
      return <GuideDialog close={done} />
    case 'leave': {
      const saveNow = () => {
        done()
        edit.submit(false)
      }
      const discard = () => {
        done()
        edit.discard()
        stopEditing()
      }
      return <LeaveDialog text={words.leaveLead(pendingCells(edit.pending))} words={{ save: words.save, discard: words.discard, stay: words.cancel }} save={saveNow} discard={discard} stay={done} />
    }
    case 'warnings': {
      const warnings = view.sections.flatMap(({ rows }) => rows.flatMap((row) => row.warnings))
      const actions = (
        <button type="button" className="jn-button" onClick={done}>
          {words.close}
        </button>
      )
      return <WarningDialog key="warnings" title={words.warnings(warnings.length)} lead={words.warningsLead} warnings={warnings} goTo={goTo} close={done} actions={actions} />
    }
  }
}
