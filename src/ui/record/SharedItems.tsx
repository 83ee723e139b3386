import { useCallback } from 'react'
import type { Assessment } from '../../domain/assessment'
import { useScreen } from '../shared/context'
import { useLoaded } from '../shared/load'
import { StatusMark } from '../shared/marks'
import type { TieProps } from './SurveyOf'

/** How many items are named under one code; the rest stands in the checklist. */
const NAMED = 5

/** The items that cite the same codes of the Ministry of Internal Affairs' guideline, code by code. */
export function SharedItems({ item, assessment, surroundings, target, inChecklist }: TieProps & { readonly assessment: Assessment }) {
  const { messages, recordUrl } = useScreen()
  const words = messages.record
  const codes = [...new Set(item.mic.map(({ code }) => code))]
  const asked = codes.join(' ')
  const { round, facility } = assessment
  const [loaded, again] = useLoaded(useCallback(() => surroundings.sharing(asked.split(' '), { round, facility }), [surroundings, asked, round, facility]))
  return (
    <>
      <h3>{words.sharing}</h3>
      {loaded.state === 'loading' && <p className="jn-quiet">{messages.loading}</p>}
      {loaded.state === 'failed' && (
        <p className="jn-quiet" role="alert">
          {messages.failure[loaded.failure.kind]}{' '}
          <button type="button" className="jn-button jn-small" onClick={again}>
            {messages.retry}
          </button>
        </p>
      )}
      {loaded.state === 'loaded' && (
        <dl className="jn-pairs">
          {codes.map((code) => {
            const others = loaded.value.filter(({ recordId, micCodes }) => recordId !== item.recordId && micCodes.includes(code))
            const more = others.length > NAMED ? inChecklist({ mic: code }) : null
            return (
              <div key={code}>
                <dt>{code}</dt>
                <dd>
                  {others.length === 0 && words.sharingNone}
                  <ul>
                    {others.slice(0, NAMED).map(({ recordId, no, title, status }) => (
                      <li key={recordId}>
                        <a href={recordUrl(recordId)} target={target} rel="noopener">
                          {no} {title}
                        </a>{' '}
                        {status !== null && <StatusMark status={status} />}
                      </li>
                    ))}
                  </ul>
                  {more !== null ? (
                    <a href={more} target={target} rel="noopener">
                      {words.sharingMore(others.length - NAMED)}
                    </a>
                  ) : (
                    others.length > NAMED && words.sharingRest(others.length - NAMED)
                  )}
                </dd>
              </div>
            )
          })}
        </dl>
      )}
    </>
  )
}
