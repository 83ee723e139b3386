import type { KintoneRestAPIClient } from '@kintone/rest-api-client'

type Properties = Parameters<KintoneRestAPIClient['app']['addFormFields']>[0]['properties']

const options = (...labels: string[]) => Object.fromEntries(labels.map((label, index) => [label, { label, index: String(index) }]))

/** Fields that a form and a table alike can have, under codes that begin with `prefix`. */
function inputs(prefix: string): Properties {
  const code = (name: string) => `${prefix}${name}`
  const typed: Properties = {
    text: { type: 'SINGLE_LINE_TEXT', label: '文字列', code: code('text') },
    memo: { type: 'MULTI_LINE_TEXT', label: '複数行', code: code('memo') },
    rich: { type: 'RICH_TEXT', label: 'リッチ', code: code('rich') },
    number: { type: 'NUMBER', label: '数値', code: code('number') },
    twice: { type: 'CALC', label: '計算', code: code('twice'), expression: `${code('number')} * 2` },
    radio: { type: 'RADIO_BUTTON', label: 'ラジオ', code: code('radio'), options: options('甲', '乙'), defaultValue: '甲' },
    check: { type: 'CHECK_BOX', label: 'チェック', code: code('check'), options: options('x', 'y') },
    multi: { type: 'MULTI_SELECT', label: '複数選択', code: code('multi'), options: options('p', 'q') },
    drop: { type: 'DROP_DOWN', label: 'ドロップダウン', code: code('drop'), options: options('未', '済') },
    day: { type: 'DATE', label: '日付', code: code('day') },
    time: { type: 'TIME', label: '時刻', code: code('time') },
    moment: { type: 'DATETIME', label: '日時', code: code('moment') },
    link: { type: 'LINK', label: 'リンク', code: code('link'), protocol: 'WEB' },
    files: { type: 'FILE', label: '添付', code: code('files') },
    people: { type: 'USER_SELECT', label: 'ユーザー', code: code('people') },
    unit: { type: 'ORGANIZATION_SELECT', label: '組織', code: code('unit') },
    group: { type: 'GROUP_SELECT', label: 'グループ', code: code('group') },
  }
  return Object.fromEntries(Object.entries(typed).map(([name, property]) => [code(name), property]))
}

/** A form of every type that the REST API can add; `master` is an app with a unique `key` and a `name`, both texts. */
export function everyType(master: string): Properties {
  const lookup = { relatedApp: { app: master }, relatedKeyField: 'key', lookupPickerFields: ['key', 'name'], filterCond: '', sort: 'key asc' }
  return {
    no: { type: 'SINGLE_LINE_TEXT', code: 'no', label: '番号', unique: true },
    ...inputs('f_'),
    copied: { type: 'SINGLE_LINE_TEXT', code: 'copied', label: '写し' },
    from: { type: 'SINGLE_LINE_TEXT', code: 'from', label: '参照', lookup: { ...lookup, fieldMappings: [{ field: 'copied', relatedField: 'name' }] } },
    joined: { type: 'SINGLE_LINE_TEXT', code: 'joined', label: '自動', expression: 'no & "-" & f_text' },
    box: { type: 'GROUP', code: 'box', label: '折りたたみ' },
    related: {
      type: 'REFERENCE_TABLE',
      code: 'related',
      label: '関連',
      referenceTable: { relatedApp: { app: master }, condition: { field: 'no', relatedField: 'key' }, displayFields: ['key', 'name'], size: '5' },
    },
    rows: {
      type: 'SUBTABLE',
      code: 'rows',
      label: '表',
      fields: {
        ...inputs('t_'),
        t_copied: { type: 'SINGLE_LINE_TEXT', code: 't_copied', label: '写し' },
        t_from: { type: 'SINGLE_LINE_TEXT', code: 't_from', label: '参照', lookup: { ...lookup, fieldMappings: [{ field: 't_copied', relatedField: 'name' }] } },
      },
    },
  } as Properties
}
