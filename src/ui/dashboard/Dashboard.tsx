import { useMemo } from 'react'
import type { AssessedItem } from '../../domain/assessment'
import { attention } from '../../domain/attention'
import { paceChart } from '../../domain/pace-chart'
import type { ChargeChart } from '../../domain/status-chart'
import { chargeChart, levelChart, progressChart, sectionCharts } from '../../domain/status-chart'
import { useChecklistUrl } from '../shared/checklist-url'
import { useScreen } from '../shared/context'
import { AttentionTiles } from './AttentionTiles'
import './dashboard.css'
import { MyFigures } from './MyFigures'
import { PaceView } from './PaceView'
import { ProgressCards } from './ProgressCards'
import { StatusTable } from './StatusTable'

/** How far the hospital has come, what needs attention, whether it keeps pace, and where: by level, owner, department and section. */
export function Dashboard({ items, round }: { readonly items: readonly AssessedItem[]; readonly round: string }) {
  const { messages, today } = useScreen()
  const words = messages.dashboard
  const urlOf = useChecklistUrl()
  const charts = useMemo(
    () => ({
      progress: progressChart(items, today),
      tiles: attention(items, today),
      pace: paceChart(items, round, today),
      levels: levelChart(items, today),
      owners: chargeChart(items, 'owner', today),
      departments: chargeChart(items, 'department', today),
      sections: sectionCharts(items, today),
    }),
    [items, round, today],
  )
  const { levels } = charts
  const charge = (chart: ChargeChart, which: 'owner' | 'department') => (
    <section>
      <StatusTable
        caption={words.by[which]}
        isHeading
        rowsAre={words.rowsAre[which]}
        rows={chart.rows.map((row) => ({ key: row.who?.code ?? '', name: row.who?.name ?? words.nobody[which], row }))}
        total={chart.total}
        urlOf={urlOf}
      />
      {chart.shared > 0 && <p className="jn-quiet">{words.shared[which](chart.shared)}</p>}
    </section>
  )
  return (
    <div className="jn-dashboard">
      <MyFigures items={items} urlOf={urlOf} />
      <section aria-labelledby="jn-progress">
        <h2 id="jn-progress">{words.progress}</h2>
        <p className="jn-quiet">{words.progressHint}</p>
        <ProgressCards chart={charts.progress} urlOf={urlOf} />
      </section>
      <section aria-labelledby="jn-attention">
        <h2 id="jn-attention">{words.attention}</h2>
        <AttentionTiles tiles={charts.tiles} urlOf={urlOf} />
      </section>
      <section aria-labelledby="jn-pace">
        <h2 id="jn-pace">{words.pace}</h2>
        <PaceView chart={charts.pace} urlOf={urlOf} />
      </section>
      <section>
        <StatusTable
          caption={words.by.level}
          isHeading
          rowsAre={words.rowsAre.level}
          rows={levels.rows.map((row) => ({ key: `${row.part} ${row.level}`, name: `${messages.part[row.part]} ${messages.level[row.level]}`, row }))}
          total={levels.total}
          urlOf={urlOf}
        />
      </section>
      {charge(charts.owners, 'owner')}
      {(items.length === 0 || items.some(({ takesDepartments }) => takesDepartments)) && charge(charts.departments, 'department')}
      <section>
        {charts.sections.map(({ part, rows, total }) => (
          <StatusTable
            key={part}
            caption={words.bySection(messages.part[part])}
            isHeading
            rowsAre={words.rowsAre.section}
            rows={rows.map((row) => ({ key: row.section, name: row.section, row }))}
            total={total}
            urlOf={urlOf}
          />
        ))}
      </section>
    </div>
  )
}
