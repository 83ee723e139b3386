/** A text of the catalog with its lines: a point of a list (`・…`, `（1）…`) hangs behind its mark, and a line that ends in 「：」 heads what follows. */
export function Lines({ text }: { readonly text: string }) {
  return text.split('\n').map((line, at) => (
    <p key={at} className={kindOf(line)}>
      {line}
    </p>
  ))
}

function kindOf(line: string): string | undefined {
  if (line.endsWith('：')) return 'jn-points-head'
  return /^(?:・|（\d+）)/.test(line) ? 'jn-point' : undefined
}
