import type { KeyboardEvent, ReactNode } from 'react'
import { useId, useRef, useState } from 'react'
import type { SetupMessages } from '../messages/setup.ja'

/** One part of the settings screen. */
interface Section {
  readonly id: string
  readonly label: string
  readonly content: ReactNode
}

interface Props {
  readonly messages: SetupMessages
  readonly sections: readonly Section[]
  readonly pluginListUrl: string
}

/** The sections of the settings screen, one at a time behind its tab. A section begins when it is first opened and goes on while another is looked at. */
export function SectionTabs({ messages, sections, pluginListUrl }: Props) {
  const base = useId()
  const tabs = useRef(new Map<string, HTMLButtonElement>())
  const [chosen, setChosen] = useState(sections[0]?.id)
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set(chosen === undefined ? [] : [chosen]))

  const choose = (id: string) => {
    setChosen(id)
    setOpened(new Set([...opened, id]))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const at = sections.findIndex(({ id }) => id === chosen)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: sections.length - 1 }[event.key]
    const next = to === undefined ? undefined : sections[(to + sections.length) % sections.length]
    if (!next) return
    event.preventDefault()
    choose(next.id)
    tabs.current.get(next.id)?.focus()
  }

  return (
    <div className="jn-config">
      <div className="jn-tabs" role="tablist" aria-label={messages.setup.sections} onKeyDown={onKeyDown}>
        {sections.map(({ id, label }) => (
          <button
            key={id}
            ref={(button) => void (button ? tabs.current.set(id, button) : tabs.current.delete(id))}
            type="button"
            role="tab"
            id={`${base}-tab-${id}`}
            aria-controls={`${base}-panel-${id}`}
            aria-selected={id === chosen}
            tabIndex={id === chosen ? 0 : -1}
            onClick={() => choose(id)}
          >
            {label}
          </button>
        ))}
      </div>
      {sections.map(({ id, content }) => (
        <div key={id} role="tabpanel" id={`${base}-panel-${id}`} aria-labelledby={`${base}-tab-${id}`} hidden={id !== chosen}>
          {opened.has(id) && content}
        </div>
      ))}
      <p className="jn-config-end">
        <a href={pluginListUrl}>{messages.setup.toPluginList}</a>
      </p>
    </div>
  )
}
