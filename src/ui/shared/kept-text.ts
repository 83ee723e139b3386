/** One text that this browser keeps beyond the page. */
export interface KeptText {
  /** null where none is kept */
  read(): string | null
  write(text: string): void
}

/** `storage`: asked for anew each time, as a browser that keeps nothing may refuse even that. Where it does, or is full, nothing is kept, and nothing stops. */
export function keptText(storage: () => Storage, name: string): KeptText {
  const tried = <T,>(access: () => T): T | null => {
    try {
      return access()
    } catch {
      return null
    }
  }
  return { read: () => tried(() => storage().getItem(name)), write: (text) => void tried(() => storage().setItem(name, text)) }
}
