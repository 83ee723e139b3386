import { fieldsByCode, systemField, type Field, type FieldTypeName, type Lookup } from '../fields/field'
import { badFieldCode, unknownRow } from '../problems'
import { Refusal } from '../refusal'
import { invalidInput, unknownApp, unknownSettingsField } from '../refusals'
import type { AppCall, Call } from '../rest/call'
import { settingsOf } from './settings'

const doubleTarget = {
  ja: 'コピー先のフィールドの設定が重複しています。',
  en: 'The same field is set as the destination more than once.',
}
/** [EMU §10; English words: guess] */
const wrongPair = {
  ja: '指定したフィールドの組み合わせが正しくない、または指定できない種類のフィールドを指定しています。',
  en: 'The fields do not go together, or their types cannot be used.',
}

/** Types besides its own that a field can be copied into (guess; EMU §10 knows that a number does not go into a text). */
const alsoInto: Partial<Record<FieldTypeName, readonly FieldTypeName[]>> = {
  RECORD_NUMBER: ['NUMBER', 'SINGLE_LINE_TEXT'],
  CALC: ['NUMBER'],
  RADIO_BUTTON: ['SINGLE_LINE_TEXT', 'DROP_DOWN'],
  DROP_DOWN: ['SINGLE_LINE_TEXT', 'RADIO_BUTTON'],
  CREATED_TIME: ['DATETIME'],
  UPDATED_TIME: ['DATETIME'],
  CREATOR: ['USER_SELECT'],
  MODIFIER: ['USER_SELECT'],
}

/**
 * What kintone looks at when a lookup or a list of related records is defined. [EMU §10] `before`: the form that the request finds.
 */
export function checkLookups(call: AppCall, form: readonly Field[], changed: readonly Field[], before: readonly Field[] = form): void {
  for (const { field } of fieldsByCode(changed).values()) {
    const path = `properties[${field.code}]`
    const { lookup, referenceTable } = field
    if (lookup !== undefined) {
      const related = formOf(call, lookup.relatedApp.app)
      if (lookup.relatedKeyField === '$id') throw invalidInput({ path: `${path}.lookup.relatedKeyField`, message: badFieldCode })
      need(related, lookup.relatedKeyField)
      const targets = lookup.fieldMappings.map((mapping) => mapping.field)
      if (new Set(targets).size < targets.length) throw invalidInput({ path: `${path}.lookup.fieldMappings`, message: doubleTarget })
      for (const mapping of lookup.fieldMappings) {
        const [target, source] = [need(form, mapping.field), need(related, mapping.relatedField)]
        if (source.type !== target.type && alsoInto[source.type]?.includes(target.type) !== true)
          throw invalidInput({ path: `${path}.lookup.fieldMappings`, message: wrongPair })
      }
    }
    if (referenceTable !== undefined) {
      const related = formOf(call, referenceTable.relatedApp.app)
      need(form, referenceTable.condition.field)
      // The form's own field has to be there before. [monosashi docs/KINTONE.md; words: guess]
      if (!fieldsByCode(before).has(referenceTable.condition.field)) throw invalidInput({ path: `${path}.referenceTable.condition.field`, message: unknownRow })
      need(related, referenceTable.condition.relatedField)
      for (const code of referenceTable.displayFields) need(related, code)
    }
  }
}

/** A lookup without an order of its own sorts by the other app's record number, the last one first. [MONO 2026-09-10; EMU §10] */
export function withLookupSort(call: Call, field: Field): Field {
  if (field.fields !== undefined) return { ...field, fields: field.fields.map((inner) => withLookupSort(call, inner)) }
  if (field.lookup === undefined || field.lookup.sort !== '') return field
  const related = call.state.get('live', field.lookup.relatedApp.app) ?? call.state.get('preview', field.lookup.relatedApp.app)
  return related === undefined ? field : { ...field, lookup: { ...field.lookup, sort: `${systemField(related.form, 'RECORD_NUMBER').code} desc` } }
}

/** Whether a lookup of another app looks a field up or copies it. */
export function isReadByLookup(call: Call, app: string, code: string): boolean {
  return [...call.state.rows('app')].some((other) =>
    (['live', 'preview'] as const).some((environment) => {
      const fields = fieldsByCode(call.state.get(environment, other.id)?.form ?? []).values()
      return [...fields].some(({ field: { lookup } }) => lookup?.relatedApp.app === app && reads(lookup, code))
    }),
  )
}

function reads({ relatedKeyField, fieldMappings }: Lookup, code: string): boolean {
  return relatedKeyField === code || fieldMappings.some(({ relatedField }) => relatedField === code)
}

/** A lookup's key must be unique in its app, or be the record number. Seen at the deploy only. [EMU §10; Airbyte's source-kintone for the Japanese words] */
export function checkDeployableLookups(call: AppCall): void {
  for (const { field } of fieldsByCode(settingsOf(call).form).values()) {
    if (field.lookup === undefined) continue
    const key = fieldsByCode(formOf(call, field.lookup.relatedApp.app)).get(field.lookup.relatedKeyField)?.field
    if (key?.unique || key?.type === 'RECORD_NUMBER') continue
    throw new Refusal(400, 'GAIA_LO03', {
      ja: 'ルックアップの参照先から値をコピーできません。「コピー元のフィールド」に指定したフィールドの設定で「値の重複を禁止する」を選択しておく必要があります。',
      en: 'The value cannot be copied from the datasource app of the lookup. The source field must prohibit duplicate values.',
    })
  }
}

function formOf(call: Call, app: string): readonly Field[] {
  const settings = call.state.get('live', app) ?? call.state.get('preview', app)
  if (settings === undefined) throw unknownApp(app)
  return settings.form
}

function need(form: readonly Field[], code: string): Field {
  const placed = fieldsByCode(form).get(code)
  if (placed === undefined) throw unknownSettingsField(code)
  return placed.field
}
