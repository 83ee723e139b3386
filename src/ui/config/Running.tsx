import { useId } from 'react'
import type { SetupPlan } from '../../usecases/plan-setup'
import type { SetupStep } from '../../usecases/run-setup'
import { setupSteps } from '../../usecases/run-setup'
import type { SetupMessages } from '../messages/setup.ja'

/** How far a run is: the bar, the step's name, and every step with a mark. */
export function Running({ plan, step, messages }: { readonly plan: SetupPlan; readonly step: SetupStep | null; readonly messages: SetupMessages }) {
  const words = messages.setup
  const label = useId()
  const steps = setupSteps(plan)
  const at = step === null ? -1 : steps.indexOf(step)
  return (
    <section className="jn-running">
      <p id={label} role="status">
        {step === null ? words.starting : words.running(words.step[step], at + 1, steps.length)}
      </p>
      <progress value={at + 1} max={steps.length + 1} aria-labelledby={label} />
      <ol>
        {steps.map((each, n) => (
          <li key={each} className={n < at ? 'jn-step-done' : n === at ? 'jn-step-now' : undefined} aria-current={n === at ? 'step' : undefined}>
            <span>{n < at ? words.stepMark.done : n === at ? words.stepMark.now : words.stepMark.open}</span> {words.step[each]}
          </li>
        ))}
      </ol>
      <p className="jn-quiet">{words.keepOpen}</p>
    </section>
  )
}
