import type { Attention } from '../../domain/status-chart'
import { useScreen } from '../shared/context'
import type { ChecklistUrl } from '../shared/checklist-url'
import { FigureLink } from '../shared/FigureLink'

export function AttentionTiles({ tiles, urlOf }: { readonly tiles: readonly Attention[]; readonly urlOf: ChecklistUrl }) {
  return (
    <ul className="jn-tiles">
      {tiles.map((tile) => (
        <Tile key={tile.concern} tile={tile} urlOf={urlOf} />
      ))}
    </ul>
  )
}

function Tile({ tile, urlOf }: { readonly tile: Attention; readonly urlOf: ChecklistUrl }) {
  const { messages } = useScreen()
  const words = messages.dashboard
  const name = words.concern[tile.concern]
  const { count } = tile.figure
  return (
    <li className={count === 0 ? 'jn-tile' : 'jn-tile jn-tile-open'}>
      <p className="jn-tile-name">{name}</p>
      <p className="jn-headline">
        <FigureLink figure={tile.figure} says={words.tileSays(name, count)} urlOf={urlOf} />
      </p>
      <p className="jn-quiet">{words.concernHint[tile.concern]}</p>
    </li>
  )
}
