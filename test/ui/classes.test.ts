import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

function textOf(folder: string, kind: RegExp): string {
  const paths = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((path) => kind.test(path))
  return paths.map((path) => readFileSync(join(root, folder, path), 'utf8')).join('\n')
}

const code = textOf('src', /\.tsx?$/) + textOf('plugin', /\.html$/)
const rules = textOf('src', /\.css$/).replace(/\/\*[\s\S]*?\*\//g, '')
const styled = new Set([...rules.matchAll(/\.(jn-[\w-]+)/g)].map(([, name]) => name as string))
/** Begun in the code and ended by a value: `jn-status-${tone}` */
const begun = [...code.matchAll(/(jn-[\w-]*-)\$\{/g)].map(([, beginning]) => beginning as string)

describe('the classes', () => {
  it('that the rules name are all drawn somewhere', () => {
    const named = new Set(code.match(/(?<![\w-])jn-[\w-]+/g))
    expect([...styled].filter((name) => !named.has(name) && !begun.some((beginning) => name.startsWith(beginning)))).toEqual([])
  })

  it('that are drawn are all named by a rule, a script or a test', () => {
    const selected = new Set([...styled, ...[...(code + textOf('test', /\.ts$/) + textOf('scripts', /\.ts$/)).matchAll(/\.(jn-[\w-]+)/g)].map(([, name]) => name as string)])
    const drawn = [...code.matchAll(/className=(?:"[^"]*"|\{(?:[^{}]|\{[^{}]*\})*\})/g)].flatMap(([attribute]) => attribute.match(/(?<![\w-])jn-[\w-]+/g) ?? [])
    expect(drawn.length).toBeGreaterThan(300)
    expect([...new Set(drawn)].filter((name) => !selected.has(name) && !(name.endsWith('-') && [...selected].some((other) => other.startsWith(name))))).toEqual([])
  })
})
