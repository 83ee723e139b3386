import type { AskMessages } from './ask.ja'

export const askEn: AskMessages = {
  title: 'Questions and comments',
  whom: (names) => `${names} will be told.`,
  nobody: 'There is no owner or reviewer but you, so nobody is told. It stays in the record as a comment.',
  text: 'Your question',
  send: 'Send',
  sending: 'Sending…',
  sent: 'Sent.',
  empty: 'Write your question first.',
  failed: 'It was not sent. What you have written is still here.',
  perhaps: 'It is not known whether it was sent. What you have written is still here. Sending again writes nothing twice.',
  none: 'None yet.',
  older: (n) => `These are the newest ${n}. Earlier comments are on the record page.`,
}
