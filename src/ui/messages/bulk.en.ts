import type { BulkMessages } from './bulk.ja'

const plural = (n: number) => `${n.toLocaleString('en')} ${n === 1 ? 'item' : 'items'}`

export const bulkEn: BulkMessages = {
  select: (item) => `Select ${item}`,
  selectAll: 'Select all items shown',
  selectHint: 'Selected items can be changed together.',
  selected: (n) => `${plural(n)} selected`,
  open: 'Change together…',
  clear: 'Clear selection',
  rangeHint: 'Hold Shift to select everything in between.',

  title: (n) => `Change ${plural(n)} together`,
  keep: 'Leave as it is',
  ownersHow: { set: 'Replace by', add: 'Add', swap: 'Replace one person by', empty: 'Nobody (make it empty)' },
  departmentsHow: { set: 'Replace by', add: 'Add', swap: 'Replace one department by', empty: 'Nobody (make it empty)' },
  from: 'in the place of',
  inPlaceOf: (name) => `instead of ${name}`,
  added: (names) => `add ${names}`,
  swapped: (from, to) => `${from} by ${to}`,
  setDay: 'Set to',
  noDay: 'Make it empty',
  reason: 'Reason',

  preview: 'What will happen',
  nothing: 'Choose what to change to see here how many items change.',
  willChange: (n) => `${plural(n)} will change.`,
  fieldCount: (field, value, n) => `${field} → ${value}: ${plural(n)}`,
  willSkip: (n) => `${plural(n)} will stay as they are.`,
  skipped: { noRight: 'You may not edit it', reasonMissing: 'No reason given (write one above)', same: 'It is so already' },
  skippedLine: (why, n, numbers) => `${why}: ${plural(n)} (${numbers})`,
  tooMany: (max) => `At most ${max.toLocaleString('en')} items can be changed at once. Please narrow the list down.`,
  run: (n) => `Change ${plural(n)}`,
  running: 'Changing…',
  cancel: 'Cancel',
  conflict: 'Somebody else has saved one of these items first. Nothing has been changed yet; what will happen has been worked out anew.',
  notChanged: 'Nothing could be changed, and nothing has been written.',
  perhapsChanged: 'It is not known whether the change was carried out. Trying again looks first at what is there; nothing is changed twice.',

  changed: (n) => `${plural(n)} changed.`,
  undo: 'Undo',
  undoing: 'Undoing…',
  undone: (n) => `${plural(n)} restored.`,
  refused: (n, numbers) => `${plural(n)} left alone, because they have been changed since (${numbers}).`,
  undoFailed: 'It could not be undone. Please try again.',
  dismiss: 'Close',
  more: (n) => `${n} more`,
}
