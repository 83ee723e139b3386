import type { Progress } from '../../domain/status-chart'
import { useScreen } from '../shared/context'
import type { ChecklistUrl } from '../shared/checklist-url'
import { FigureLink } from '../shared/FigureLink'
import { StatusBar } from './StatusBar'
import { StatusTerms } from './StatusTerms'

/** 対応済 of 対象, in all and in each part, and the statuses behind the two. 未評価 is one of them: not looked at is never shown as nothing to do. */
export function ProgressCards({ chart, urlOf }: { readonly chart: readonly Progress[]; readonly urlOf: ChecklistUrl }) {
  const { messages } = useScreen()
  const words = messages.dashboard
  return (
    <div className="jn-cards">
      {chart.map((progress) => {
        const total = messages.count(progress.total.count)
        const name = progress.part === null ? words.whole : messages.part[progress.part]
        return (
          <section key={progress.part ?? ''} className="jn-card">
            <h3>
              {name} <FigureLink figure={progress.total} says={`${name} ${total}`} text={total} urlOf={urlOf} />
            </h3>
            <p className="jn-headline">
              {words.met} <FigureLink figure={progress.met} says={words.figureSays(name, words.met, progress.met.count)} urlOf={urlOf} /> / {words.targets} <FigureLink figure={progress.targets} says={words.figureSays(name, words.targets, progress.targets.count)} urlOf={urlOf} />
            </p>
            <StatusBar bar={progress.bar} />
            <StatusTerms figures={progress.statuses} name={name} urlOf={urlOf} />
          </section>
        )
      })}
    </div>
  )
}
