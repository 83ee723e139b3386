import type { Page } from '../page'
import type { RecordData } from '../shapes'
import { statusFunctions } from './status-functions'

/** kintone.app.record on the desktop, kintone.mobile.app.record on the phone [CD js-api/record/*]. Elsewhere the answers are null. */
export function recordFunctions({ stage }: Page, here: boolean): Record<string, unknown> {
  const open = () => (here ? stage.record : null)
  return {
    getId: () => open()?.recordId ?? null,
    get: () => open()?.get() ?? null,
    set: (changed: { record: RecordData }) => open()?.set(changed),
    getSpaceElement: (elementId: string) => open()?.spaceElement(elementId) ?? null,
    getFieldElement: (code: string) => open()?.fieldElement(code) ?? null,
    setFieldShown: (code: string, shown: boolean) => open()?.setFieldShown(code, shown),
    setGroupFieldOpen: (code: string, isOpen: boolean) => open()?.setGroupOpen(code, isOpen),
  }
}

/** Only on the desktop: the phone's record pages have no header menu space (CD js-api). */
export function recordMenuSpace({ stage }: Page, here: boolean): Record<string, unknown> {
  return { getHeaderMenuSpaceElement: () => (here && stage.record !== null ? stage.headerMenuSpace : null) }
}

/** Asynchronous functions of 2025 and later with a twin for the phone [CD js-api/record/is-*, set-field-style]. */
export function recentTwinRecordFunctions({ stage }: Page, here: boolean): Record<string, unknown> {
  const open = () => {
    if (!here || stage.record === null) throw new Error('This page has no record.')
    return stage.record
  }
  const known = <T>(code: string, answer: T | null): T => {
    if (answer === null) throw new Error(`There is no field ${code} on this page.`)
    return answer
  }
  return {
    isFieldVisible: async (code: string) => known(code, open().isFieldShown(code)),
    isGroupFieldOpen: async (code: string) => known(code, open().isGroupOpen(code)),
    setFieldStyle: async (code: string, config: unknown) => open().setFieldStyle(code, config),
    getFieldStyle: async (code: string) => open().fieldStyle(code),
  }
}

/** Functions of 2025 and later, under kintone.app on the phone too. */
export function recentRecordFunctions(page: Page): Record<string, unknown> {
  const { stage } = page
  return {
    ...statusFunctions(page),
    getPermissions: () => {
      const rights = stage.record?.rights
      return Promise.resolve(rights === undefined ? null : { editRecord: rights.record.editable, deleteRecord: rights.record.deletable })
    },
    getFieldPermissions: (): Promise<Record<string, { readField: boolean; editField: boolean }> | null> => {
      const rights = stage.record?.rights
      if (rights === undefined) return Promise.resolve(null)
      const entries = Object.entries(rights.fields)
      return Promise.resolve(
        Object.fromEntries(entries.map(([code, { viewable, editable }]) => [code, { readField: viewable, editField: editable }])),
      )
    },
  }
}
