/**
 * A number as kintone keeps it, or null if the text is none: read like JavaScript's Number, written without exponent. [EMU §1-9]
 * Decimal numbers keep all their digits.
 */
export function normaliseNumber(given: string): string | null {
  const value = Number(given)
  if (given === '' || !Number.isFinite(value)) return null
  const plain = /^([+-]?)0*(\d*)(?:\.(\d*))?$/.exec(given)
  if (plain !== null) {
    const whole = plain[2] === '' || plain[2] === undefined ? '0' : plain[2]
    const fraction = (plain[3] ?? '').replace(/0+$/, '')
    const digits = fraction === '' ? whole : `${whole}.${fraction}`
    return plain[1] === '-' && digits !== '0' ? `-${digits}` : digits
  }
  const text = String(value)
  return text.includes('e') ? withoutExponent(text) : text
}

function withoutExponent(text: string): string {
  const [mantissa = '0', exponent = '0'] = text.split('e')
  const [whole = '0', fraction = ''] = mantissa.replace('-', '').split('.')
  const shift = Number(exponent)
  const digits = whole + fraction
  const point = whole.length + shift
  const sign = mantissa.startsWith('-') ? '-' : ''
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  if (point >= digits.length) return sign + digits + '0'.repeat(point - digits.length)
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}

export function compareNumbers(a: string, b: string): number {
  return Number(a) - Number(b)
}
