/** Shift_JIS as Windows and kintone know it. Browsers only read it, so the table for writing is made of what they read. */

let table: ReadonlyMap<string, number> | null = null

/** Every pair of bytes read once; of two that give one character the first counts, but the NEC copies of IBM's characters come last, as in the Encoding Standard's encoder (encoding.spec.whatwg.org, index Shift_JIS pointer). */
function codes(): ReadonlyMap<string, number> {
  if (table) return table
  const made = new Map<string, number>()
  const decoder = new TextDecoder('shift_jis')
  const isNecCopy = (lead: number) => lead === 0xed || lead === 0xee
  const leads = Array.from({ length: 0xfc - 0x81 + 1 }, (_, at) => 0x81 + at).filter((lead) => lead < 0xa0 || lead > 0xdf)
  for (const lead of [...leads.filter((one) => !isNecCopy(one)), ...leads.filter(isNecCopy)]) {
    for (let trail = 0x40; trail <= 0xfc; trail += 1) {
      const char = decoder.decode(Uint8Array.of(lead, trail))
      if (trail !== 0x7f && char.length === 1 && char !== '\uFFFD' && !/[\uE000-\uF8FF]/.test(char) && !made.has(char)) made.set(char, lead * 256 + trail)
    }
  }
  for (let half = 0xa1; half <= 0xdf; half += 1) made.set(decoder.decode(Uint8Array.of(half)), half)
  table = made
  return made
}

function isAscii(char: string): boolean {
  return char.length === 1 && char.charCodeAt(0) < 0x80
}

/** The characters of a text that Shift_JIS cannot hold, each once, in order. */
export function unencodable(text: string): readonly string[] {
  const known = codes()
  return [...new Set(text)].filter((char) => !isAscii(char) && !known.has(char))
}

/** Call only with a text that has none of those. */
export function encodedShiftJis(text: string): Uint8Array<ArrayBuffer> {
  const known = codes()
  const bytes = new Uint8Array(text.length * 2)
  let length = 0
  for (const char of text) {
    const code = isAscii(char) ? char.charCodeAt(0) : known.get(char)
    if (code === undefined) throw new Error(`Shift_JIS has no ${JSON.stringify(char)}`)
    if (code > 0xff) bytes[length++] = code >> 8
    bytes[length++] = code & 0xff
  }
  return bytes.slice(0, length)
}
