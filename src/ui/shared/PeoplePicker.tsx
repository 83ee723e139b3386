import type { KeyboardEvent } from 'react'
import { useId, useState } from 'react'
import type { Person } from '../../domain/assessment'
import { matchesText } from '../../domain/search-text'
import { focusBeside } from './focus-beside'
import type { Offered } from './use-names'

interface PickerWords {
  readonly pick: (fieldName: string) => string
  readonly removePerson: (name: string) => string
  readonly noPerson: string
  readonly morePeople: (n: number) => string
  readonly directoryFailed: string
  readonly loading: string
}

interface Props {
  readonly id: string
  /** The field's label */
  readonly name: string
  readonly chosen: readonly Person[]
  readonly change: (people: readonly Person[]) => void
  /** Who can be chosen; asked for when the box is entered. */
  readonly offered: Offered
  readonly keyHint?: string
  /** Named here where no <label> points at the box */
  readonly label?: string
  readonly disabled?: boolean
  readonly words: PickerWords
}

/** How many names are shown at once; typing on narrows them down. */
const SHOWN = 8

/** People or departments, found by typing. After the combobox pattern of WAI-ARIA: the keys move through the list, the focus stays in the box. */
export function PeoplePicker({ id, name, chosen, change, offered, keyHint, label, disabled = false, words }: Props) {
  const listId = useId()
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const found = offered.people.filter((person) => !chosen.some(({ code }) => code === person.code) && matchesText(text, [person.name, person.code, person.reading ?? '']))
  const shown = found.slice(0, SHOWN)

  const take = (person: Person | undefined) => {
    if (!person) return
    change([...chosen, person])
    setText('')
    setActive(0)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      if (shown.length > 0) setActive((active + (event.key === 'ArrowDown' ? 1 : shown.length - 1)) % shown.length)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (isOpen) take(shown[active])
    } else if (event.key === 'Escape' && isOpen) {
      event.stopPropagation()
      setOpen(false)
    } else if (event.key === 'Backspace' && text === '' && chosen.length > 0) {
      change(chosen.slice(0, -1))
    }
  }

  return (
    <div className="jn-people">
      {chosen.length > 0 && (
        <ul className="jn-chips">
          {chosen.map((person) => (
            <li key={person.code}>
              {person.name}
              <button
                type="button"
                disabled={disabled}
                aria-label={words.removePerson(person.name)}
                onClick={({ currentTarget }) => {
                  focusBeside(currentTarget, document.getElementById(id))
                  change(chosen.filter(({ code }) => code !== person.code))
                }}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        id={id}
        className="jn-input"
        type="text"
        disabled={disabled}
        role="combobox"
        autoComplete="off"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && shown[active] ? `${listId}-${active}` : undefined}
        aria-keyshortcuts={keyHint}
        aria-label={label}
        placeholder={words.pick(name)}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setActive(0)
          setOpen(true)
        }}
        onFocus={() => {
          offered.ask()
          setOpen(true)
        }}
        onClick={() => setOpen(true)}
        onBlur={() => {
          setOpen(false)
          setText('')
        }}
        onKeyDown={onKeyDown}
      />
      <div className="jn-offer" hidden={!isOpen}>
        <ul id={listId} role="listbox" aria-label={name}>
          {shown.map((person, at) => (
            // Pressing the mouse would take the focus out of the box, and with it the list, before the click arrives.
            <li key={person.code} id={`${listId}-${at}`} role="option" aria-selected={at === active} onMouseDown={(event) => event.preventDefault()} onClick={() => take(person)}>
              {person.name} <span className="jn-quiet">{person.code}</span>
            </li>
          ))}
        </ul>
        {offered.state === 'loading' && <p className="jn-quiet">{words.loading}</p>}
        {offered.state === 'failed' && <p className="jn-quiet">{words.directoryFailed}</p>}
        {offered.state !== 'loading' && found.length === 0 && <p className="jn-quiet">{words.noPerson}</p>}
        {found.length > SHOWN && <p className="jn-quiet">{words.morePeople(found.length - SHOWN)}</p>}
      </div>
    </div>
  )
}
