import { useId } from 'react'
import type { Assessment, AssessmentProblem } from '../../domain/assessment'
import type { Part } from '../../domain/guideline'
import { PARTS } from '../../domain/guideline'
import { PRESETS } from '../../ports/app-shape'
import type { SetupMessages } from '../messages/setup.ja'
import { KucText } from '../shared/kuc'
import { PeoplePicker } from '../shared/PeoplePicker'
import type { Offered } from '../shared/use-names'
import type { Answers } from './answers'
import { toggled } from './answers'
import { HandOverChoice } from './HandOverChoice'

interface SetupFormProps {
  readonly messages: SetupMessages
  readonly answers: Answers
  readonly change: (answers: Partial<Answers>) => void
  readonly problems: readonly AssessmentProblem[]
  readonly unknownGroup: boolean
  readonly disabled: boolean
  readonly people: Offered
  readonly itemsOf: Readonly<Record<Part, number>>
  /** Former rounds, or null if they could not be read. */
  readonly former: readonly Assessment[] | null
}

/** Everything that an administrator decides before set-up runs. */
export function SetupForm({ messages, answers, change, problems, unknownGroup, disabled, people, itemsOf, former }: SetupFormProps) {
  const words = messages.setup
  const id = useId()
  const problemOf = (field: keyof Assessment) => {
    const problem = problems.find((candidate) => candidate.field === field)
    if (!problem) return ''
    return problem.problem === 'tooLong' ? words.problem.tooLong(problem.max) : words.problem[problem.problem]
  }
  return (
    <div className="jn-setup-form">
      <section>
        <h3>{words.heading.items}</h3>
        <div className="jn-setup-pair">
          {(['round', 'facility'] as const).map((field) => (
            <div key={field}>
              <KucText label={words[field]} value={answers[field]} error={problemOf(field)} disabled={disabled} requiredIcon={true} onInput={(value) => change({ [field]: value })} />
              <p className="jn-quiet">{words[`${field}Hint`]}</p>
            </div>
          ))}
        </div>
        <fieldset disabled={disabled} aria-describedby={`${id}-parts`}>
          <legend>{words.parts}</legend>
          {PARTS.map((part) => (
            <label key={part}>
              <input type="checkbox" checked={answers.parts.includes(part)} onChange={() => change({ parts: toggled(PARTS, answers.parts, part) })} /> {words.partName[part]} <span className="jn-quiet">{words.items(itemsOf[part])}</span>
            </label>
          ))}
          <p className="jn-quiet" id={`${id}-parts`}>
            {words.partsHint}
          </p>
        </fieldset>
      </section>
      <HandOverChoice messages={messages} answers={answers} change={change} disabled={disabled} former={former} />
      <section>
        <h3>{words.heading.people}</h3>
        <div className="jn-setup-picker">
          <label htmlFor={`${id}-reviewers`}>{words.reviewers}</label>
          <PeoplePicker id={`${id}-reviewers`} name={words.reviewer} chosen={answers.reviewers} change={(reviewers) => change({ reviewers })} offered={people} disabled={disabled} words={words.picker} />
          <p className="jn-quiet">{words.reviewersHint}</p>
        </div>
        <div>
          <KucText label={words.viewersGroup} value={answers.viewersGroup} error={unknownGroup ? words.unknownGroup : ''} disabled={disabled} requiredIcon={false} onInput={(value) => change({ viewersGroup: value })} />
          <p className="jn-quiet">{words.viewersGroupHint}</p>
        </div>
        <fieldset disabled={disabled} aria-describedby={`${id}-preset`}>
          <legend>{words.preset}</legend>
          {PRESETS.map((preset) => (
            <label key={preset}>
              <input type="radio" name={`${id}-preset`} checked={answers.preset === preset} onChange={() => change({ preset })} /> {words.presetName[preset]}
            </label>
          ))}
          <p className="jn-quiet" id={`${id}-preset`}>
            {words.presetHint}
          </p>
        </fieldset>
      </section>
    </div>
  )
}
