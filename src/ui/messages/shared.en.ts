/** What the settings screen and the screens in the lists both say, in English. */
import type { SharedMessages } from './shared.ja'

export const plural = (n: number, one: string, many = `${one}s`) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`

export const sharedEn: SharedMessages = {
  comma: ', ',
  failure: {
    signedOut: 'You have been signed out. Sign in and try again.',
    outdatedPage: 'You have signed in again since this page was opened, or it has been open for too long, so nothing can be saved from it. Copy what you have not saved, reload the page, then try again.',
    forbidden: 'You do not have the right to do this. Please ask the administrator of this app.',
    maintenance: 'This app is in maintenance mode. Please try again when its administrator has ended that.',
    notFound: 'It was not found. It may have been deleted, or you may not be allowed to see it.',
    conflict: 'Somebody else has changed it first. Read again, then try again.',
    refused: 'kintone did not accept it.',
    busy: 'kintone is busy or down. Wait a little, then try again.',
    unreachable: 'kintone cannot be reached. Check the network, then try again.',
    unknown: 'An unexpected error occurred. Please try again; if it goes on, tell the administrator of this app.',
  },
  failureDetail: (detail) => `Details: ${detail}`,
  broken: 'This screen could not be drawn.',
  screen: { dashboard: 'Dashboard', checklist: 'Checklist', matrix: 'Responsibility matrix', documents: 'Documents and inquiries' },
  roundName: (round) => (/^\d{4}$/.test(round) ? `FY ${round}` : round),
}
