import { useMemo } from 'react'
import type { Assessment, AssessedItem } from '../../domain/assessment'
import { documentIndex, inquiryIndex } from '../../domain/document-index'
import { useChecklistUrl } from '../shared/checklist-url'
import { DocumentPapers } from '../papers/DocumentPapers'
import { useScreen } from '../shared/context'
import { DocumentTable } from './DocumentTable'
import './documents.css'
import { InquiryGroups } from './InquiryGroups'

/** Which items rest on which public document, and how far the inquiry about the rest is. */
export function Documents({ assessment, items }: { readonly assessment: Assessment; readonly items: readonly AssessedItem[] }) {
  const { messages, today } = useScreen()
  const words = messages.documents
  const urlOf = useChecklistUrl()
  const documents = useMemo(() => documentIndex(items, today), [items, today])
  const inquiries = useMemo(() => inquiryIndex(items, today), [items, today])
  return (
    <div className="jn-documents">
      <DocumentPapers assessment={assessment} items={items} />
      <section aria-labelledby="jn-by-document">
        <h2 id="jn-by-document">{words.documents}</h2>
        <p className="jn-quiet">{words.documentsHint}</p>
        {documents.length === 0 ? <p>{words.noDocuments}</p> : <DocumentTable entries={documents} urlOf={urlOf} />}
      </section>
      <section aria-labelledby="jn-inquiries">
        <h2 id="jn-inquiries">{words.inquiries}</h2>
        <p className="jn-quiet">{words.inquiriesHint}</p>
        <InquiryGroups index={inquiries} facility={assessment.facility} urlOf={urlOf} />
      </section>
    </div>
  )
}
