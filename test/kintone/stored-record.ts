/**
 * What kintone answers for a record that was added: types, the form's initial values where a field was left out, empty values of each
 * type, ids. (`local-kintone/behaviour.md`, Records.) Knows the form, not the codec.
 */
import type { FieldProperty } from '../../src/kintone/app/form'
import { desiredFields } from '../../src/kintone/app/form'
import type { SeedRecord } from '../../src/kintone/seed-record'
import { SMALL_CATALOG } from '../examples'

export type StoredRecord = Record<string, { type: string; value: unknown }>

interface Sent {
  readonly value: unknown
}

export function storedRecord(sent: SeedRecord, id: string, form: Readonly<Record<string, FieldProperty>> = desiredFields(SMALL_CATALOG)): StoredRecord {
  const fields = storedFields(sent as Readonly<Record<string, Sent>>, form)
  return { ...fields, $id: { type: '__ID__', value: id }, $revision: { type: '__REVISION__', value: '1' } }
}

function storedFields(sent: Readonly<Record<string, Sent>>, form: Readonly<Record<string, FieldProperty>>): StoredRecord {
  const unknown = Object.keys(sent).filter((code) => !(code in form))
  if (unknown.length > 0) throw new Error(`kintone would ignore ${unknown.join()}`)
  return Object.fromEntries(
    Object.entries(form)
      .filter(([, { type }]) => type !== 'GROUP')
      .map(([code, field]) => [code, { type: field.type, value: storedValue(field, code in sent ? sent[code]?.value : field['defaultValue']) }]),
  )
}

function storedValue(field: FieldProperty, value: unknown): unknown {
  const options = Object.keys(field.options ?? {})
  switch (field.type) {
    case 'DROP_DOWN':
      if (value === undefined || value === null || value === '') return null
      if (!options.includes(String(value))) throw new Error(`"${String(value)}"は選択肢にありません。`)
      return value
    case 'DATE':
      return value || null
    case 'NUMBER':
      return value === undefined || value === null || value === '' ? '' : String(Number(value))
    case 'CHECK_BOX':
    case 'MULTI_SELECT':
      for (const entry of (value ?? []) as string[]) if (!options.includes(entry)) throw new Error(`"${entry}"は選択肢にありません。`)
      return value ?? []
    case 'USER_SELECT':
    case 'ORGANIZATION_SELECT':
    case 'FILE':
      return value ?? []
    case 'SUBTABLE':
      return ((value ?? []) as { value: Readonly<Record<string, Sent>> }[]).map((row, at) => ({ id: String(at + 1), value: storedFields(row.value, field.fields ?? {}) }))
    default: {
      const text = typeof value === 'string' ? value : ''
      if (field['maxLength'] !== undefined && text.length > Number(field['maxLength'])) throw new Error(`${Number(field['maxLength']) + 1}文字より短くなければなりません。`)
      return text
    }
  }
}
