import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/** kintone's own description of its REST API, beside the project. [SPEC 20250423] */
export const descriptionFile = join(import.meta.dirname, '../../../../shared/reference/kintone-openapi/kintone-rest-api-20250423.yaml')

/** A JSON schema as the description writes it; only what is read here is named. */
export interface Schema {
  readonly $ref?: string
  readonly description?: string
  readonly type?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: Schema | boolean
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly enum?: readonly string[]
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>
}

export interface Operation {
  readonly operationId: string
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly required: boolean; readonly schema: Schema }[]
  readonly requestBody?: Content
  readonly responses: Readonly<Record<string, Content>>
}

export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

/** Reading 1.6 MB of YAML takes seconds and every test file needs it, so it is kept as JSON beside the installed packages. */
export function readDescription(): Description | null {
  if (!existsSync(descriptionFile)) return null
  const { size, mtimeMs } = statSync(descriptionFile)
  const folder = join(import.meta.dirname, '../../../node_modules/.cache/kintone-openapi')
  const kept = join(folder, `${size}-${Math.trunc(mtimeMs)}.json`)
  if (existsSync(kept)) {
    try {
      return JSON.parse(readFileSync(kept, 'utf8'))
    } catch {
      // Another test process is writing it at this moment.
    }
  }
  const description: Description = parse(readFileSync(descriptionFile, 'utf8'))
  mkdirSync(folder, { recursive: true })
  writeFileSync(kept, JSON.stringify(description))
  return description
}
