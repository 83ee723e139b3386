import type { KeysMessages } from './keys.ja'

export const keysEn: KeysMessages = {
  title: 'Keyboard',
  open: 'Keyboard',
  does: {
    arrows: 'In the list: open the next or previous item',
    step: 'Open the next or previous item (from anywhere)',
    status: 'Choose the status (not assessed to not applicable)',
    owner: 'To the owner',
    target: 'To the target date',
    select: 'Select the open item; with Shift, everything from the one selected before',
    save: 'Save',
    search: 'Search by number or words; Enter leads to the items found',
    back: 'From a field back to the list',
    help: 'Open this list',
  },
  note: 'Keys do nothing while you type or compose text, except those for saving and for leaving a field.',
  close: 'Close',
}
