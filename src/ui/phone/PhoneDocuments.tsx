import { useMemo } from 'react'
import type { AssessedItem } from '../../domain/assessment'
import { documentIndex, inquiryIndex } from '../../domain/document-index'
import { DocumentTable } from '../documents/DocumentTable'
import '../documents/documents.css'
import { InquiryGroups } from '../documents/InquiryGroups'
import { useChecklistUrl } from '../shared/checklist-url'
import { useScreen } from '../shared/context'

/** 文献と照会 without its papers: the inquiries first, as they are what moves. */
export function PhoneDocuments({ items }: { readonly items: readonly AssessedItem[] }) {
  const { messages, today } = useScreen()
  const words = messages.documents
  const urlOf = useChecklistUrl()
  const documents = useMemo(() => documentIndex(items, today), [items, today])
  const inquiries = useMemo(() => inquiryIndex(items, today), [items, today])
  return (
    <div className="jn-documents">
      <section aria-labelledby="jn-inquiries">
        <h2 id="jn-inquiries">{words.inquiries}</h2>
        <p className="jn-quiet">{words.inquiriesHint}</p>
        <InquiryGroups index={inquiries} facility={null} urlOf={urlOf} />
      </section>
      <section aria-labelledby="jn-by-document">
        <h2 id="jn-by-document">{words.documents}</h2>
        <p className="jn-quiet">{words.documentsHint}</p>
        {documents.length === 0 ? <p>{words.noDocuments}</p> : <DocumentTable entries={documents} urlOf={urlOf} />}
      </section>
    </div>
  )
}
