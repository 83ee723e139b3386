import type { ReactNode } from 'react'
import { useCallback, useEffect } from 'react'
import type { AssessedItem, AssessedItemDetail } from '../../domain/assessment'
import { useScreen } from '../shared/context'
import { AskedBlocks, SurveyFacts } from '../shared/ItemTexts'
import { useLoaded } from '../shared/load'
import { StatusMark, SurveyMarks } from '../shared/marks'
import { Questions } from '../shared/Questions'
import { ResponsibilityList } from '../shared/ResponsibilityList'
import { Failed, Loading } from '../shared/states'
import type { AnswerPorts } from './ItemAnswer'
import { ItemAnswer } from './ItemAnswer'

interface Props {
  readonly item: AssessedItem
  /** The items of the whole assessment, by id (`MHLW:6.5-11`), to name related ones. */
  readonly itemsById: ReadonlyMap<string, AssessedItem>
  /** Opens another item, or lists all that share something, without any other condition. */
  readonly showOnly: (link: Readonly<Record<string, string>>) => void
  readonly ports: AnswerPorts
  /** The records of the list that the item stands in, in its order. */
  readonly listed: () => readonly string[]
  readonly previous: (() => void) | null
  readonly next: (() => void) | null
}

/** The whole item. Its head is known from the list; the long texts are read when it is opened. */
export function ItemPane({ item, itemsById, showOnly, ports, listed, previous, next }: Props) {
  const { messages, recordUrl, rememberList } = useScreen()
  const { source, onNewer } = ports
  const [detail, again] = useLoaded(useCallback(() => source.detail(item.recordId), [source, item.recordId]))
  const right = useLoaded(useCallback(() => source.mayEdit([item.recordId]), [source, item.recordId]))
  // Somebody may have saved since the list was read: the list follows, without losing its place.
  const read = detail.state === 'loaded' && !('found' in detail.value) ? detail.value : null
  useEffect(() => {
    if (read) onNewer(read)
  }, [read, onNewer])
  return (
    <article className="jn-item">
      <header>
        <p className="jn-item-place">
          <span>
            {messages.part[item.part]}　{item.section}
          </span>
          <span className="jn-item-steps">
            <button type="button" className="jn-link" disabled={previous === null} aria-keyshortcuts="k" onClick={() => previous?.()}>
              {messages.checklist.previous} <kbd aria-hidden="true">k</kbd>
            </button>
            <button type="button" className="jn-link" disabled={next === null} aria-keyshortcuts="j" onClick={() => next?.()}>
              {messages.checklist.next} <kbd aria-hidden="true">j</kbd>
            </button>
          </span>
        </p>
        <h2>
          <span className="jn-item-no">{item.no}</span> {item.title}
        </h2>
        <p className="jn-facts">
          <StatusMark status={item.status} />
          <span className="jn-fact">{messages.level[item.level]}</span>
          <SurveyMarks item={item} />
          <a className="jn-button jn-open-record" href={recordUrl(item.recordId)} title={messages.checklist.recordHint} onClick={() => rememberList?.(messages.screen.checklist, listed())}>
            {messages.openRecord}
          </a>
        </p>
      </header>
      {detail.state === 'loading' && <Loading />}
      {detail.state === 'failed' && <Failed failure={detail.failure} again={again} />}
      {detail.state === 'loaded' &&
        ('found' in detail.value ? (
          <p role="alert" className="jn-warning">
            {messages.unreadableRecord(detail.value.label, detail.value.field, detail.value.found)}
          </p>
        ) : (
          <ItemTexts item={detail.value} itemsById={itemsById} showOnly={showOnly} answer={<ItemAnswer item={detail.value} revision={item.revision} right={right} reread={again} ports={ports} />} questions={<Questions item={detail.value} questions={ports.questions} unsent={ports.unsent} mayAsk={right[0].state === 'loaded' && right[0].value.has(item.recordId)} />} />
        ))}
    </article>
  )
}

function ItemTexts({ item, itemsById, showOnly, answer, questions }: { readonly item: AssessedItemDetail; readonly answer: ReactNode; readonly questions: ReactNode } & Pick<Props, 'itemsById' | 'showOnly'>) {
  const { messages } = useScreen()
  const titleOf = (id: string) => {
    const related = itemsById.get(id)
    return related ? `${related.no} ${related.title}` : id
  }
  return (
    <>
      <AskedBlocks item={item} />
      {answer}
      {questions}
      <h3>{messages.checklist.survey}</h3>
      <SurveyFacts
        item={item}
        mic={(code) => (
          <button type="button" className="jn-link" title={messages.checklist.micHint(code)} onClick={() => showOnly({ mic: code })}>
            {code}
          </button>
        )}
        related={(id) => (
          <button type="button" className="jn-link" onClick={() => showOnly({ item: id })}>
            {titleOf(id)}
          </button>
        )}
      />
      <h3>{messages.screen.matrix}</h3>
      <ResponsibilityList responsibilities={item.responsibilities} />
    </>
  )
}
