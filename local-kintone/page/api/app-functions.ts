import type { Boot, BootApp } from '../boot'
import type { Page } from '../page'
import type { Report } from '../report/reports'
import type { FieldProperties, LayoutRow, View } from '../shapes'

type AppBootLike = Extract<Boot, { app: BootApp }>

/**
 * The functions that only name the page and its elements, as they were before 2025 [CD js-api/app/*]: `kintone.app` on the desktop,
 * `kintone.mobile.app` on the phone. On the other one's pages (`here` false) they answer null.
 */
export function appFunctions(page: Page, here: boolean): Record<string, unknown> {
  const app = here ? appOf(page.boot) : null
  const list = () => (here ? page.stage.list : null)
  const shown = () => (here ? (page.stage.list ?? page.stage.report) : null)
  return {
    getId: () => (app === null ? null : Number(app.id)),
    getQuery: () => shown()?.query ?? null,
    getQueryCondition: () => shown()?.condition ?? null,
    getFieldElements: (code: string) => list()?.fieldElements(code) ?? null,
    getLookupTargetAppId: (code: string) => (here ? (page.stage.fields?.[code]?.lookup?.relatedApp.app ?? null) : null),
    getRelatedRecordsTargetAppId: (code: string) => (here ? (page.stage.fields?.[code]?.referenceTable?.relatedApp.app ?? null) : null),
  }
}

/** The spaces of the desktop's list. The phone has one below its header, on lists and records (CD js-api, WILD). */
export function desktopSpaces({ stage }: Page, here: boolean): Record<string, unknown> {
  return {
    getHeaderMenuSpaceElement: () => (here && stage.list !== null ? stage.headerMenuSpace : null),
    getHeaderSpaceElement: () => (here && stage.list !== null ? stage.headerSpace : null),
  }
}

export function phoneSpaces({ stage }: Page, here: boolean): Record<string, unknown> {
  return { getHeaderSpaceElement: () => (here ? stage.headerSpace : null) }
}

/** The asynchronous functions of 2025 and later; they are under `kintone.app` on the phone too [NEWS-2025-09]. */
export function recentAppFunctions(page: Page): Record<string, unknown> {
  const { boot, stage, rest } = page
  const app = appOf(boot)
  if (app === null) return {}
  const params = { app: app.id }
  const settingsPage = boot.page === 'APP_SETTINGS_PLUGIN_SETTINGS'
  const preview = settingsPage ? 'preview/' : ''
  const shared = {
    get: () => getApp(page, app),
    getFormFields: async () =>
      (await rest.call<{ properties: FieldProperties }>('GET', `${preview}app/form/fields`, { ...params, lang: 'user' })).properties,
    getFormLayout: async () => (await rest.call<{ layout: readonly LayoutRow[] }>('GET', `${preview}app/form/layout`, params)).layout,
  }
  if (settingsPage) return shared
  return {
    ...shared,
    getPermissions: () => Promise.resolve({ addRecord: app.permissions.addRecord, editApp: app.permissions.editApp }),
    isTestEnvironment: () => Promise.resolve(false),
    isMaintenanceMode: () => Promise.resolve(false),
    getStatus: async () => withoutRevision(await rest.call<Record<string, unknown>>('GET', 'app/status', { ...params, lang: 'user' })),
    // Categories cannot be switched on here (behaviour.md).
    getCategories: () => Promise.resolve({ enabled: false, categories: {} }),
    getReports: () => Promise.resolve((stage.list ?? stage.report)?.reports.map(summaryOfReport) ?? null),
    getView: () => Promise.resolve(stage.list === null ? null : settingsOf(stage.list.view)),
    getViews: () => Promise.resolve((stage.list ?? stage.report)?.views.map(summaryOf) ?? null),
  }
}

/** Asynchronous functions of 2025 and later with a twin for the phone [CD js-api/app/set-record-list-style]. */
export function recentTwinAppFunctions({ stage }: Page, here: boolean): Record<string, unknown> {
  const style = () => {
    const found = here ? (stage.list?.style ?? null) : null
    if (found === null) throw new Error('This page has no list in table form.')
    return found
  }
  return {
    setRecordListStyle: async (config: unknown) => style().set(config),
    getRecordListStyle: async () => style().get(),
  }
}

export function appOf(boot: Boot): BootApp | null {
  return isOfApp(boot) ? boot.app : null
}

function isOfApp(boot: Boot): boot is AppBootLike {
  return 'app' in boot
}

interface AppAnswer {
  readonly appId: string
  readonly name: string
  readonly description: string
  readonly code: string
  readonly spaceId: string | null
  readonly createdAt: string
  readonly creator: unknown
  readonly modifiedAt: string
  readonly modifier: unknown
}

interface SettingsAnswer {
  readonly numberPrecision: { readonly digits: string; readonly decimalPlaces: string; readonly roundingMode: string }
  readonly enableComments: boolean
  readonly enableThumbnails: boolean
  readonly enableInlineRecordEditing: boolean
  readonly revision: string
}

/** kintone.app.get(): members and types from [CD js-api/app/get-app]; the precision's figures are numbers there and strings in REST. */
async function getApp({ rest }: Page, app: BootApp): Promise<unknown> {
  const [about, settings] = await Promise.all([
    rest.call<AppAnswer>('GET', 'app', { id: app.id }),
    rest.call<SettingsAnswer>('GET', 'app/settings', { app: app.id, lang: 'user' }),
  ])
  const { numberPrecision, enableComments, enableThumbnails, enableInlineRecordEditing, revision } = settings
  const { name, description, code, spaceId, createdAt, creator, modifiedAt, modifier } = about
  return {
    id: about.appId,
    name,
    description,
    code: code === '' ? null : code,
    numberPrecision: {
      digits: Number(numberPrecision.digits),
      decimalPlaces: Number(numberPrecision.decimalPlaces),
      roundingMode: numberPrecision.roundingMode,
    },
    enableComments,
    enableThumbnails,
    enableInlineRecordEditing,
    createdAt,
    creator,
    modifiedAt,
    modifier,
    spaceId,
    revision,
  }
}

/** getView has the settings without the position; built-in lists are marked [CD js-api/app/get-record-list-view]. */
function settingsOf(view: View): Partial<View> {
  return Object.fromEntries(Object.entries(view).filter(([name]) => name !== 'index'))
}

/** [CD js-api/app/get-reports] */
function summaryOfReport({ name, id, chartType, periodicReport }: Report) {
  return { name, id, chartType, periodicReport: periodicReport !== null }
}

function withoutRevision(settings: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(settings).filter(([name]) => name !== 'revision'))
}

function summaryOf({ type, builtinType, name, id }: View): Partial<View> {
  return { type, ...(builtinType === undefined ? {} : { builtinType }), name, id }
}
