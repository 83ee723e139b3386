import type { AssessedItem } from '../../domain/assessment'
import type { ItemFilter } from '../../domain/item-filter'
import { nameIn } from '../checklist/choice-name'
import type { Messages } from '../messages/ja'
import { useScreen } from './context'
import { focusBeside } from './focus-beside'

interface Props {
  readonly filter: ItemFilter
  readonly items: readonly AssessedItem[]
  readonly change: (values: Readonly<Record<string, string | null>>) => void
}

/** The conditions that are set, besides the search text, each with a button that removes it. */
export function FilterChips({ filter, items, change }: Props) {
  const { messages } = useScreen()
  const chips = chipsOf(filter, items, messages)
  if (chips.length === 0) return null
  return (
    <ul className="jn-chips">
      {chips.map(({ names, label }) => (
        <li key={label}>
          {label}
          <button
            type="button"
            aria-label={messages.checklist.remove(label)}
            onClick={({ currentTarget }) => {
              focusBeside(currentTarget, currentTarget.closest('.jn-root')?.querySelector<HTMLElement>('[type=search]') ?? null)
              change(Object.fromEntries(names.map((name) => [name, null])))
            }}
          >
            ×
          </button>
        </li>
      ))}
    </ul>
  )
}

/** The same conditions and the search text as one line, for paper; empty if none is set. */
export function conditionText(filter: ItemFilter, items: readonly AssessedItem[], messages: Messages): string {
  return [...(filter.text === '' ? [] : [`${messages.checklist.search}: ${filter.text}`]), ...chipsOf(filter, items, messages).map(({ label }) => label)].join(messages.comma)
}

interface Chip {
  readonly names: readonly (keyof ItemFilter)[]
  readonly label: string
}

function chipsOf(filter: ItemFilter, items: readonly AssessedItem[], messages: Messages): readonly Chip[] {
  const chips: Chip[] = []
  const add = (name: keyof ItemFilter, label: string | null) => {
    if (label !== null) chips.push({ names: [name], label })
  }
  if (filter.section !== null) chips.push({ names: ['section', 'part'], label: filter.section })
  else add('part', filter.part && messages.part[filter.part])
  add('status', filter.status && messages.status[filter.status])
  add('progress', filter.progress && messages.progress[filter.progress])
  add('suitability', filter.suitability && messages.suitabilityOf(messages.suitability[filter.suitability]))
  add('disclosure', filter.disclosure && messages.disclosure[filter.disclosure])
  add('inquiry', filter.inquiry && messages.inquiry[filter.inquiry])
  add('verdict', filter.verdict && messages.rowVerdict[filter.verdict])
  add('agreement', filter.agreement && messages.rowAgreement[filter.agreement])
  add('party', filter.party && messages.filter.partyIs(filter.party))
  add('document', filter.document)
  add('mic', filter.mic)
  add('due', filter.due && messages.due[filter.due])
  add('owner', filter.owner === null ? null : filter.owner === '' ? messages.checklist.withoutOwner : messages.checklist.ownerIs(nameIn(items, filter.owner, ({ owners }) => owners)))
  add('department', filter.department === null ? null : filter.department === '' ? messages.filter.withoutDepartment : messages.filter.departmentIs(nameIn(items, filter.department, ({ departments }) => departments)))
  add('reviewer', filter.reviewer === null ? null : filter.reviewer === '' ? messages.filter.withoutReviewer : messages.filter.reviewerIs(nameIn(items, filter.reviewer, ({ reviewers }) => reviewers)))
  add('level', filter.level && messages.level[filter.level])
  add('basis', filter.basis && messages.filter.basisIs(messages.evidenceBasis[filter.basis]))
  add('evidence', filter.evidence && messages.filter.evidence[filter.evidence])
  add('targetBy', filter.targetBy && messages.filter.targetBy(filter.targetBy.replaceAll('-', '/')))
  add('completedBy', filter.completedBy === '' ? messages.filter.withoutDay : filter.completedBy && messages.filter.completedBy(filter.completedBy.replaceAll('-', '/')))
  return chips
}
