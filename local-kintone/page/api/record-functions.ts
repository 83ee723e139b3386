import type { Page } from '../page'
import type { RecordData } from '../shapes'

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

/** Only on the desktop: the phone's record pages have no header menu space (kintone.md 5.3). */
export function recordMenuSpace({ stage }: Page, here: boolean): Record<string, unknown> {
  return { getHeaderMenuSpaceElement: () => (here && stage.record !== null ? stage.headerMenuSpace : null) }
}

/** Functions of 2025 and later, under kintone.app on the phone too. */
export function recentRecordFunctions({ stage }: Page): Record<string, unknown> {
  return {
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
