import type { Page } from './page'
import { RestFailure } from './rest'

interface DeployAnswer {
  readonly apps: readonly { readonly app: string; readonly status: 'PROCESSING' | 'SUCCESS' | 'FAIL' | 'CANCEL' }[]
}

const pollMillis = 200

/** Puts the preview settings into the live app (or throws them away) and waits for the end. True when it succeeded. */
export async function deployApp(page: Page, appId: string, revert: boolean): Promise<boolean> {
  await page.rest.call('POST', 'preview/app/deploy', { apps: [{ app: appId }], ...(revert ? { revert: true } : {}) })
  for (;;) {
    const { apps } = await page.rest.call<DeployAnswer>('GET', 'preview/app/deploy', { apps: [appId] })
    const status = apps[0]?.status
    if (status !== 'PROCESSING') return status === 'SUCCESS'
    await new Promise((resolve) => setTimeout(resolve, pollMillis))
  }
}

/** Pending means the preview's revision is ahead of the live one; an app that was never deployed has no live settings at all. */
export async function settingsRevisions(page: Page, appId: string): Promise<{ readonly preview: string; readonly pending: boolean }> {
  const preview = await page.rest.call<{ revision: string }>('GET', 'preview/app/settings', { app: appId })
  return { preview: preview.revision, pending: preview.revision !== (await liveRevision(page, appId)) }
}

async function liveRevision(page: Page, appId: string): Promise<string | null> {
  try {
    return (await page.rest.call<{ revision: string }>('GET', 'app/settings', { app: appId })).revision
  } catch (error) {
    if (error instanceof RestFailure && error.status === 404) return null
    throw error
  }
}
