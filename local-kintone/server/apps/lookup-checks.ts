import { fieldsByCode, type Field } from '../fields/field'
import { Refusal } from '../refusal'
import { invalidInput, unknownApp, unknownSettingsField } from '../refusals'
import type { AppCall, Call } from '../rest/call'
import { settingsOf } from './settings'

const doubleTarget = {
  ja: 'コピー先のフィールドの設定が重複しています。',
  en: 'The same field is set as the destination more than once.',
}
const idAsKey = { ja: 'キー項目に使用できないフィールドです。', en: 'The field cannot be used as the key.' }

/** What kintone looks at when a lookup or a list of related records is defined. [EMU §10] */
export function checkLookups(call: AppCall, form: readonly Field[], changed: readonly Field[]): void {
  for (const { field } of fieldsByCode(changed).values()) {
    const path = `properties[${field.code}]`
    const { lookup, referenceTable } = field
    if (lookup !== undefined) {
      const related = formOf(call, lookup.relatedApp.app)
      if (lookup.relatedKeyField === '$id') throw invalidInput({ path: `${path}.lookup.relatedKeyField`, message: idAsKey })
      need(related, lookup.relatedKeyField)
      const targets = lookup.fieldMappings.map((mapping) => mapping.field)
      if (new Set(targets).size < targets.length) throw invalidInput({ path: `${path}.lookup.fieldMappings`, message: doubleTarget })
      for (const mapping of lookup.fieldMappings) {
        need(form, mapping.field)
        need(related, mapping.relatedField)
      }
    }
    if (referenceTable !== undefined) {
      const related = formOf(call, referenceTable.relatedApp.app)
      need(form, referenceTable.condition.field)
      need(related, referenceTable.condition.relatedField)
      for (const code of referenceTable.displayFields) need(related, code)
    }
  }
}

/** A lookup's key must be unique in its app, or be the record number. Seen at the deploy only. [EMU §10; words: guess] */
export function checkDeployableLookups(call: AppCall): void {
  for (const { field } of fieldsByCode(settingsOf(call).form).values()) {
    if (field.lookup === undefined) continue
    const key = fieldsByCode(formOf(call, field.lookup.relatedApp.app)).get(field.lookup.relatedKeyField)?.field
    if (key?.unique || key?.type === 'RECORD_NUMBER') continue
    throw new Refusal(400, 'GAIA_LO03', {
      ja: `フィールド「${field.code}」のコピー元のフィールドは、値の重複を禁止する必要があります。`,
      en: `The source field of "${field.code}" must prohibit duplicate values.`,
    })
  }
}

function formOf(call: Call, app: string): readonly Field[] {
  const settings = call.state.get('live', app) ?? call.state.get('preview', app)
  if (settings === undefined) throw unknownApp(app)
  return settings.form
}

function need(form: readonly Field[], code: string): void {
  if (!fieldsByCode(form).has(code)) throw unknownSettingsField(code)
}
