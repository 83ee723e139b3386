import type { Page } from '../page'
import type { DialogOptions, NotificationKind } from '../ui'

/** The functions of 2025-09 that show something of kintone's own [CD js-api/kintone/show-notification and its neighbours]. */
export function uiFunctions({ ui }: Page): Record<string, unknown> {
  return {
    showNotification: (kind: NotificationKind, message: string) => Promise.resolve(ui.notify(kind, message)),
    showLoading: (state: 'VISIBLE' | 'HIDDEN') => Promise.resolve(ui.setLoading(state === 'VISIBLE')),
    showConfirmDialog: (options: DialogOptions) => ui.dialog({ ...shown, ...options }).show(),
    createDialog: (options: DialogOptions) => {
      const dialog = ui.dialog({ ...shown, ...options })
      return Promise.resolve({ show: dialog.show, close: () => Promise.resolve(dialog.close()) })
    },
  }
}

/** kintone.mobile: bottom sheets in place of dialogs (2026-03, CD js-api); here they look the same. */
export function mobileUiFunctions({ ui }: Page): Record<string, unknown> {
  return {
    showNotification: (kind: NotificationKind, message: string) => Promise.resolve(ui.notify(kind, message)),
    showLoading: (state: 'VISIBLE' | 'HIDDEN') => Promise.resolve(ui.setLoading(state === 'VISIBLE')),
    showConfirmBottomSheet: (options: DialogOptions) => ui.dialog({ ...shown, ...options }).show(),
    createBottomSheet: (options: DialogOptions) => Promise.resolve(ui.dialog({ ...shown, ...options })),
  }
}

/** Which buttons there are when the caller does not say; a guess, the pages read do not state it. */
const shown = { showOkButton: true, showCancelButton: false, showCloseButton: true } as const
