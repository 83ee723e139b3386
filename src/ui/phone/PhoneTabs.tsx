import type { Screen } from '../../ports/screens'
import { useScreen } from '../shared/context'
import { useLinkState } from '../shared/link-state'

const TABS = ['mine', 'checklist', 'overview', 'matrix', 'documents'] as const
export type Tab = (typeof TABS)[number]

/** The list that each stands in, and what its address says besides. */
const PLACE: Readonly<Record<Tab, readonly [Screen, Readonly<Record<string, string>>]>> = {
  mine: ['dashboard', {}],
  checklist: ['checklist', {}],
  overview: ['dashboard', { show: 'overview' }],
  matrix: ['matrix', {}],
  documents: ['documents', {}],
}

/** Links stay within the assessment that the present address names. */
export function useTabUrl(): (tab: Tab, more?: Readonly<Record<string, string>>) => string | null {
  const { screenUrl } = useScreen()
  const [link] = useLinkState()
  const assessment = link.get('assessment')
  return (tab, more = {}) => screenUrl(PLACE[tab][0], new URLSearchParams({ ...(assessment === null ? {} : { assessment }), ...PLACE[tab][1], ...more }))
}

export function PhoneTabs({ tab }: { readonly tab: Tab }) {
  const { messages } = useScreen()
  const urlOf = useTabUrl()
  return (
    <nav className="jn-tabs" aria-label={messages.screens}>
      {TABS.map((other) => {
        const url = urlOf(other)
        return url === null ? (
          <span key={other} className={other === tab ? 'jn-tab jn-tab-open' : 'jn-tab jn-quiet'} aria-current={other === tab ? 'page' : undefined}>
            {messages.phone.tab[other]}
          </span>
        ) : (
          <a key={other} className={other === tab ? 'jn-tab jn-tab-open' : 'jn-tab'} href={url} aria-current={other === tab ? 'page' : undefined}>
            {messages.phone.tab[other]}
          </a>
        )
      })}
    </nav>
  )
}
