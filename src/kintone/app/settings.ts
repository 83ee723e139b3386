/** Name, description, icon and title field of the app: set where kintone's own default still stands, left where somebody has chosen. */
import type { ShapeEntry } from '../../ports/app-shape'
import type { FieldCode } from '../fields'
import type { Planned } from './planned'

export interface GeneralSettings {
  readonly name: string
  readonly description: string
  readonly icon: { readonly type: string; readonly key?: string; readonly [more: string]: unknown }
  readonly titleField: { readonly selectionMode: string; readonly code?: string }
  readonly [setting: string]: unknown
}
export type SettingsWrite = Partial<Pick<GeneralSettings, 'name' | 'description' | 'icon' | 'titleField'>>

const APP_NAME = '医療情報ガイドライン遵守管理'
/** What kintone calls an app that nobody has named. */
const UNNAMED: ReadonlySet<string> = new Set(['', '新しいアプリ', 'New App'])
/** kintone's icon of a new app, and ours. Which picture a key shows is written nowhere: docs/real-kintone-checklist.md. */
const NEW_APPS_ICON = 'APP72'
const ICON = 'APP36'
const TITLE: FieldCode = 'title'

/** Plain HTML: what kintone cleans out of a description is not documented. Its first words tell ours from the user's. */
const MARK = '医療情報システムの安全管理に関するガイドラインの点検と記録のためのアプリです。'
const DESCRIPTION = [
  `<div>${MARK}</div>`,
  '<div>・担当者：一覧「自分の担当」で項目を開き、対応状況・対応内容・証跡を入れます。</div>',
  '<div>・企画管理者：「ダッシュボード」で進みを見て、「チェックリスト」で担当者と目標日を決めます。</div>',
  '<div>・分担：「責任分担表」で、サイボウズ・SI事業者・自院の役割を確かめます。</div>',
  '<div>・「cybozu.comの適合性」は旧版に基づく参考情報です。判断は自院で行います。</div>',
].join('')

interface Setting {
  readonly name: keyof SettingsWrite
  readonly isDefault: boolean
  readonly isOurs: boolean
  readonly from: string
  readonly to: string
  readonly write: SettingsWrite
}

export function planSettings(held: GeneralSettings): Planned<SettingsWrite> {
  const settings = settingsOf(held)
  const todo = settings.filter(({ isDefault, isOurs }) => isDefault && !isOurs)
  return {
    entries: settings.map(({ name, isDefault, isOurs, from, to }): ShapeEntry =>
      isOurs ? { part: 'setting', name, verdict: 'unchanged' } : isDefault ? { part: 'setting', name, verdict: 'changed', from, to } : { part: 'setting', name, verdict: 'foreign' },
    ),
    write: todo.length > 0 ? Object.assign({}, ...todo.map(({ write }) => write)) : null,
  }
}

function settingsOf({ name, description, icon, titleField }: GeneralSettings): readonly Setting[] {
  return [
    { name: 'name', isDefault: UNNAMED.has(name), isOurs: name === APP_NAME, from: name, to: APP_NAME, write: { name: APP_NAME } },
    { name: 'description', isDefault: textOf(description) === '', isOurs: description.includes(MARK), from: '', to: MARK, write: { description: DESCRIPTION } },
    { name: 'icon', isDefault: icon.type === 'PRESET' && icon.key === NEW_APPS_ICON, isOurs: icon.key === ICON, from: NEW_APPS_ICON, to: ICON, write: { icon: { type: 'PRESET', key: ICON } } },
    { name: 'titleField', isDefault: titleField.selectionMode === 'AUTO', isOurs: titleField.code === TITLE, from: 'AUTO', to: TITLE, write: { titleField: { selectionMode: 'MANUAL', code: TITLE } } },
  ]
}

/** An emptied editor leaves tags behind. */
function textOf(html: string): string {
  return html.replace(/<[^>]*>|&nbsp;|\s/g, '')
}

export function descriptionIsOurs({ description }: GeneralSettings): boolean {
  return description.includes(MARK)
}

/** The settings whose value is the one that set-up writes. */
export function oursAmong(held: GeneralSettings): ReadonlySet<string> {
  return new Set(settingsOf(held).filter(({ isOurs }) => isOurs).map(({ name }) => name))
}
