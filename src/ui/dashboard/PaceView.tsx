import type { PaceChart, Spot } from '../../domain/pace-chart'
import type { ChecklistUrl } from '../shared/checklist-url'
import { useScreen } from '../shared/context'
import { FigureLink } from '../shared/FigureLink'
import { TableBox } from '../shared/TableBox'

/** The drawing's own units; the box that it stands in gives it its size. */
const WIDE = 1000
const HIGH = 380
const GRID = [0, 0.5, 1]

/** Two lines over the year, then every number behind them. The drawing only repeats the numbers, so a screen reader passes it by. */
export function PaceView({ chart, urlOf }: { readonly chart: PaceChart; readonly urlOf: ChecklistUrl }) {
  const { messages } = useScreen()
  const words = messages.dashboard
  const { now, points, withoutTarget, metWithoutDay } = chart
  return (
    <>
      {now && (
        <p>
          {words.paceNow} <FigureLink figure={now.done} says={words.tileSays(words.paceDone, now.done.count)} urlOf={urlOf} /> / {words.pacePlanned}{' '}
          <FigureLink figure={now.planned} says={words.tileSays(words.pacePlanned, now.planned.count)} urlOf={urlOf} />
        </p>
      )}
      <div className="jn-pace">
        <PaceDrawing chart={chart} />
        <TableBox caption={words.paceOf} className="jn-status-table jn-pace-table">
          <thead>
            <tr>
              <th scope="col">{words.paceDay}</th>
              <th scope="col" className="jn-col-number">
                {words.pacePlanned}
              </th>
              <th scope="col" className="jn-col-number">
                {words.paceDone}
              </th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ day, planned, done }) => (
              <tr key={day}>
                <th scope="row">{day.replaceAll('-', '/')}</th>
                <td className="jn-col-number">
                  <FigureLink figure={planned} says={words.figureSays(day, words.pacePlanned, planned.count)} urlOf={urlOf} />
                </td>
                <td className="jn-col-number">{done ? <FigureLink figure={done} says={words.figureSays(day, words.paceDone, done.count)} urlOf={urlOf} /> : <span className="jn-zero">{messages.none}</span>}</td>
              </tr>
            ))}
          </tbody>
        </TableBox>
      </div>
      <ul className="jn-terms">
        <li>
          {words.paceNoTarget} <FigureLink figure={withoutTarget} says={words.tileSays(words.paceNoTarget, withoutTarget.count)} urlOf={urlOf} />
        </li>
        <li>
          {words.paceNoDay} <FigureLink figure={metWithoutDay} says={words.tileSays(words.paceNoDay, metWithoutDay.count)} urlOf={urlOf} />
        </li>
      </ul>
    </>
  )
}

function PaceDrawing({ chart: { points, now, top, plannedLine, doneLine } }: { readonly chart: PaceChart }) {
  const { messages } = useScreen()
  const words = messages.dashboard
  const last = doneLine.at(-1)
  return (
    <figure className="jn-pace-drawing" aria-hidden="true">
      <p className="jn-terms">
        <span className="jn-pace-key jn-pace-planned">{words.pacePlanned}</span>
        <span className="jn-pace-key jn-pace-done">{words.paceDone}</span>
      </p>
      <svg viewBox={`-50 -16 ${WIDE + 90} ${HIGH + 50}`}>
        {GRID.map((share) => (
          <g key={share}>
            <line className="jn-pace-grid" x1={0} x2={WIDE} y1={HIGH * (1 - share)} y2={HIGH * (1 - share)} />
            <text x={-10} y={HIGH * (1 - share) + 5} textAnchor="end">
              {Math.round(top * share)}
            </text>
          </g>
        ))}
        {points.map(({ day }, at) =>
          // The first point is the day before the year; each later one ends its month, so the name stands in the month's middle.
          at === 0 ? null : (
            <text key={day} x={((plannedLine[at]?.x ?? 0) + (plannedLine[at - 1]?.x ?? 0)) * (WIDE / 200)} y={HIGH + 24} textAnchor="middle">
              {words.month(Number(day.slice(5, 7)))}
            </text>
          ),
        )}
        <polyline className="jn-pace-planned" points={lineOf(plannedLine)} />
        <polyline className="jn-pace-done" points={lineOf(doneLine)} />
        {now && last && <circle className="jn-pace-now" cx={xOf(last)} cy={yOf(last)} r={6} />}
      </svg>
    </figure>
  )
}

function lineOf(spots: readonly Spot[]): string {
  return spots.map((spot) => `${xOf(spot)},${yOf(spot)}`).join(' ')
}

function xOf({ x }: Spot): number {
  return (x * WIDE) / 100
}

function yOf({ y }: Spot): number {
  return HIGH - (y * HIGH) / 100
}
