import { el, fill } from './dom'
import type { Texts } from './messages'

export type NotificationKind = 'ERROR' | 'SUCCESS' | 'INFO'
type DialogAction = 'OK' | 'CANCEL' | 'CLOSE'

/** What showConfirmDialog and createDialog share [CD js-api/kintone/show-confirm-dialog, create-dialog]. */
export interface DialogOptions {
  readonly title?: string
  readonly body?: string | Element
  readonly showOkButton?: boolean
  readonly okButtonText?: string
  readonly showCancelButton?: boolean
  readonly cancelButtonText?: string
  readonly showCloseButton?: boolean
  readonly beforeClose?: (action: DialogAction | 'FUNCTION') => unknown
}

/** Notifications, the loading overlay and dialogs, which the pages and the JavaScript API share. */
export class Ui {
  readonly #texts: Texts
  #notification: HTMLElement | null = null
  #loading: HTMLElement | null = null

  constructor(texts: Texts) {
    this.#texts = texts
  }

  /** Stays until it is closed; one at a time. */
  notify(kind: NotificationKind, message: string): void {
    this.clearNotification()
    const role = kind === 'ERROR' ? 'alert' : 'status'
    this.#notification = el(
      'div',
      { class: `lk-notification lk-notification-${kind.toLowerCase()}`, role },
      el('p', {}, message),
      el(
        'button',
        { type: 'button', class: 'lk-notification-close', 'aria-label': this.#texts.close, onclick: () => this.clearNotification() },
        '×',
      ),
    )
    document.body.append(this.#notification)
  }

  clearNotification(): void {
    this.#notification?.remove()
    this.#notification = null
  }

  setLoading(shown: boolean): void {
    this.#loading?.remove()
    this.#loading = shown ? el('div', { class: 'lk-loading', role: 'status' }, el('span', { class: 'lk-spinner' })) : null
    if (this.#loading !== null) document.body.append(this.#loading)
  }

  /** A question with OK and cancel; true for OK. */
  async confirm(question: string, okText: string = this.#texts.ok): Promise<boolean> {
    const dialog = this.dialog({ body: question, okButtonText: okText, showOkButton: true, showCancelButton: true, showCloseButton: true })
    return (await dialog.show()) === 'OK'
  }

  /** A dialog that answers how it was closed. `beforeClose` may keep it open by answering false. */
  dialog(options: DialogOptions): { show(): Promise<DialogAction | 'FUNCTION'>; close(): void } {
    const box = el('dialog', { class: 'lk-dialog', 'aria-label': options.title ?? '' })
    let settle: (action: DialogAction | 'FUNCTION') => void = () => undefined
    const close = async (action: DialogAction | 'FUNCTION'): Promise<void> => {
      if ((await options.beforeClose?.(action)) === false) return
      box.close()
      box.remove()
      settle(action)
    }
    const button = (action: 'OK' | 'CANCEL', text: string) =>
      el(
        'button',
        { type: 'button', class: action === 'OK' ? 'lk-button lk-button-submit' : 'lk-button', onclick: () => void close(action) },
        text,
      )
    fill(
      box,
      el(
        'header',
        {},
        el('h2', {}, options.title ?? ''),
        options.showCloseButton === true
          ? el(
              'button',
              { type: 'button', class: 'lk-dialog-close', 'aria-label': this.#texts.close, onclick: () => void close('CLOSE') },
              '×',
            )
          : null,
      ),
      el('div', { class: 'lk-dialog-body' }, options.body ?? ''),
      el(
        'footer',
        {},
        options.showCancelButton === true ? button('CANCEL', options.cancelButtonText ?? this.#texts.cancel) : null,
        options.showOkButton === true ? button('OK', options.okButtonText ?? this.#texts.ok) : null,
      ),
    )
    box.addEventListener('cancel', (event) => {
      event.preventDefault()
      void close('CLOSE')
    })
    return {
      show: () =>
        new Promise((resolve) => {
          settle = resolve
          document.body.append(box)
          box.showModal()
        }),
      close: () => void close('FUNCTION'),
    }
  }
}
