import { useCallback, useEffect, useState } from 'react'
import type { AssessedItem } from '../../domain/assessment'
import { basisProper } from '../../domain/half-change'
import { sinceAgreement } from '../../domain/matrix-changes'
import { halvesOf } from '../../domain/matrix-edit'
import { partedParty } from '../../domain/parties'
import { CYBOZU, HOSPITAL } from '../../domain/responsibility'
import type { AssessedItems } from '../../ports/assessed-items'
import type { RecordHistories } from '../../ports/record-histories'
import { useScreen } from '../shared/context'
import { Link } from '../shared/ItemTexts'
import { useLoaded } from '../shared/load'

interface Props {
  readonly item: AssessedItem
  readonly party: string
  readonly source: AssessedItems
  readonly histories: RecordHistories
}

/** What stands behind a cell: which evidence its party has disclosed, who changed the record last, and whether the cell is as it was last agreed on. */
export function CellOrigin({ item, party, source, histories }: Props) {
  const { messages, screenUrl } = useScreen()
  const words = messages.matrixPapers
  const { recordId, revision } = item
  const settled = useSettled(recordId)
  const whose = partedParty(party).party
  // A save raises the revision: then it is asked anew.
  const read = useCallback(async () => {
    const [history, detail] = await Promise.all([histories.of([settled]), whose === HOSPITAL || whose === CYBOZU ? source.detail(settled) : null])
    return { history: history[0] ?? null, detail, revision }
  }, [histories, source, settled, revision, whose])
  const [loaded, again] = useLoaded(read)
  const isRead = loaded.state === 'loaded' && settled === recordId
  const detail = isRead && loaded.value.detail !== null && !('found' in loaded.value.detail) ? loaded.value.detail : null
  const history = isRead ? loaded.value.history : null
  const agreement = history && sinceAgreement(item, party, history.log)
  const bases = halvesOf(item, party).map(({ basis }) => basisProper(basis)).filter((basis) => basis !== '')
  return (
    <>
      <dl className="jn-half-facts jn-cell-origin">
        <dt>{words.disclosed}</dt>
        <dd>
          {whose === CYBOZU && (
            <>
              {[...new Set([messages.disclosure[item.disclosure], ...item.evidence.map((basis) => messages.evidenceBasis[basis])])].join(messages.comma)}
              {item.disclosure === '要NDA' && `${messages.comma}${words.inquiryIs(messages.inquiry[item.inquiry])}`}
              {item.documents.length > 0 && '\n'}
              {item.documents.map((document) => (
                <a key={document} className="jn-document" href={screenUrl('checklist', new URLSearchParams({ document })) ?? undefined} title={words.ofDocument(document)}>
                  {document}
                </a>
              ))}
              {detail?.urls.map((url) => <Link key={url} url={url} />)}
            </>
          )}
          {whose === HOSPITAL && detail && ([...detail.evidenceFiles.map(({ name }) => name), detail.evidenceLinks].filter((text) => text.trim() !== '').join('\n') || messages.none)}
          {whose !== CYBOZU && whose !== HOSPITAL && (bases.join('\n') || words.nothingDisclosed)}
        </dd>
        {history && (
          <>
            <dt>{words.lastOfRecord}</dt>
            <dd>
              {history.changedOn.replaceAll('-', '/')} {history.changedBy?.name ?? messages.none}
            </dd>
            <dt>{words.lastAgreement}</dt>
            <dd>{agreement ? `${agreement.day.replaceAll('-', '/')} ${words.sinceThen[agreement.kind]}` : words.noLog}</dd>
          </>
        )}
      </dl>
      {!isRead && loaded.state !== 'failed' && <p className="jn-quiet">{messages.loading}</p>}
      {loaded.state === 'failed' && (
        <p role="alert">
          {messages.failure[loaded.failure.kind]}{' '}
          <button type="button" className="jn-button" onClick={again}>
            {messages.retry}
          </button>
        </p>
      )}
    </>
  )
}

const REST_MS = 250

/** The record on which somebody has come to rest: keys that run down the rows must not ask kintone at each of them. */
function useSettled(recordId: string): string {
  const [settled, settle] = useState(recordId)
  useEffect(() => {
    const timer = setTimeout(() => settle(recordId), REST_MS)
    return () => clearTimeout(timer)
  }, [recordId])
  return settled
}
