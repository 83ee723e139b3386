import { createContext, useContext } from 'react'
import type { LinkedView } from '../../ports/screens'
import type { Messages } from '../messages/ja'
import type { ImportMemory } from '../papers/import-memory'
import type { TableFiles } from '../papers/table-files'

/** What every screen is given by its entry. */
export interface ScreenContext {
  readonly messages: Messages
  /** Login name of the signed-in user. */
  readonly userCode: string
  /** The user's calendar day, `YYYY-MM-DD`. */
  readonly today: string
  /** The user's time of day, `HH:MM`, at this moment. */
  readonly timeOfDay: () => string
  /** A moment given in UTC as the user's own day and time of day. */
  readonly dayAndTime: (moment: string) => string
  readonly recordUrl: (recordId: string) => string
  /** A link to another screen with a filter or an item, or null while the app has no such view or it is not known yet. */
  readonly screenUrl: (screen: LinkedView, parameters?: URLSearchParams) => string | null
  /** On the app's lists on a PC alone; elsewhere nothing asks for a file. */
  readonly tableFiles?: () => TableFiles
  readonly importMemory?: ImportMemory
  /** Called as a record is opened out of a list of ours: the record's page then knows its neighbours there. */
  readonly rememberList?: (name: string, recordIds: readonly string[]) => void
}

const Context = createContext<ScreenContext | null>(null)
export const ScreenContextProvider = Context.Provider

/** Throws on a page that has no script for files: there no screen offers one. */
export function useTableFiles(): () => TableFiles {
  const { tableFiles } = useScreen()
  if (!tableFiles) throw new Error('useTableFiles on a page without the script for files')
  return tableFiles
}

export function useScreen(): ScreenContext {
  const context = useContext(Context)
  if (!context) throw new Error('useScreen outside a screen')
  return context
}
