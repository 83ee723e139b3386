import type { AttentionTile } from '../../domain/attention'
import type { ChecklistUrl } from '../shared/checklist-url'
import { useScreen } from '../shared/context'
import { FigureLink } from '../shared/FigureLink'

export function AttentionTiles({ tiles, urlOf }: { readonly tiles: readonly AttentionTile[]; readonly urlOf: ChecklistUrl }) {
  const { messages } = useScreen()
  const words = messages.dashboard
  return (
    <ul className="jn-tiles">
      {tiles.map(({ main, others }) => (
        <li key={main.concern} className={main.figure.count === 0 ? 'jn-tile' : 'jn-tile jn-tile-open'}>
          <p className="jn-tile-name">{words.concern[main.concern]}</p>
          <p className="jn-headline">
            <FigureLink figure={main.figure} says={words.tileSays(words.concern[main.concern], main.figure.count)} urlOf={urlOf} />
          </p>
          <p className="jn-quiet">{words.concernHint[main.concern]}</p>
          <ul className="jn-terms">
            {others.map(({ concern, figure }) => (
              <li key={concern}>
                {words.concern[concern]} <FigureLink figure={figure} says={words.tileSays(words.concern[concern], figure.count)} urlOf={urlOf} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}
