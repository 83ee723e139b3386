/** Asks when the answer is first wanted, and remembers it as long as the page lives. A failure is not remembered: whoever wants it next asks again. */
export function askedOnce<T>(ask: () => Promise<T>): () => Promise<T> {
  let asking: Promise<T> | null = null
  return () => {
    asking ??= ask().catch((error: unknown) => {
      asking = null
      throw error
    })
    return asking
  }
}
