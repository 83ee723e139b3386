/** What somebody has written as a question and not sent yet, by record: it is there again when the item, or the page, is opened again. */
export interface UnsentQuestions {
  read(recordId: string): string
  /** An empty text is forgotten. */
  keep(recordId: string, text: string): void
}

/** `storage`: the tab's own (sessionStorage); `owner`: the app and who is signed in, so that nobody else who takes the device finds it. */
export function unsentQuestions(storage: Storage, owner: string): UnsentQuestions {
  const key = (recordId: string) => `junshu-question-${owner}-${recordId}`
  return {
    read: (recordId) => storage.getItem(key(recordId)) ?? '',
    keep(recordId, text) {
      try {
        if (text === '') storage.removeItem(key(recordId))
        else storage.setItem(key(recordId), text)
      } catch {
        // Full: the question then lives as long as the item is open.
      }
    },
  }
}
