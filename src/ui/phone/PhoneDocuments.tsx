import { useMemo } from 'react'
import type { AssessedItem } from '../../domain/assessment'
import { documentIndex, inquiryIndex, TERMS_OF_USE } from '../../domain/document-index'
import { useScreen } from '../shared/context'
import { FigureRows } from './FigureRows'

/** 文献と照会 in numbers: the inquiries first, as they are what moves. */
export function PhoneDocuments({ items }: { readonly items: readonly AssessedItem[] }) {
  const { messages, today } = useScreen()
  const words = messages.documents
  const documents = useMemo(() => documentIndex(items, today), [items, today])
  const inquiries = useMemo(() => inquiryIndex(items, today), [items, today])
  return (
    <>
      <h2>{words.inquiries}</h2>
      <p className="jn-quiet">{words.inquiriesHint}</p>
      <FigureRows rows={inquiries.groups.map(({ inquiry, figure }) => ({ name: messages.inquiry[inquiry], figure }))} />
      <h2>{words.documents}</h2>
      <p className="jn-quiet">{words.documentsHint}</p>
      {documents.length === 0 ? (
        <p>{words.noDocuments}</p>
      ) : (
        <FigureRows rows={documents.map(({ document, figure }) => ({ name: document, figure, ...(document === TERMS_OF_USE && { shown: `${document}　${words.terms}` }) }))} />
      )}
    </>
  )
}
