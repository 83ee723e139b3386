import { useMemo } from 'react'
import type { AssessedItem } from '../../domain/assessment'
import { attention, ownerChart, progressChart, sectionCharts } from '../../domain/status-chart'
import { useScreen } from '../shared/context'
import { AttentionTiles } from './AttentionTiles'
import { useChecklistUrl } from '../shared/checklist-url'
import './dashboard.css'
import { ProgressCards } from './ProgressCards'
import { StatusTable } from './StatusTable'

/** How far the hospital has come, what needs attention, and where: by section, by owner. */
export function Dashboard({ items }: { readonly items: readonly AssessedItem[] }) {
  const { messages, today } = useScreen()
  const words = messages.dashboard
  const urlOf = useChecklistUrl()
  const progress = useMemo(() => progressChart(items, today), [items, today])
  const tiles = useMemo(() => attention(items, today), [items, today])
  const sections = useMemo(() => sectionCharts(items, today), [items, today])
  const owners = useMemo(() => ownerChart(items, today), [items, today])
  return (
    <div className="jn-dashboard">
      <section aria-labelledby="jn-progress">
        <h2 id="jn-progress">{words.progress}</h2>
        <p className="jn-quiet">{words.progressHint}</p>
        <ProgressCards chart={progress} urlOf={urlOf} />
      </section>
      <section aria-labelledby="jn-attention">
        <h2 id="jn-attention">{words.attention}</h2>
        <AttentionTiles tiles={tiles} urlOf={urlOf} />
      </section>
      <section aria-labelledby="jn-by-section">
        <h2 id="jn-by-section">{words.bySection}</h2>
        {sections.map(({ part, rows, total }) => (
          <StatusTable
            key={part}
            caption={words.bySectionOf(messages.part[part])}
            rowsAre={words.section}
            rows={rows.map((row) => ({ key: row.section, name: row.section, row }))}
            total={total}
            urlOf={urlOf}
          />
        ))}
      </section>
      <section aria-labelledby="jn-by-owner">
        <h2 id="jn-by-owner">{words.byOwner}</h2>
        {owners.shared > 0 && <p className="jn-quiet">{words.shared(owners.shared)}</p>}
        <StatusTable
          caption={words.byOwnerOf}
          rowsAre={words.owner}
          rows={owners.rows.map((row) => ({ key: row.owner?.code ?? '', name: row.owner?.name ?? words.withoutOwner, row }))}
          total={owners.total}
          urlOf={urlOf}
        />
      </section>
    </div>
  )
}
