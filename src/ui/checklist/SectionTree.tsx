import type { PartCoverage } from '../../domain/coverage'
import type { ItemFilter } from '../../domain/item-filter'
import { useScreen } from '../shared/context'

interface Props {
  readonly tree: readonly PartCoverage[]
  readonly filter: ItemFilter
  readonly choose: (change: Readonly<Record<string, string | null>>) => void
}

/** Parts and sections, each with 対応済 / 対象. The counts are those of the whole assessment, whatever the list is filtered to. */
export function SectionTree({ tree, filter, choose }: Props) {
  const { messages } = useScreen()
  const entry = (name: string, chosen: boolean, counts: { met: number; targets: number } | null, change: Readonly<Record<string, string | null>>, className: string) => (
    <button type="button" className={`${className}${chosen ? ' jn-chosen' : ''}`} aria-current={chosen || undefined} onClick={() => choose(change)}>
      <span>{name}</span>
      {counts && (
        <span className="jn-counts" title={messages.checklist.progress(counts.met, counts.targets)}>
          {counts.met} / {counts.targets}
        </span>
      )}
    </button>
  )
  return (
    <nav className="jn-tree" aria-label={messages.checklist.tree}>
      {entry(messages.checklist.all, filter.part === null && filter.section === null, null, { part: null, section: null }, 'jn-tree-part')}
      {tree.map((part) => (
        <div key={part.part}>
          {entry(messages.part[part.part], filter.part === part.part && filter.section === null, part, { part: part.part, section: null }, 'jn-tree-part')}
          <ul>
            {part.sections.map((section) => (
              <li key={section.section}>
                {entry(section.section, filter.section === section.section, section, { part: part.part, section: section.section }, 'jn-tree-section')}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
