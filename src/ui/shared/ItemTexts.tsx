import type { ReactNode } from 'react'
import { askedOf } from '../../domain/asked'
import type { AssessedItemDetail } from '../../domain/assessment'
import { Pair } from '../checklist/Pair'
import { Terms } from '../checklist/Terms'
import { useScreen } from './context'
import { Lines } from './Lines'

/** What is asked of the hospital and what it does first, then what cybozu says, what would show it, what is asked of the provider, and the terms in it. */
export function AskedBlocks({ item }: { readonly item: AssessedItemDetail }) {
  const { messages } = useScreen()
  const words = messages.checklist
  return (
    <>
      <Block title={words.requirement} className="jn-requirement">
        {askedOf(item.requirement).ofHospital}
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
      <ProviderPoints item={item} />
      <Terms texts={[item.requirement, item.action, item.cybozu, item.evidenceExamples]} />
    </>
  )
}

/** What the MIC guideline asks of the service provider: closed, as it is not the hospital's to do. */
export function ProviderPoints({ item }: { readonly item: AssessedItemDetail }) {
  const { messages } = useScreen()
  const { ofProvider, sameAs } = askedOf(item.requirement)
  if (ofProvider.length === 0) return null
  return (
    <details className="jn-glossary jn-providers">
      <summary>
        {messages.checklist.ofProvider(ofProvider.length)}
        {sameAs !== null && messages.checklist.sameAs(sameAs)}
      </summary>
      <Lines text={ofProvider.join('\n')} />
    </details>
  )
}

interface SurveyProps {
  readonly item: AssessedItemDetail
  /** A code of the Ministry of Internal Affairs' guideline, as something to press */
  readonly mic: (code: string) => ReactNode
  /** Another item by its id (`METI:2.6.12(3)`), as something to press */
  readonly related: (id: string) => ReactNode
}

/** What the survey rests on, and what the item is tied to. */
export function SurveyFacts({ item, mic, related }: SurveyProps) {
  const { messages } = useScreen()
  const words = messages.checklist
  return (
    <dl className="jn-pairs">
      <Pair name={words.basis}>{item.evidence.map((basis) => messages.evidenceBasis[basis]).join(messages.comma)}</Pair>
      <Pair name={words.documents}>{item.documents.join(messages.comma)}</Pair>
      <Pair name={words.mic}>
        {item.mic.map(({ code, level }, at) => (
          <span key={at} className="jn-mic">
            {mic(code)} {level}
          </span>
        ))}
      </Pair>
      <Pair name={words.related}>
        {item.related.map(({ id, how, why }) => (
          <span key={id} className="jn-related">
            {related(id)} <strong>{messages.relation[how]}</strong> <span className="jn-quiet">{why}</span>
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
  )
}

export function Block({ title, className, children }: { readonly title: string; readonly className: string; readonly children: string }) {
  return (
    <section className={`jn-block ${className}`}>
      <h3>{title}</h3>
      <Lines text={children} />
    </section>
  )
}

/** Only a web address becomes a link; whatever else stands in the field is shown as it is. */
export function Link({ url }: { readonly url: string }) {
  const { messages } = useScreen()
  if (!/^https?:\/\//.test(url)) return <span className="jn-url">{url}</span>
  return (
    <a className="jn-url" href={url} target="_blank" rel="noopener noreferrer" title={messages.checklist.otherWindow}>
      {url}
    </a>
  )
}
