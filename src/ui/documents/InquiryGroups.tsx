import type { InquiryGroup, InquiryIndex } from '../../domain/document-index'
import { SelectCell } from '../checklist/ItemTable'
import type { Selection } from '../checklist/use-selection'
import type { ChecklistUrl } from '../shared/checklist-url'
import { FigureLink } from '../shared/FigureLink'
import { useScreen } from '../shared/context'
import { StatusMark } from '../shared/marks'
import { InquiryLetter } from './InquiryLetter'
import { ItemLink } from './ItemLink'

interface Props {
  readonly index: InquiryIndex
  /** Who writes to the provider; null where no mail is drafted */
  readonly facility: string | null
  /** Null for who may only read. */
  readonly selection: Selection | null
  readonly urlOf: ChecklistUrl
}

/** How many items are in which state of the inquiry. */
export function InquiryCounts({ index, urlOf }: Pick<Props, 'index' | 'urlOf'>) {
  const { messages } = useScreen()
  const words = messages.documents
  return (
    <table className="jn-inquiry-table">
      <caption>{words.inquiriesCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.inquiry}</th>
          <th scope="col" className="jn-col-number">
            {words.count}
          </th>
        </tr>
      </thead>
      <tbody>
        {index.groups.map(({ inquiry, figure }) => (
          <tr key={inquiry}>
            <th scope="row">{messages.inquiry[inquiry]}</th>
            <td className="jn-col-number">
              <FigureLink figure={figure} says={words.figureSays(messages.inquiry[inquiry], figure.count)} urlOf={urlOf} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words.total}</th>
          <td className="jn-col-number">
            <FigureLink figure={index.total} says={words.figureSays(words.total, index.total.count)} urlOf={urlOf} />
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

/** The items of each state, which fold away, and a mail about them. */
export function InquiryGroups({ index, ...rest }: Props) {
  return index.groups.map((group) => <Group key={group.inquiry} group={group} {...rest} />)
}

type GroupProps = { readonly group: InquiryGroup } & Omit<Props, 'index'>

function Group({ group, facility, selection, urlOf }: GroupProps) {
  const { messages } = useScreen()
  const words = messages.documents
  const name = messages.inquiry[group.inquiry]
  const count = messages.count(group.figure.count)
  return (
    <section>
      <h3>
        {name} <FigureLink figure={group.figure} says={`${name} ${count}`} text={count} urlOf={urlOf} />
      </h3>
      {group.items.length === 0 ? (
        <p className="jn-quiet">{words.noItems}</p>
      ) : (
        <>
          {facility !== null && group.inquiry !== '不要' && <InquiryLetter items={group.items} facility={facility} name={name} />}
          <details open>
            <summary>{words.itemsOf(name)}</summary>
            <div className="jn-inquiry-scroll">
              <GroupTable caption={words.itemsOf(name)} group={group} selection={selection} urlOf={urlOf} />
            </div>
          </details>
        </>
      )}
    </section>
  )
}

function GroupTable({ caption, group, selection, urlOf }: { readonly caption: string } & Omit<GroupProps, 'facility'>) {
  const { messages } = useScreen()
  const words = messages.documents
  const isNoted = group.items.some(({ inquiryOn, inquiryNote }) => inquiryOn !== null || inquiryNote !== '')
  return (
    <table className="jn-inquiry-items">
      {/* The summary above says the same to the eye. */}
      <caption className="jn-unseen">{caption}</caption>
      <thead>
        <tr>
          {selection && (
            <td className="jn-col-select">
              <input type="checkbox" aria-label={words.selectGroup(caption)} checked={group.items.every(selection.has)} onChange={() => selection.toggleAll(group.items)} />
            </td>
          )}
          {(['no', 'title', 'status', ...(isNoted ? (['asked'] as const) : []), 'owner'] as const).map((column) => (
            <th key={column} scope="col" className={`jn-col-${column}`}>
              {words.column[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {group.items.map((item) => (
          <tr key={item.recordId}>
            {selection && <SelectCell item={item} isSelected={selection.has(item)} act={selection} />}
            <td className="jn-col-no">{item.no}</td>
            <td className="jn-col-title">
              <ItemLink item={item} shows="title" urlOf={urlOf} />
            </td>
            <td className="jn-col-status">
              <StatusMark status={item.status} />
            </td>
            {isNoted && (
              <td>
                {item.inquiryOn?.replaceAll('-', '/')}
                {item.inquiryNote !== '' && <span className="jn-note-text">{item.inquiryNote}</span>}
              </td>
            )}
            <td className="jn-col-owner">{item.owners.length === 0 ? messages.checklist.withoutOwner : item.owners.map(({ name }) => name).join(messages.comma)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
