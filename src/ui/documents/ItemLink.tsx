import type { AssessedItem } from '../../domain/assessment'
import { itemId } from '../../domain/guideline'
import type { ChecklistUrl } from '../shared/checklist-url'
import { useScreen } from '../shared/context'

interface Props {
  readonly item: AssessedItem
  readonly shows: 'no' | 'title'
  readonly urlOf: ChecklistUrl
}

/** Opens one item in the checklist. A number alone says little, so its title goes with it for a pointer and a screen reader. */
export function ItemLink({ item, shows, urlOf }: Props) {
  const { messages } = useScreen()
  const url = urlOf(new URLSearchParams({ item: itemId(item) }))
  const hint = shows === 'no' ? item.title : undefined
  if (url === null) return <span title={hint}>{item[shows]}</span>
  return (
    <a href={url} title={hint} aria-label={shows === 'no' ? messages.documents.itemSays(item.no, item.title) : undefined}>
      {item[shows]}
    </a>
  )
}
