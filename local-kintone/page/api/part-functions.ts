import type { Page } from '../page'
import type { Parts } from '../parts'
import { isObject } from '../shapes'

type Functions = Record<string, unknown>

/*
 * show…(state) and get…DisplayState() of 2025 and later, by the names of the parts; which there are on the desktop and which on the phone:
 * [CD js-api/record/show-or-hide-*, js-api/app/show-or-hide-*].
 */
const appParts = {
  desktop: ['AddRecordButton', 'AppSettingsButton', 'FilterButton', 'ViewAndReportSelector', 'OptionsButton', 'ReportButton'],
  mobile: ['AddRecordButton', 'FilterButton', 'ViewSelector', 'ReportSelector', 'OptionsButton'],
} as const
const recordParts = {
  desktop: ['EditRecordButton', 'DuplicateRecordButton', 'Pager', 'ChangeAssigneeButton'],
  mobile: ['EditRecordButton', 'Pager'],
} as const

type Device = keyof typeof appParts

/** For kintone.app and kintone.mobile.app. */
export function appPartFunctions({ stage }: Page, device: Device): Functions {
  return {
    ...Object.assign({}, ...appParts[device].map((name) => pair(stage.parts, name))),
    ...itemPair(stage.parts, 'ViewSelectorItems'),
    ...itemPair(stage.parts, 'ReportSelectorItems'),
    ...(device === 'desktop' ? descriptionPair(stage) : {}),
  }
}

/** For kintone.app.record and kintone.mobile.app.record. */
export function recordPartFunctions({ stage }: Page, device: Device): Functions {
  return {
    ...Object.assign({}, ...recordParts[device].map((name) => pair(stage.parts, name))),
    ...actionPair(stage.parts, 'StatusActionButton'),
    ...actionPair(stage.parts, 'ActionButton'),
    ...(device === 'desktop' ? sideBarPair(stage) : {}),
  }
}

function pair(parts: Parts, name: string): Functions {
  return {
    [`show${name}`]: async (state: unknown) => parts.show(name, state),
    [`get${name}DisplayState`]: async () => parts.state(name),
  }
}

/** Single entries of a drop-down, by the id of the list or graph. */
function itemPair(parts: Parts, name: string): Functions {
  return {
    [`show${name}`]: async (config: unknown) => {
      if (!isObject(config)) throw new Error(`kintone.app.show${name}: the config must be an object.`)
      for (const [id, state] of Object.entries(config)) parts.show(`${name}/${id}`, state)
    },
    [`get${name}DisplayState`]: async () => parts.statesOf(name),
  }
}

/** Buttons of actions, by the action's name. */
function actionPair(parts: Parts, name: string): Functions {
  return {
    [`show${name}`]: async (action: unknown, state: unknown) => parts.show(`${name}/${String(action)}`, state),
    [`get${name}DisplayState`]: async (action: unknown) => parts.state(`${name}/${String(action)}`),
  }
}

function descriptionPair(stage: Page['stage']): Functions {
  return {
    showDescription: async (state: unknown) => {
      if (state !== 'OPEN' && state !== 'CLOSED') throw new Error('kintone.app.showDescription: the state must be OPEN or CLOSED.')
      stage.description?.show(state)
    },
    getDescriptionDisplayState: async () => stage.description?.state ?? 'HIDDEN',
  }
}

function sideBarPair(stage: Page['stage']): Functions {
  return {
    showSideBar: async (state: unknown) => {
      if (state === 'OPEN') stage.sideBar?.show()
      else if (state === 'CLOSED') stage.sideBar?.close()
      else if (state === 'COMMENTS' || state === 'HISTORY') stage.sideBar?.show(state)
      else throw new Error('kintone.app.record.showSideBar: the state must be OPEN, CLOSED, COMMENTS or HISTORY.')
    },
    getSideBarDisplayState: async () => {
      if (stage.sideBar === null || !stage.parts.has('SideBar')) return 'HIDDEN'
      return stage.sideBar.open ?? 'CLOSED'
    },
  }
}
