/** Line breaks: kintone gives `\n` back whichever was sent, and files hold what their programs write. Where texts are compared, all are the same. */
export function plainLineBreaks(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}
