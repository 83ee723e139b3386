import type { DocumentEntry } from '../../domain/document-index'
import { TERMS_OF_USE } from '../../domain/document-index'
import { PARTS } from '../../domain/guideline'
import type { ChecklistUrl } from '../shared/checklist-url'
import { FigureLink } from '../shared/FigureLink'
import { useScreen } from '../shared/context'
import { ItemLink } from './ItemLink'

/** One row a document: its number, how many items rest on it, and which. */
export function DocumentTable({ entries, urlOf }: { readonly entries: readonly DocumentEntry[]; readonly urlOf: ChecklistUrl }) {
  const { messages } = useScreen()
  const words = messages.documents
  return (
    <table className="jn-document-table">
      <caption>{words.documentsCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.document}</th>
          <th scope="col" className="jn-col-number">
            {words.count}
          </th>
          <th scope="col">{words.items}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.document}>
            <th scope="row">
              {entry.document}
              {entry.document === TERMS_OF_USE && <span className="jn-document-name"> {words.terms}</span>}
            </th>
            <td className="jn-col-number">
              <FigureLink figure={entry.figure} says={words.figureSays(entry.document, entry.figure.count)} urlOf={urlOf} />
            </td>
            <td>
              <ItemsByPart entry={entry} urlOf={urlOf} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** An item number is unique only within its part, so each part's numbers stand under its name. */
function ItemsByPart({ entry, urlOf }: { readonly entry: DocumentEntry; readonly urlOf: ChecklistUrl }) {
  const { messages } = useScreen()
  return PARTS.map((part) => {
    const own = entry.items.filter((item) => item.part === part)
    if (own.length === 0) return null
    return (
      <div key={part} className="jn-part-items">
        <span className="jn-quiet">{messages.part[part]}</span>
        <ul>
          {own.map((item) => (
            <li key={item.recordId}>
              <ItemLink item={item} shows="no" urlOf={urlOf} />
            </li>
          ))}
        </ul>
      </div>
    )
  })
}
