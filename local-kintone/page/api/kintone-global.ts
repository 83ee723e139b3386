import type { Boot } from '../boot'
import type { Page } from '../page'
import { isObject } from '../shapes'
import { appFunctions, appOf, desktopSpaces, phoneSpaces, recentAppFunctions, recentTwinAppFunctions } from './app-functions'
import { appIcons, domainFunctions, everywhereFunctions, systemFunctions, userIcons } from './domain-functions'
import { buildPageUrl } from './page-urls'
import { appPartFunctions, recordPartFunctions } from './part-functions'
import { pluginFunctions } from './plugin-functions'
import { pluginProxyFunctions, proxyFunction } from './proxy-functions'
import { recentRecordFunctions, recentTwinRecordFunctions, recordFunctions, recordMenuSpace } from './record-functions'
import { restFunctions } from './rest-functions'
import { shortcutFunctions } from './shortcut-functions'
import { mobileUiFunctions, uiFunctions } from './ui-functions'

/**
 * The `kintone` of the page, put together from tables of functions by their age: with `recentApi` false everything of 2025 and later is
 * missing, as on a kintone that has not got it. Names and pages: CD js-api.
 */
export function kintoneGlobal(page: Page): Record<string, unknown> {
  const { boot, events, rest } = page
  const guestSpaceId = appOf(boot)?.guestSpaceId ?? null
  const recent = boot.recentApi
  const phone = boot.page.endsWith('_MOBILE')
  const settingsPage = boot.page === 'APP_SETTINGS_PLUGIN_SETTINGS'
  return {
    $PLUGIN_ID: '',
    events: { on: events.on, off: events.off },
    api: restFunctions(rest, guestSpaceId, recent),
    proxy: proxyFunction(),
    Promise,
    getRequestToken: () => boot.requestToken,
    getLoginUser: () => ({ ...boot.user }),
    getUiVersion: () => 2,
    app: {
      ...appFunctions(page, !phone),
      ...desktopSpaces(page, !phone),
      ...(recent ? { ...recentAppFunctions(page), getIcons: appIcons } : {}),
      ...(recent && !settingsPage ? { ...recentTwinAppFunctions(page, !phone), ...appPartFunctions(page, 'desktop') } : {}),
      record: {
        ...recordFunctions(page, !phone),
        ...recordMenuSpace(page, !phone),
        ...(recent && !settingsPage
          ? { ...recentRecordFunctions(page), ...recentTwinRecordFunctions(page, !phone), ...recordPartFunctions(page, 'desktop') }
          : {}),
      },
    },
    mobile: {
      app: {
        ...appFunctions(page, phone),
        ...phoneSpaces(page, phone),
        ...(recent && !settingsPage ? { ...recentTwinAppFunctions(page, phone), ...appPartFunctions(page, 'mobile') } : {}),
        record: {
          ...recordFunctions(page, phone),
          ...(recent && !settingsPage ? { ...recentTwinRecordFunctions(page, phone), ...recordPartFunctions(page, 'mobile') } : {}),
        },
      },
      portal: { getContentSpaceElement: () => null },
      space: { portal: { getContentSpaceElement: () => null } },
      ...(recent ? mobileUiFunctions(page) : {}),
    },
    portal: { getContentSpaceElement: () => null },
    space: {
      portal: { getContentSpaceElement: () => null },
      ...(recent ? everywhereFunctions(page).space : {}),
    },
    plugin: { app: { ...pluginFunctions(page), ...pluginProxyFunctions(settingsPage) } },
    ...(recent ? { ...uiFunctions(page), ...recentFunctions(page, guestSpaceId) } : {}),
  }
}

/** Directly under `kintone`; those that are not for the settings page of a plug-in are left out there [CD js-api/kintone/*]. */
function recentFunctions(page: Page, guestSpaceId: string | null): Record<string, unknown> {
  const { boot, rest } = page
  const { getAvailableApiTypes, license } = everywhereFunctions(page)
  const everywhere = { getPageType: () => Promise.resolve(pageTypeOf(page)), getAvailableApiTypes, license }
  if (boot.page === 'APP_SETTINGS_PLUGIN_SETTINGS') return everywhere
  return {
    ...everywhere,
    ...domainFunctions(page),
    ...shortcutFunctions(page),
    isMobilePage: () => Promise.resolve(boot.page.endsWith('_MOBILE')),
    buildPageUrl: (name: string, params: unknown) => buildPageUrl(name, isObject(params) ? params : {}, guestSpaceId),
    system: systemFunctions(page),
    user: {
      getCustomFields: async () => [],
      getIcons: userIcons,
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
