/** Reads catalog/ from disk and holds each file against its schema. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import type { SectionFile } from '../../src/catalog/section-file'
import { PARTS } from '../../src/domain/guideline'
import { factProblems } from './fact-problems'
import { micProblems, type MicWords } from './mic-problems'
import { catalogProblems } from './problems'

interface CatalogReading {
  readonly files: readonly { readonly file: string; readonly section: SectionFile }[]
  readonly problems: readonly string[]
}

/** `directory`: the folder that holds schema.json, mic.json and a folder for each part. Sections come in the source's order. */
export function readCatalog(directory: string): CatalogReading {
  const valid = new Ajv({ allErrors: true, verbose: true }).compile<SectionFile>(JSON.parse(readFileSync(join(directory, 'schema.json'), 'utf8')) as object)
  const files: { file: string; section: SectionFile }[] = []
  const problems: string[] = []
  for (const part of PARTS) {
    for (const name of readdirSync(join(directory, part)).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))) {
      const file = `catalog/${part}/${name}`
      const content = parse(readFileSync(join(directory, part, name), 'utf8'))
      if (content instanceof SyntaxError) problems.push(`${file}: is not JSON: ${content.message}`)
      else if (valid(content)) files.push({ file, section: content })
      else problems.push(...(valid.errors ?? []).map((error) => `${file}: ${placeOf(content, error.instancePath)} ${error.message ?? ''}, but is ${JSON.stringify(error.data)?.slice(0, 80)}`))
    }
  }
  // Counts over incomplete sections would only repeat what the schema has said.
  if (problems.length > 0) return { files, problems }
  const words = JSON.parse(readFileSync(join(directory, 'mic.json'), 'utf8')) as MicWords
  return { files, problems: [...catalogProblems(files), ...factProblems(files), ...micProblems(files, words)] }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    return error
  }
}

/** `/items/10/level` of a file as `6.5-11 level`: an item is named by its number, not by its place. */
function placeOf(content: unknown, path: string): string {
  const [, items, index, ...rest] = path.split('/')
  if (items !== 'items' || index === undefined) return path === '' ? 'the file' : path.slice(1)
  const entries = (content as { items?: readonly { no?: unknown }[] }).items
  return [String(entries?.[Number(index)]?.no ?? `item ${index}`), ...rest].join(' ')
}
