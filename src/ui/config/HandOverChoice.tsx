import { useId } from 'react'
import type { Assessment } from '../../domain/assessment'
import { typedAssessment } from '../../domain/assessment'
import { HAND_OVER_PARTS, handOverChoices } from '../../domain/hand-over'
import type { SetupMessages } from '../messages/setup.ja'
import type { Answers } from './answers'
import { toggled } from './answers'

interface Props {
  readonly messages: SetupMessages
  readonly answers: Answers
  readonly change: (answers: Partial<Answers>) => void
  readonly disabled: boolean
  readonly former: readonly Assessment[] | null
}

/** From which round a new one is begun, and with what. Not shown while there is none to begin from. */
export function HandOverChoice({ messages, answers, change, disabled, former }: Props) {
  const words = messages.setup.handOver
  const id = useId()
  if (former === null) return <p className="jn-quiet">{words.unread}</p>
  const choices = handOverChoices(former, typedAssessment(answers))
  if (choices.length === 0) return null
  const chosen = choices.findIndex((each) => each.round === answers.from?.round && each.facility === answers.from.facility)
  return (
    <section>
      <h3>{words.title}</h3>
      <label htmlFor={id}>{words.from}</label>
      <select id={id} className="jn-input jn-setup-select" value={chosen} disabled={disabled} onChange={(event) => change({ from: choices[Number(event.target.value)] ?? null })}>
        <option value={-1}>{words.none}</option>
        {choices.map(({ round, facility }, at) => (
          <option key={at} value={at}>
            {messages.roundName(round)}　{facility}
          </option>
        ))}
      </select>
      <p className="jn-quiet">{words.hint}</p>
      {chosen >= 0 && (
        <fieldset disabled={disabled}>
          <legend>{words.what}</legend>
          {HAND_OVER_PARTS.map((part) => (
            <label key={part}>
              <input type="checkbox" checked={answers.handOver.includes(part)} onChange={() => change({ handOver: toggled(HAND_OVER_PARTS, answers.handOver, part) })} /> {words.part[part]}
            </label>
          ))}
          <p className="jn-quiet">{words.stays}</p>
        </fieldset>
      )}
    </section>
  )
}
