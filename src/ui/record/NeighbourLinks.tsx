import { useCallback } from 'react'
import type { Assessment, AssessedItemDetail } from '../../domain/assessment'
import type { ItemSurroundings, NamedItem } from '../../ports/item-surroundings'
import { useScreen } from '../shared/context'
import { useLoaded } from '../shared/load'

interface Props {
  readonly item: AssessedItemDetail
  readonly assessment: Assessment
  readonly surroundings: ItemSurroundings
}

/** The way to the items before and after, within the list that one has come from, and which list that is. */
export function NeighbourLinks({ item, assessment, surroundings }: Props) {
  const { messages } = useScreen()
  const words = messages.record
  const { recordId, part, order } = item
  const { round, facility } = assessment
  const [loaded, again] = useLoaded(useCallback(() => surroundings.neighbours({ recordId, part, order }, { round, facility }), [surroundings, recordId, part, order, round, facility]))
  if (loaded.state === 'failed') {
    return (
      <p className="jn-quiet" role="alert">
        {words.neighboursUnread} {messages.failure[loaded.failure.kind]}{' '}
        <button type="button" className="jn-button jn-small" onClick={again}>
          {messages.retry}
        </button>
      </p>
    )
  }
  const { previous, next, within } = loaded.state === 'loaded' ? loaded.value : { previous: null, next: null, within: null }
  return (
    <nav className="jn-neighbours" aria-label={words.neighbours} aria-busy={loaded.state === 'loading'}>
      <Neighbour name={words.previous} item={previous} />
      <Neighbour name={words.next} item={next} />
      <p className="jn-quiet">
        {loaded.state === 'loading' ? messages.loading : within === null ? words.inSource : within.isIn ? words.inList(within.list, within.at, within.total) : words.leftList(within.list)}
      </p>
    </nav>
  )
}

function Neighbour({ name, item }: { readonly name: string; readonly item: NamedItem | null }) {
  const { messages, recordUrl } = useScreen()
  if (item === null) {
    return (
      <p>
        <span className="jn-quiet">{name}</span> {messages.none}
      </p>
    )
  }
  return (
    <p>
      <span className="jn-quiet">{name}</span>{' '}
      <a href={recordUrl(item.recordId)}>
        {item.no} {item.title}
      </a>
    </p>
  )
}
