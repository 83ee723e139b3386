import { useLayoutEffect, useRef, useState } from 'react'
import type { AnswerField, MeetingChoice } from '../../domain/answer'
import { changedFields, MEETING_CHOICES, chosenAnswer, isTextField, meetingOf } from '../../domain/answer'
import type { AssessedItemDetail } from '../../domain/assessment'
import { useScreen } from '../shared/context'
import type { Draft } from './use-answer'
import { valueText } from './value-text'

interface Props {
  readonly draft: Draft
  readonly theirs: AssessedItemDetail
  readonly choose: (choices: Readonly<Partial<Record<AnswerField, MeetingChoice>>>) => void
  readonly takeTheirs: () => void
}

/** Two people have answered the same item: both versions field by field. Nothing is chosen for anybody. */
export function ConflictPanel({ draft, theirs, choose, takeTheirs }: Props) {
  const { messages } = useScreen()
  const words = messages.answer
  const [choices, setChoices] = useState<Readonly<Partial<Record<AnswerField, MeetingChoice>>>>({})
  const [isAsked, setAsked] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => heading.current?.focus(), [])
  const meeting = meetingOf(draft.base, draft.mine, theirs)
  const mineAlone = changedFields(theirs, meeting.merged).filter((field) => !meeting.disputed.includes(field))
  const left = meeting.disputed.filter((field) => choices[field] === undefined).length

  return (
    <section className="jn-conflict" aria-label={words.conflictTitle}>
      <h3 ref={heading} tabIndex={-1}>
        {words.conflictTitle}
      </h3>
      <p>{words.conflictText}</p>
      {meeting.disputed.map((field) => (
        <fieldset key={field} className="jn-conflict-field">
          <legend>{words.choose(words.field[field])}</legend>
          <p className="jn-quiet">
            {words.before}: {valueText(draft.base, field, messages)}
          </p>
          {MEETING_CHOICES.filter((choice) => choice !== 'both' || isTextField(field)).map((choice) => (
            <label key={choice}>
              <input type="radio" name={`conflict-${field}`} checked={choices[field] === choice} onChange={() => setChoices({ ...choices, [field]: choice })} />
              <strong>{words.choice[choice]}</strong>
              <span className="jn-conflict-value">{valueText(chosenAnswer(meeting, theirs, { [field]: choice }), field, messages)}</span>
            </label>
          ))}
        </fieldset>
      ))}
      <Alone title={words.theirsTitle} fields={meeting.theirs} before={draft.base} after={theirs} />
      <Alone title={words.mineTitle} fields={mineAlone} before={draft.base} after={draft.mine} />
      <p className="jn-conflict-actions">
        <button type="button" className="jn-button jn-primary" onClick={() => (left === 0 ? choose(choices) : setAsked(true))}>
          {words.saveChosen}
        </button>
        <button type="button" className="jn-button" onClick={takeTheirs}>
          {words.takeTheirs}
        </button>
      </p>
      <p role="alert" className="jn-remark jn-remark-required">
        {isAsked && left > 0 && words.chooseAll(left)}
      </p>
    </section>
  )
}

interface AloneProps {
  readonly title: string
  readonly fields: readonly AnswerField[]
  readonly before: Draft['mine']
  readonly after: Draft['mine']
}

function Alone({ title, fields, before, after }: AloneProps) {
  const { messages } = useScreen()
  if (fields.length === 0) return null
  return (
    <div className="jn-conflict-field">
      <strong>{title}</strong>
      <dl className="jn-pairs">
        {fields.map((field) => (
          <div key={field}>
            <dt>{messages.answer.field[field]}</dt>
            <dd>
              {valueText(before, field, messages)} → {valueText(after, field, messages)}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
