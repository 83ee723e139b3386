import type { Page } from '../page'
import { appOf } from './app-functions'

/** A picture without content of its own: kintone answers addresses of its servers, which are not to be kept. */
const blankIcon = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48"/>')}`

/** What there is to know about the domain and the user; not on the settings page of a plug-in [CD js-api/kintone/*]. */
export function domainFunctions({ boot }: Page): Record<string, unknown> {
  const answers = {
    isUsersAndSystemAdministrator: boot.administrator,
    getAvailableServices: { garoon: false, office: false, mailwise: false },
    isMobileApp: false,
    isAccessWithClientCertificateAuthentication: false,
    isRevampedUI: false,
    getUserPreference: {
      timeFormat: 'TWENTY_FOUR',
      desktopNotifications: { enabled: false },
      emailNotifications: { enabled: false, condition: 'TO_ME', format: 'TEXT' },
    },
    // The first label of the host, as in SUBDOMAIN.cybozu.com; nobody else's domain is named.
    getDomain: { subdomain: location.hostname, baseDomain: 'cybozu.com' },
  }
  return Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, async () => structuredClone(answer)]))
}

/** The same, but on the settings page of a plug-in too. */
export function everywhereFunctions(page: Page) {
  return {
    getAvailableApiTypes: async () => ['CORE'],
    license: { getSubscriptionPlan: async () => 'STANDARD', isTrial: async () => false },
    space: spaceFunctions(page),
  }
}

export function systemFunctions({ boot }: Page): Record<string, unknown> {
  const on = { enabled: true }
  const off = { enabled: false }
  return {
    getPermissions: async () => ({ administration: boot.administrator }),
    getAvailableFeatures: async () => ({ space: { ...on }, guestSpace: { ...on }, people: { ...off }, message: { ...off } }),
  }
}

export async function appIcons(apps: readonly (number | string)[]): Promise<readonly { app: number; url: string }[]> {
  return apps.map((app) => ({ app: Number(app), url: blankIcon }))
}

export async function userIcons(users: readonly string[]): Promise<readonly { user: string; url: string }[]> {
  return users.map((user) => ({ user, url: blankIcon }))
}

interface Space {
  readonly id: string
  readonly name: string
  readonly isGuest: boolean
}

interface Members {
  readonly members: readonly { readonly entity: { readonly type: string; readonly code: string }; readonly isAdmin: boolean }[]
}

/** kintone.space.get and getPermissions: of the space that the app lies in, rejected for an app outside of spaces [CD js-api/space/*]. */
function spaceFunctions(page: Page): Record<string, unknown> {
  const { rest, boot } = page
  const spaceId = async (): Promise<string> => {
    const app = appOf(boot)
    const { spaceId: id } = app === null ? { spaceId: null } : await rest.call<{ spaceId: string | null }>('GET', 'app', { id: app.id })
    if (id === null) throw new Error('kintone.space: this page belongs to no space.')
    return id
  }
  const get = async () => {
    const { id, name, isGuest } = await rest.call<Space>('GET', 'space', { id: await spaceId() })
    return { id, name, isGuest }
  }
  if (boot.page === 'APP_SETTINGS_PLUGIN_SETTINGS') return { get }
  return {
    get,
    getPermissions: async () => {
      const { members } = await rest.call<Members>('GET', 'space/members', { id: await spaceId() })
      const mine = await ownEntities(page)
      return { administration: members.some(({ entity, isAdmin }) => isAdmin && mine.has(`${entity.type}/${entity.code}`)) }
    },
  }
}

/** The user, the user's groups and organisations. */
async function ownEntities({ rest, boot }: Page): Promise<ReadonlySet<string>> {
  const { code } = boot.user
  const [{ groups }, { organizationTitles }] = await Promise.all([
    rest.user<{ groups: readonly { code: string }[] }>('user/groups', { code }),
    rest.user<{ organizationTitles: readonly { organization: { code: string } }[] }>('user/organizations', { code }),
  ])
  const organizations = organizationTitles.map(({ organization }) => `ORGANIZATION/${organization.code}`)
  return new Set([`USER/${code}`, 'GROUP/everyone', ...groups.map((group) => `GROUP/${group.code}`), ...organizations])
}
