import type { Boot } from '../boot'
import type { Page } from '../page'
import { isObject } from '../shapes'
import { appFunctions, appOf, desktopSpaces, phoneSpaces, recentAppFunctions } from './app-functions'
import { buildPageUrl } from './page-urls'
import { pluginFunctions } from './plugin-functions'
import { recentRecordFunctions, recordFunctions, recordMenuSpace } from './record-functions'
import { restFunctions } from './rest-functions'
import { mobileUiFunctions, uiFunctions } from './ui-functions'

/**
 * The `kintone` of the page, put together from tables of functions by their age: with `recentApi` false everything of 2025 and later is
 * missing, as on a kintone that has not got it. Names and pages as in kintone.md 5.3.
 */
export function kintoneGlobal(page: Page): Record<string, unknown> {
  const { boot, events, rest } = page
  const guestSpaceId = appOf(boot)?.guestSpaceId ?? null
  const recent = boot.recentApi
  const phone = boot.page.endsWith('_MOBILE')
  return {
    $PLUGIN_ID: '',
    events: { on: events.on, off: events.off },
    api: restFunctions(rest, guestSpaceId, recent),
    getRequestToken: () => boot.requestToken,
    getLoginUser: () => ({ ...boot.user }),
    getUiVersion: () => 2,
    app: {
      ...appFunctions(page, !phone),
      ...desktopSpaces(page, !phone),
      ...(recent ? recentAppFunctions(page) : {}),
      record: { ...recordFunctions(page, !phone), ...recordMenuSpace(page, !phone), ...(recent ? recentRecordFunctions(page) : {}) },
    },
    mobile: {
      app: { ...appFunctions(page, phone), ...phoneSpaces(page, phone), record: recordFunctions(page, phone) },
      ...(recent ? mobileUiFunctions(page) : {}),
    },
    plugin: { app: pluginFunctions(page) },
    ...(recent ? { ...uiFunctions(page), ...recentFunctions(page, guestSpaceId) } : {}),
  }
}

/** Directly under `kintone`; those that are not for the settings page of a plug-in are left out there [CD js-api/kintone/*]. */
function recentFunctions(page: Page, guestSpaceId: string | null): Record<string, unknown> {
  const { boot, rest } = page
  const everywhere = { getPageType: () => Promise.resolve(pageTypeOf(page)) }
  if (boot.page === 'APP_SETTINGS_PLUGIN_SETTINGS') return everywhere
  return {
    ...everywhere,
    isMobilePage: () => Promise.resolve(boot.page.endsWith('_MOBILE')),
    buildPageUrl: (name: string, params: unknown) => buildPageUrl(name, isObject(params) ? params : {}, guestSpaceId),
    system: { getPermissions: () => Promise.resolve({ administration: boot.administrator }) },
    user: {
      getGroups: async (code: string = boot.user.code) => {
        const { groups } = await rest.user<{ groups: readonly { id: string; code: string; name: string }[] }>('user/groups', { code })
        return groups.map(({ id, code: groupCode, name }) => ({ id, code: groupCode, name }))
      },
      getOrganizations: async (code: string = boot.user.code) => {
        const answer = await rest.user<{ organizationTitles: readonly OrganizationTitle[] }>('user/organizations', { code })
        return answer.organizationTitles.map(({ organization, title }, index) => ({
          organization: { id: organization.id, code: organization.code, name: organization.name, primary: index === 0 },
          title: title === null ? null : { id: title.id, code: title.code, name: title.name },
        }))
      },
    },
  }
}

interface Named {
  readonly id: string
  readonly code: string
  readonly name: string
}

interface OrganizationTitle {
  readonly organization: Named
  readonly title: Named | null
}

/** [CD js-api/kintone/get-page-type]; the record page turns from detail to edit without being loaded again. */
function pageTypeOf({ boot, stage }: Page): { readonly type: string; readonly page: string } {
  if (boot.page === 'APP_DETAIL' && stage.record?.mode === 'edit') return { type: 'APP', page: 'APP_EDIT' }
  return { type: pageFamily(boot.page), page: boot.page }
}

function pageFamily(page: Boot['page']): string {
  if (page.startsWith('PORTAL')) return 'PORTAL'
  return page.startsWith('APP_SETTINGS') ? 'APP_SETTINGS' : 'APP'
}
