import type { Page } from '../page'

export interface InstalledPlugin {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly version: string
}

/** All plug-ins of the domain, 100 at a time (NEWS 2024-07). Needs the system administrator. */
export async function installedPlugins(page: Page): Promise<readonly InstalledPlugin[]> {
  const limit = 100
  const all: InstalledPlugin[] = []
  for (;;) {
    const { plugins } = await page.rest.call<{ plugins: readonly InstalledPlugin[] }>('GET', 'plugins', { offset: all.length, limit })
    all.push(...plugins)
    if (plugins.length < limit) return all
  }
}
