import type { Boot } from '../boot'
import type { Page } from '../page'
import { isObject } from '../shapes'

const list = [
  'SHOW_RECORD',
  'FOCUS_SEARCH_BOX',
  'SHORTCUTS_HELP',
  'CREATE_RECORD',
  'EDIT_RECORD',
  'NEXT_RECORD',
  'PREVIOUS_RECORD',
  'NEXT_PAGE',
  'PREVIOUS_PAGE',
] as const
const record = [
  'FOCUS_SEARCH_BOX',
  'CANCEL_EDITING',
  'SHORTCUTS_HELP',
  'CREATE_RECORD',
  'EDIT_RECORD',
  'SHOW_VIEW',
  'SHOW_FILTER',
  'NEXT_RECORD',
  'PREVIOUS_RECORD',
  'SAVE_RECORD',
] as const
const adding = ['FOCUS_SEARCH_BOX', 'SHORTCUTS_HELP', 'SAVE_RECORD'] as const

/** Which shortcuts a page has [CD js-api/kintone/set-keyboard-shortcuts]. The local kintone answers to none of the keys. */
const shortcuts: Partial<Record<Boot['page'], readonly string[]>> = { APP_INDEX: list, APP_DETAIL: record, APP_CREATE: adding }

export function shortcutFunctions({ boot }: Page): Record<string, unknown> {
  const states = new Map((shortcuts[boot.page] ?? []).map((name): [string, boolean] => [name, true]))
  return {
    setKeyboardShortcuts: async (config: unknown) => {
      if (typeof config === 'boolean') for (const name of states.keys()) states.set(name, config)
      else if (!isObject(config)) throw new Error('kintone.setKeyboardShortcuts: the config must be a boolean or an object.')
      else for (const [name, on] of Object.entries(config)) if (states.has(name)) states.set(name, on === true)
    },
    getKeyboardShortcuts: async () => Object.fromEntries(states),
  }
}
