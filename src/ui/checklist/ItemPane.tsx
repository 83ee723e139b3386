import type { ReactNode } from 'react'
import { useCallback, useEffect } from 'react'
import type { AssessedItem, AssessedItemDetail } from '../../domain/assessment'
import { useScreen } from '../shared/context'
import { useLoaded } from '../shared/load'
import { StatusMark } from '../shared/marks'
import { ResponsibilityList } from '../shared/ResponsibilityList'
import { Failed, Loading } from '../shared/states'
import { Terms } from './Terms'
import type { AnswerPorts } from './ItemAnswer'
import { ItemAnswer } from './ItemAnswer'
import { Pair } from './Pair'

interface Props {
  readonly item: AssessedItem
  /** The items of the whole assessment, by id (`MHLW:6.5-11`), to name related ones. */
  readonly itemsById: ReadonlyMap<string, AssessedItem>
  /** Opens another item, or lists all that share something, without any other condition. */
  readonly showOnly: (link: Readonly<Record<string, string>>) => void
  readonly ports: AnswerPorts
  readonly previous: (() => void) | null
  readonly next: (() => void) | null
}

/** The whole item. Its head is known from the list; the long texts are read when it is opened. */
export function ItemPane({ item, itemsById, showOnly, ports, previous, next }: Props) {
  const { messages, recordUrl } = useScreen()
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
          <span className={`jn-fact${item.suitability === '未適合' ? ' jn-fact-bad' : ''}`}>{messages.suitabilityOf(messages.suitability[item.suitability])}</span>
          <span className="jn-fact">{messages.disclosure[item.disclosure]}</span>
          <a className="jn-button jn-open-record" href={recordUrl(item.recordId)}>
            {messages.openRecord}
          </a>
        </p>
      </header>
      {detail.state === 'loading' && <Loading />}
      {detail.state === 'failed' && <Failed failure={detail.failure} again={again} />}
      {detail.state === 'loaded' &&
        ('found' in detail.value ? (
          <p role="alert" className="jn-warning">
            {messages.unreadableRecord(detail.value.field, detail.value.found)}
          </p>
        ) : (
          <ItemTexts item={detail.value} itemsById={itemsById} showOnly={showOnly} answer={<ItemAnswer item={detail.value} right={right} ports={ports} />} />
        ))}
    </article>
  )
}

function ItemTexts({ item, itemsById, showOnly, answer }: { readonly item: AssessedItemDetail; readonly answer: ReactNode } & Pick<Props, 'itemsById' | 'showOnly'>) {
  const { messages } = useScreen()
  const titleOf = (id: string) => {
    const related = itemsById.get(id)
    return related ? `${related.no} ${related.title}` : id
  }
  const words = messages.checklist
  const evidence = item.evidence.map((basis) => messages.evidenceBasis[basis]).join('、')
  return (
    <>
      <Block title={words.requirement} className="jn-requirement">
        {item.requirement}
      </Block>
      <Block title={words.action} className="jn-action">
        {item.action}
      </Block>
      <Block title={words.cybozu} className="jn-cybozu">
        {item.cybozu}
      </Block>
      <Block title={words.evidenceExamples} className="jn-examples">
        {item.evidenceExamples}
      </Block>
      <Terms texts={[item.requirement, item.action, item.cybozu, item.evidenceExamples]} />
      {answer}
      <h3>{words.survey}</h3>
      <dl className="jn-pairs">
        <Pair name={words.basis}>{evidence}</Pair>
        <Pair name={words.documents}>{item.documents.join('、')}</Pair>
        <Pair name={words.mic}>
          {item.mic.map(({ code, level }, at) => (
            <span key={at} className="jn-mic">
              <button type="button" className="jn-link" title={words.micHint(code)} onClick={() => showOnly({ mic: code })}>
                {code}
              </button>{' '}
              {level}
            </span>
          ))}
        </Pair>
        <Pair name={words.related}>
          {item.related.map(({ id, how, why }) => (
            <span key={id} className="jn-related">
              <button type="button" className="jn-link" onClick={() => showOnly({ item: id })}>
                {titleOf(id)}
              </button>{' '}
              <strong>{messages.relation[how]}</strong> <span className="jn-quiet">{why}</span>
            </span>
          ))}
        </Pair>
        {item.urls.length > 0 && (
          <Pair name={words.urls}>
            {item.urls.map((url) => (
              <Link key={url} url={url} />
            ))}
          </Pair>
        )}
        {item.officialText !== '' && <Pair name={words.officialText}>{item.officialText}</Pair>}
      </dl>
      <h3>{messages.screen.matrix}</h3>
      <ResponsibilityList responsibilities={item.responsibilities} />
    </>
  )
}

function Block({ title, className, children }: { readonly title: string; readonly className: string; readonly children: ReactNode }) {
  return (
    <section className={`jn-block ${className}`}>
      <h3>{title}</h3>
      <p>{children}</p>
    </section>
  )
}

/** Only a web address becomes a link; whatever else stands in the field is shown as it is. */
function Link({ url }: { readonly url: string }) {
  const { messages } = useScreen()
  if (!/^https?:\/\//.test(url)) return <span className="jn-url">{url}</span>
  return (
    <a className="jn-url" href={url} target="_blank" rel="noopener noreferrer" title={messages.checklist.otherWindow}>
      {url}
    </a>
  )
}
