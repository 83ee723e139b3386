import type { PhoneMessages } from './phone.ja'
import { plural } from './shared.en'

export const phoneEn: PhoneMessages = {
  tab: { mine: 'Mine', checklist: 'Checklist', overview: 'Overview', matrix: 'Responsibilities', documents: 'Documents' },
  urgency: { overdue: 'Overdue', soon: 'Within 30 days', later: 'Later', noTarget: 'No target date', closed: 'Nothing left to do' },
  mineCount: (open, overdue) => `${plural(open, 'open item')}${overdue > 0 ? `, ${overdue} of them overdue` : ''}`,
  mineEmpty: 'You are in charge of no item in this round and facility. Here are all its items, what presses most first.',
  notMine: 'You are not in charge of this item.',
  notFound: 'This item cannot be found. It may have been deleted, or you may not see it.',
  openInAll: 'Open in the checklist',
  overdueBy: (days) => `${plural(days, 'day')} overdue`,
  dueToday: 'due today',
  dueIn: (days) => `${plural(days, 'day')} left`,
  target: (day) => `Target ${day}`,
  noTarget: 'No target date',
  draft: 'Not saved yet',
  back: 'Back to the list',
  section: 'Section',
  allSections: 'All sections',
  more: (n) => `Show more (${n.toLocaleString('en')} left)`,
  about: 'What Cybozu says, examples of evidence',
  survey: 'Basis and responsibilities',
  record: 'Open the record (to change regulations or reviewers)',
  matrix: 'The matrix itself, to edit and print, is made for a PC. Here you see how many rows need care, and read who does what item by item.',
  matrixHow: 'Press a number to see its items in the checklist; an item tells who does what.',
  verdicts: 'Items by verdict',
  sections: 'Met, by section',

  photo: 'Take a photo',
  file: 'Choose a file…',
}
