import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

/** What a file needs while it runs: `import type` is gone by then, and a script that is loaded later has the first one whole. */
const IMPORTED = /^(?:import|export)(?! type\b)[^'"]*? from '(\.[^']+)'/gm

function* sources(folder: string): Iterable<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* sources(path)
    else if (/\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts')) yield path
  }
}

const files = new Set(['src', 'local-kintone', 'scripts'].flatMap((folder) => [...sources(join(ROOT, folder))]))

function importsOf(file: string): readonly string[] {
  return [...readFileSync(file, 'utf8').matchAll(IMPORTED)].flatMap((found) => {
    const path = join(dirname(file), found[1] ?? '')
    return [path, `${path}.ts`, `${path}.tsx`, join(path, 'index.ts')].filter((candidate) => files.has(candidate))
  })
}

/** The first circle that can be walked from a file, as the names on the way. */
function circleFrom(file: string, way: readonly string[], done: Set<string>): readonly string[] | null {
  if (way.includes(file)) return [...way.slice(way.indexOf(file)), file].map((step) => relative(ROOT, step))
  if (done.has(file)) return null
  for (const next of importsOf(file)) {
    const circle = circleFrom(next, [...way, file], done)
    if (circle !== null) return circle
  }
  done.add(file)
  return null
}

test('no file needs itself by way of the files that it imports', () => {
  const done = new Set<string>()
  expect([...files].map((file) => circleFrom(file, [], done)).find((circle) => circle !== null) ?? []).toEqual([])
  expect([...files].flatMap(importsOf).length).toBeGreaterThan(1_000)
})
