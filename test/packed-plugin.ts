/** Packs the plug-in once for the whole run, into a folder of its own. Tests get it by `inject('plugin')`. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import type { PackedPlugin } from '../scripts/build/plugin'
import { packPlugin } from '../scripts/build/plugin'

declare module 'vitest' {
  interface ProvidedContext {
    plugin: PackedPlugin
  }
}

export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'junshu-plugin-'))
  project.provide('plugin', await packPlugin(folder))
  return () => rmSync(folder, { recursive: true, force: true })
}
