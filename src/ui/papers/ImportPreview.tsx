import { ANSWER_FIELDS } from '../../domain/answer'
import type { ImportPlan } from '../../domain/answer-import'
import { valueText } from '../checklist/value-text'
import { useScreen } from '../shared/context'

/** How many lines of a list are shown before the rest is only counted. */
const SHOWN = 200

/** What a file would change, what it leaves, and what of it is not taken and why. */
export function ImportPreview({ plan }: { readonly plan: ImportPlan }) {
  const { messages } = useScreen()
  const words = messages.importing
  const { changes, unchanged, refused, unknownColumns, unknownItems } = plan
  return (
    <section className="jn-import-preview" aria-label={words.preview} tabIndex={0}>
      <p>
        <strong>{words.counts(changes.length, unchanged, refused.length + unknownItems.length)}</strong> {changes.length > 0 && words.blankKeeps}
      </p>
      {refused.length > 0 && (
        <>
          <h4>{words.refusedTitle}</h4>
          <ul>
            {refused.slice(0, SHOWN).map(({ address, no, problem, found, column }) => (
              <li key={address}>
                <strong>{address}</strong> {no} {column}: {words.problem[problem](found)}
              </li>
            ))}
            <More count={refused.length} />
          </ul>
        </>
      )}
      {unknownItems.length > 0 && (
        <>
          <h4>{words.unknownItems}</h4>
          <ul>
            {unknownItems.slice(0, SHOWN).map(({ address, found }) => (
              <li key={address}>
                <strong>{address}</strong> {found || words.noNumber}
              </li>
            ))}
            <More count={unknownItems.length} />
          </ul>
        </>
      )}
      {unknownColumns.length > 0 && (
        <p className="jn-quiet">
          {words.unknownColumns} {unknownColumns.slice(0, SHOWN).join(messages.comma)}
        </p>
      )}
      {changes.length > 0 && (
        <table>
          <caption>{words.changesTitle}</caption>
          <thead>
            <tr>
              {[words.item, words.field, words.before, words.after].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {changes.slice(0, SHOWN).flatMap(({ item, after }) =>
              ANSWER_FIELDS.filter((field) => field in after).map((field, at, { length }) => (
                <tr key={`${item.recordId} ${field}`}>
                  {at === 0 && (
                    <th scope="row" rowSpan={length}>
                      {item.no} {item.title}
                    </th>
                  )}
                  <td>{messages.answer.field[field]}</td>
                  <td className="jn-quiet">{valueText(item, field, messages)}</td>
                  <td>{valueText({ ...item, ...after }, field, messages)}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      )}
      <p>{changes.length > SHOWN && messages.bulk.more(changes.length - SHOWN)}</p>
    </section>
  )
}

function More({ count }: { readonly count: number }) {
  const { messages } = useScreen()
  return count > SHOWN ? <li>{messages.bulk.more(count - SHOWN)}</li> : null
}
