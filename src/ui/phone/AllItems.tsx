import { useMemo } from 'react'
import type { AssessedItem } from '../../domain/assessment'
import { coverageTree } from '../../domain/coverage'
import type { Part } from '../../domain/guideline'
import { filterFromLink, matchesFilter } from '../../domain/item-filter'
import { useCurrentItems } from '../shared/use-current-items'
import { useScreen } from '../shared/context'
import { FilterChips } from '../shared/FilterChips'
import { useLinkState } from '../shared/link-state'
import { ItemOrList } from './ItemOrList'
import { ItemRows } from './ItemRows'
import type { PhonePorts } from './PhoneApp'

/** Every item, to be found by words or section; a link from a number comes with its own conditions. */
export function AllItems({ items: read, ports }: { readonly items: readonly AssessedItem[]; readonly ports: PhonePorts }) {
  const { messages, today } = useScreen()
  const words = messages.checklist
  const [items, update] = useCurrentItems(read)
  const [link, changeLink] = useLinkState()
  const address = link.toString()
  const filter = useMemo(() => filterFromLink(new URLSearchParams(address)), [address])
  const shown = useMemo(() => items.filter((item) => matchesFilter(item, filter, today)), [items, filter, today])
  const tree = useMemo(() => coverageTree(items), [items])
  const placeOf = (part: Part, section: string) => `${part}|${section}`
  return (
    <ItemOrList items={items} ports={ports} update={update} missing={messages.phone.notFound}>
      {(open) => (
        <>
          <input
            type="search"
            className="jn-input"
            placeholder={words.search}
            aria-label={words.search}
            value={filter.text}
            onChange={(event) => changeLink({ text: event.target.value === '' ? null : event.target.value })}
          />
          <label className="jn-sections">
            <span>{messages.phone.section}</span>
            <select
              value={filter.part && filter.section !== null ? placeOf(filter.part, filter.section) : ''}
              onChange={(event) => {
                const at = event.target.value.indexOf('|')
                changeLink(at === -1 ? { part: null, section: null } : { part: event.target.value.slice(0, at), section: event.target.value.slice(at + 1) })
              }}
            >
              <option value="">{messages.phone.allSections}</option>
              {tree.map(({ part, sections }) => (
                <optgroup key={part} label={messages.part[part]}>
                  {sections.map(({ section, met, targets }) => (
                    <option key={section} value={placeOf(part, section)}>
                      {section}（{met}/{targets}）
                    </option>
                  ))}
                </optgroup>
              ))}
            </select>
          </label>
          <FilterChips filter={filter} items={items} change={changeLink} />
          <p className="jn-quiet" role="status">
            {words.shown(shown.length, items.length)}
          </p>
          {shown.length === 0 ? <p className="jn-state">{words.noMatch}</p> : <ItemRows key={address} items={shown} open={open} drafts={ports.drafts} />}
        </>
      )}
    </ItemOrList>
  )
}
