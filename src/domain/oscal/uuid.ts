/** Names that are always the same for the same thing: UUIDs of version 5 (RFC 9562), which rest on SHA-1 (RFC 3174). Nothing here is secret, so that SHA-1 is weak does not matter. */

/** Our own space of names: a UUID that was chosen once, its last six bytes the letters `junshu`. With another one every name would be another. */
const SPACE = [0x2b, 0x57, 0xd0, 0x9a, 0x61, 0x0f, 0x5c, 0x1e, 0x8f, 0x62, 0x6a, 0x75, 0x6e, 0x73, 0x68, 0x75] as const

/** The same names, in the same order, give the same UUID everywhere and for ever. */
export function uuidOf(...name: readonly string[]): string {
  const hash = sha1(Uint8Array.of(...SPACE, ...new TextEncoder().encode(name.join('\n')))).slice(0, 16)
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** 20 bytes. (The browser's own is not there on pages without https, and answers later.) */
export function sha1(message: Uint8Array): Uint8Array {
  const length = Math.ceil((message.length + 9) / 64) * 64
  const padded = new Uint8Array(length)
  padded.set(message)
  padded[message.length] = 0x80
  const words = new DataView(padded.buffer)
  words.setUint32(length - 8, Math.floor(message.length / 0x20000000))
  words.setUint32(length - 4, message.length << 3)
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]
  const schedule = new Int32Array(80)
  const at = (index: number) => schedule[index] ?? 0
  for (let block = 0; block < length; block += 64) {
    for (let index = 0; index < 16; index += 1) schedule[index] = words.getInt32(block + index * 4)
    for (let index = 16; index < 80; index += 1) schedule[index] = rotated(at(index - 3) ^ at(index - 8) ^ at(index - 14) ^ at(index - 16), 1)
    let [a = 0, b = 0, c = 0, d = 0, e = 0] = state
    for (let index = 0; index < 80; index += 1) {
      const [mixed, constant] = index < 20 ? [(b & c) | (~b & d), 0x5a827999] : index < 40 ? [b ^ c ^ d, 0x6ed9eba1] : index < 60 ? [(b & c) | (b & d) | (c & d), 0x8f1bbcdc] : [b ^ c ^ d, 0xca62c1d6]
      const next = (rotated(a, 5) + mixed + e + at(index) + constant) | 0
      ;[a, b, c, d, e] = [next, a, rotated(b, 30), c, d]
    }
    ;[a, b, c, d, e].forEach((value, index) => (state[index] = ((state[index] ?? 0) + value) | 0))
  }
  const digest = new DataView(new ArrayBuffer(20))
  state.forEach((value, index) => digest.setInt32(index * 4, value))
  return new Uint8Array(digest.buffer)
}

function rotated(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by))
}
