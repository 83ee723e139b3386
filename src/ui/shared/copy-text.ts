/** Copies a text. A browser that keeps its clipboard closed still copies what is selected, so that is done instead: `shown` holds the same text. */
export async function copyText(text: string, shown: HTMLElement): Promise<'copied' | 'selected'> {
  try {
    await navigator.clipboard.writeText(text)
    return 'copied'
  } catch {
    if (shown instanceof HTMLTextAreaElement) shown.select()
    else window.getSelection()?.selectAllChildren(shown)
    return 'selected'
  }
}
