/** A text of the catalog with its lines: a point of a list (`・…`, `（1）…`) hangs behind its mark. */
export function Lines({ text }: { readonly text: string }) {
  return text.split('\n').map((line, at) => (
    <p key={at} className={/^(?:・|（\d+）)/.test(line) ? 'jn-point' : undefined}>
      {line}
    </p>
  ))
}
