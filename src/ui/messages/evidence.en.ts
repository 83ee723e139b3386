import type { EvidenceMessages } from './evidence.ja'

export const evidenceEn: EvidenceMessages = {
  title: 'Files of evidence',
  none: 'None yet.',
  attach: 'Attach files…',
  hint: 'Files are saved at once. To take one away, open the record and edit it there.',
  attaching: (n) => `Attaching ${n} ${n === 1 ? 'file' : 'files'}…`,
  attached: (n) => `${n} ${n === 1 ? 'file' : 'files'} attached.`,
  notAttached: (names) => `Could not be attached: ${names}`,
  again: 'Attach again',
  download: (name) => `Download ${name}`,
  notDownloaded: (name) => `Could not be downloaded: ${name}`,
  size: (kb) => (kb < 1024 ? `${kb} KB` : `${(kb / 1024).toFixed(1)} MB`),
}
