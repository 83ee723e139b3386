import { divided, type Precision } from '../calc/decimals'

/** A decimal number, exact: `unscaled` / 10^`scale`. */
export interface Decimal {
  readonly unscaled: bigint
  /** Bounded by LARGEST_SCALE on both sides; an exponent beyond is as good as none. */
  readonly scale: number
}

/** kintone keeps 30 digits at most, so nothing that is asked of a number looks further than this. */
const LARGEST_SCALE = 1_000

/** What a condition takes for a number: digits may be full-width, the part before the point may be missing. [EMU dual-mode tests 2026-09] */
const ASKED = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/
/** What a field outside of tables takes: digits of ASCII, at least one before the point. */
const WRITTEN = /^[+-]?\d+(?:\.\d*)?(?:[eE][+-]?\d+)?$/
const WHOLE = /^[+-]?\d+$/

function withPlainDigits(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
}

/** The number that a condition's operand, or a kept value, stands for; null if it stands for none. */
export function readNumber(text: string): Decimal | null {
  const [, sign, whole = '', fraction = '', exponent = '0'] = ASKED.exec(withPlainDigits(text)) ?? []
  if (sign === undefined || whole + fraction === '') return null
  const digits = BigInt(whole + fraction)
  const scale = fraction.length - Number(exponent)
  return { unscaled: sign === '-' ? -digits : digits, scale: Math.max(-LARGEST_SCALE, Math.min(LARGEST_SCALE, scale)) }
}

/** The same for record numbers and `$id`, which know neither point nor exponent. */
export function readRecordNumber(text: string): Decimal | null {
  return WHOLE.test(withPlainDigits(text)) ? readNumber(text) : null
}

/**
 * A number as it is written into a record, with blanks around it or not. Inside a table kintone takes more (`.5`, full-width digits) than
 * outside. [EMU dual-mode tests 2026-09]
 */
export function readWrittenNumber(text: string, inTable: boolean): Decimal | null {
  const given = text.trim()
  return inTable || WRITTEN.test(given) ? readNumber(given) : null
}

export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale)
  const difference = a.unscaled * 10n ** BigInt(scale - a.scale) - b.unscaled * 10n ** BigInt(scale - b.scale)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** A number as the app's precision keeps it: rounded, without exponent or needless zeros; null where it has too many digits before the point. */
export function keptNumber({ unscaled, scale }: Decimal, { digits, decimalPlaces, roundingMode }: Precision): string | null {
  const cut = scale - decimalPlaces
  const rounded = cut > 0 ? divided(unscaled, 10n ** BigInt(cut), roundingMode) : unscaled
  const kept: Decimal = { unscaled: rounded, scale: Math.min(scale, decimalPlaces) }
  const limit: Decimal = { unscaled: 1n, scale: -Math.max(0, digits - decimalPlaces) }
  const size: Decimal = { unscaled: rounded < 0n ? -rounded : rounded, scale: kept.scale }
  return compareDecimals(size, limit) >= 0 ? null : plainText(kept)
}

function plainText({ unscaled, scale }: Decimal): string {
  const size = String(unscaled < 0n ? -unscaled : unscaled)
  const digits = scale < 0 ? size + '0'.repeat(-scale) : size.padStart(scale + 1, '0')
  const point = digits.length - Math.max(scale, 0)
  const fraction = digits.slice(point).replace(/0+$/, '')
  return `${unscaled < 0n ? '-' : ''}${digits.slice(0, point)}${fraction === '' ? '' : `.${fraction}`}`
}
