import type { ReactNode } from 'react'
import { useCallback } from 'react'
import type { AssessedItem, AssessedItemDetail } from '../../domain/assessment'
import { isOverdue } from '../../domain/assessment'
import type { AssessedItems } from '../../ports/assessed-items'
import { useScreen } from '../shared/context'
import { useLoaded } from '../shared/load'
import { StatusMark } from '../shared/marks'
import { ResponsibilityList } from '../shared/ResponsibilityList'
import { Failed, Loading } from '../shared/states'

interface Props {
  readonly item: AssessedItem
  /** The items of the whole assessment, by id (`MHLW:6.5-11`), to name related ones. */
  readonly itemsById: ReadonlyMap<string, AssessedItem>
  /** Opens another item, or lists all that share something, without any other condition. */
  readonly showOnly: (link: Readonly<Record<string, string>>) => void
  readonly source: AssessedItems
  readonly previous: (() => void) | null
  readonly next: (() => void) | null
}

/** The whole item. Its head is known from the list; the long texts are read when it is opened. */
export function ItemPane({ item, itemsById, showOnly, source, previous, next }: Props) {
  const { messages, recordUrl } = useScreen()
  const [detail, again] = useLoaded(useCallback(() => source.detail(item.recordId), [source, item.recordId]))
  return (
    <article className="jn-item">
      <header>
        <p className="jn-item-place">
          <span>
            {messages.part[item.part]}　{item.section}
          </span>
          <span className="jn-item-steps">
            <button type="button" className="jn-link" disabled={previous === null} onClick={() => previous?.()}>
              {messages.checklist.previous}
            </button>
            <button type="button" className="jn-link" disabled={next === null} onClick={() => next?.()}>
              {messages.checklist.next}
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
          <ItemTexts item={detail.value} itemsById={itemsById} showOnly={showOnly} />
        ))}
    </article>
  )
}

function ItemTexts({ item, itemsById, showOnly }: { readonly item: AssessedItemDetail } & Pick<Props, 'itemsById' | 'showOnly'>) {
  const { messages, today } = useScreen()
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
      <dl className="jn-pairs">
        <Pair name={words.evidenceExamples}>{item.evidenceExamples}</Pair>
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
      <h3>{words.answer}</h3>
      <dl className="jn-pairs">
        <Pair name={words.owner}>{item.owners.map(({ name }) => name).join('、')}</Pair>
        <Pair name={words.department}>{item.departments.map(({ name }) => name).join('、')}</Pair>
        <Pair name={words.target}>
          {item.targetOn}
          {isOverdue(item, today) && <strong className="jn-overdue"> {words.overdue}</strong>}
        </Pair>
        {item.completedOn !== null && <Pair name={words.completed}>{item.completedOn}</Pair>}
        {item.statusReason !== '' && <Pair name={words.reason}>{item.statusReason}</Pair>}
        <Pair name={words.implementation}>{item.implementation}</Pair>
        <Pair name={words.inquiry}>{messages.inquiry[item.inquiry]}</Pair>
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

function Pair({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const { messages } = useScreen()
  const blank = children === '' || children === null || (Array.isArray(children) && children.every((child) => child === null || child === false || (Array.isArray(child) && child.length === 0)))
  return (
    <div>
      <dt>{name}</dt>
      <dd>{blank ? messages.none : children}</dd>
    </div>
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
