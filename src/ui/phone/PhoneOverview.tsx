import { useMemo } from 'react'
import type { AssessedItem } from '../../domain/assessment'
import { attention } from '../../domain/attention'
import { coverageTree } from '../../domain/coverage'
import { figure } from '../../domain/figure'
import { progressChart } from '../../domain/status-chart'
import { AttentionTiles } from '../dashboard/AttentionTiles'
import '../dashboard/dashboard.css'
import { ProgressCards } from '../dashboard/ProgressCards'
import { useChecklistUrl } from '../shared/checklist-url'
import { useScreen } from '../shared/context'
import { FigureLink } from '../shared/FigureLink'

/** The dashboard's numbers, one below the other; each leads to its items. */
export function PhoneOverview({ items }: { readonly items: readonly AssessedItem[] }) {
  const { messages, today } = useScreen()
  const words = messages.dashboard
  const urlOf = useChecklistUrl()
  const figures = useMemo(() => ({ progress: progressChart(items, today), tiles: attention(items, today), sections: sectionFigures(items, today) }), [items, today])
  return (
    <>
      <h2>{words.progress}</h2>
      <ProgressCards chart={figures.progress} urlOf={urlOf} />
      <h2>{words.attention}</h2>
      <AttentionTiles tiles={figures.tiles} urlOf={urlOf} />
      <h2>{messages.phone.sections}</h2>
      {figures.sections.map(({ part, sections }) => (
        <section key={part} aria-label={messages.part[part]}>
          <h3>{messages.part[part]}</h3>
          <ul className="jn-figures">
            {sections.map(({ section, met, targets, overdue, all }) => (
              <li key={section}>
                <span>{section}</span>
                <span>
                  {overdue.count > 0 && (
                    <>
                      {messages.due.overdue} <FigureLink figure={overdue} says={words.figureSays(section, messages.due.overdue, overdue.count)} urlOf={urlOf} />{' '}
                    </>
                  )}
                  <FigureLink figure={all} says={`${section} ${messages.checklist.progress(met, targets)}`} text={messages.checklist.progress(met, targets)} urlOf={urlOf} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function sectionFigures(items: readonly AssessedItem[], today: string) {
  return coverageTree(items).map(({ part, sections }) => ({
    part,
    sections: sections.map(({ section, met, targets }) => ({ section, met, targets, all: figure(items, { part, section }, today), overdue: figure(items, { part, section, due: 'overdue' }, today) })),
  }))
}
