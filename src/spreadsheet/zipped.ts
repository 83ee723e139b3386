/** Zip files, packed and unpacked by the browser's own deflate: only the frame around the parts is ours. [PKWARE APPNOTE 4.3, 4.4] */

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
/** Names are in UTF-8. */
const UTF8 = 0x0800
/** 2020-01-01, so that the same texts make the same file. */
const DAY = ((2020 - 1980) << 9) | (1 << 5) | 1
const DEFLATED = 8

/** `texts`: by their names in the file. */
export async function zipped(texts: Readonly<Record<string, string>>): Promise<Uint8Array<ArrayBuffer>> {
  const parts = await Promise.all(
    Object.entries(texts).map(async ([name, text]) => {
      const content = new TextEncoder().encode(text)
      return { name: new TextEncoder().encode(name), crc: crc32(content), length: content.length, packed: await through(content, new CompressionStream('deflate-raw'), Infinity) }
    }),
  )
  const local: Uint8Array[] = []
  const central: Uint8Array[] = []
  let at = 0
  for (const { name, crc, length, packed } of parts) {
    const facts = [20, UTF8, DEFLATED, 0, DAY]
    local.push(fields([4, LOCAL], ...facts.map(short), [4, crc], [4, packed.length], [4, length], [2, name.length], [2, 0]), name, packed)
    central.push(fields([4, CENTRAL], [2, 20], ...facts.map(short), [4, crc], [4, packed.length], [4, length], [2, name.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, at]), name)
    at += 30 + name.length + packed.length
  }
  const size = central.reduce((sum, { length }) => sum + length, 0)
  return joined([...local, ...central, fields([4, END], [2, 0], [2, 0], [2, parts.length], [2, parts.length], [4, size], [4, at], [2, 0])])
}

interface ZipPart {
  readonly name: string
  /** In bytes, as the file claims it to be unpacked */
  readonly claimed: number
  /** Unpacks it; null if it is damaged, or longer than `most` bytes: unpacking ends there. */
  readonly bytes: (most: number) => Promise<Uint8Array | null>
}

/** The parts that a zip file names at its end; null if it is none. Nothing is unpacked yet. */
export function zipParts(file: Uint8Array): readonly ZipPart[] | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  // A comment of at most 65,535 bytes may stand behind the end.
  let end = file.length - 22
  while (end >= 0 && end > file.length - 22 - 0xffff && view.getUint32(end, true) !== END) end -= 1
  if (end < 0 || view.getUint32(end, true) !== END) return null
  const parts: ZipPart[] = []
  try {
    let at = view.getUint32(end + 16, true)
    for (let count = view.getUint16(end + 10, true); count > 0; count -= 1) {
      if (view.getUint32(at, true) !== CENTRAL) return null
      const [method, length, nameLength, start] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true), view.getUint16(at + 28, true), view.getUint32(at + 42, true)]
      const crc = view.getUint32(at + 16, true)
      const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true)
      const packed = file.subarray(from, from + length)
      parts.push({ name: new TextDecoder().decode(file.subarray(at + 46, at + 46 + nameLength)), claimed: view.getUint32(at + 24, true), bytes: (most) => unpacked(packed, method, crc, most) })
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    }
  } catch {
    // An address beyond the file's end.
    return null
  }
  return parts
}

async function unpacked(packed: Uint8Array, method: number, crc: number, most: number): Promise<Uint8Array | null> {
  try {
    const content = method === DEFLATED ? await through(packed, new DecompressionStream('deflate-raw'), most) : packed
    return method !== 0 && method !== DEFLATED ? null : crc32(content) === crc && content.length <= most ? content : null
  } catch {
    return null
  }
}

/** Throws where more than `most` bytes come out, or what goes in is no deflate. */
async function through(bytes: Uint8Array, stream: CompressionStream | DecompressionStream, most: number): Promise<Uint8Array> {
  const reader = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(stream).getReader()
  const pieces: Uint8Array[] = []
  for (let length = 0; ; ) {
    const { done, value } = await reader.read()
    if (done) return joined(pieces)
    length += value.length
    if (length > most) {
      await reader.cancel()
      throw new Error(`more than ${most} bytes`)
    }
    pieces.push(value)
  }
}

const short = (value: number): readonly [2, number] => [2, value]

/** Numbers one after the other, the low byte first. */
function fields(...values: readonly (readonly [size: 2 | 4, value: number])[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.reduce((sum, [size]) => sum + size, 0)))
  let at = 0
  for (const [size, value] of values) {
    if (size === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += size
  }
  return new Uint8Array(view.buffer)
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

function crc32(bytes: Uint8Array): number {
  let crc = -1
  for (let at = 0; at < bytes.length; at += 1) {
    crc ^= bytes[at] ?? 0
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1))
  }
  return ~crc >>> 0
}
