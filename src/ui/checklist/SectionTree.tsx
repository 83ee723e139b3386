import { useMemo } from 'react'
import type { AssessedItem } from '../../domain/assessment'
import type { PartCoverage } from '../../domain/coverage'
import { countsByPlace } from '../../domain/coverage'
import type { ItemFilter } from '../../domain/item-filter'
import { useScreen } from '../shared/context'

interface Props {
  readonly tree: readonly PartCoverage[]
  readonly filter: ItemFilter
  /** What meets every condition but part and section; null where there is no other condition. */
  readonly found: readonly AssessedItem[] | null
  readonly choose: (change: Readonly<Record<string, string | null>>) => void
}

interface Counts {
  readonly text: string
  /** The same in words */
  readonly says: string
  readonly isNone: boolean
}

/** Parts and sections: each with 対応済 / 対象, or, as soon as the list is filtered, with how many of its items the filter leaves. */
export function SectionTree({ tree, filter, found, choose }: Props) {
  const { messages } = useScreen()
  const words = messages.checklist
  const left = useMemo(() => found && countsByPlace(found), [found])
  const counts = ({ met, targets, total }: Pick<PartCoverage, 'met' | 'targets' | 'total'>, n: number | undefined): Counts =>
    n === undefined ? { text: `${met} / ${targets}`, says: words.progress(met, targets), isNone: false } : { text: `${n} / ${total}`, says: words.left(n, total), isNone: n === 0 }
  const entry = (name: string, chosen: boolean, { text, says, isNone }: Counts, change: Readonly<Record<string, string | null>>, className: string) => (
    <button type="button" className={`${className}${chosen ? ' jn-chosen' : ''}${isNone ? ' jn-none-left' : ''}`} aria-current={chosen || undefined} onClick={() => choose(change)}>
      <span>{name}</span>
      <span className="jn-counts" title={says}>
        <span aria-hidden="true">{text}</span>
        <span className="jn-unseen">{says}</span>
      </span>
    </button>
  )
  const whole = tree.reduce((sum, { met, targets, total }) => ({ met: sum.met + met, targets: sum.targets + targets, total: sum.total + total }), { met: 0, targets: 0, total: 0 })
  return (
    <nav className="jn-tree" aria-label={words.tree}>
      <p className="jn-counts" aria-hidden="true">
        {left ? words.leftLegend : words.progressLegend}
      </p>
      {entry(words.all, filter.part === null && filter.section === null, counts(whole, found?.length), { part: null, section: null }, 'jn-tree-part')}
      {tree.map((part) => (
        <div key={part.part}>
          {entry(messages.part[part.part], filter.part === part.part && filter.section === null, counts(part, left?.of(part.part)), { part: part.part, section: null }, 'jn-tree-part')}
          <ul>
            {part.sections.map((section) => (
              <li key={section.section}>
                {entry(section.section, filter.section === section.section, counts(section, left?.of(part.part, section.section)), { part: part.part, section: section.section }, 'jn-tree-section')}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
