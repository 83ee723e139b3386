/*
 * Numbers of formulas: whole numbers of the app's smallest decimal place, so that every step is exact and rounded at once,
 * as kintone rounds literals and each step in between. [EMU-C 2026-09-26]
 */

export type Rounding = 'HALF_EVEN' | 'HALF_UP' | 'UP' | 'DOWN'

export interface Precision {
  readonly digits: number
  readonly decimalPlaces: number
  readonly roundingMode: Rounding
}

export function unitOf({ decimalPlaces }: Precision): bigint {
  return 10n ** BigInt(decimalPlaces)
}

/** A quotient rounded to a whole number. The divisor is not 0. */
export function divided(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  const negative = dividend < 0n !== divisor < 0n
  const [a, b] = [dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor]
  const [quotient, rest] = [a / b, a % b]
  const up: Record<Rounding, boolean> = {
    UP: rest > 0n,
    DOWN: false,
    HALF_UP: rest * 2n >= b,
    HALF_EVEN: rest * 2n > b || (rest * 2n === b && quotient % 2n === 1n),
  }
  const rounded = up[rounding] ? quotient + 1n : quotient
  return negative ? -rounded : rounded
}

/** A plain decimal text (no exponent) in units of the precision. */
export function fromText(text: string, precision: Precision): bigint {
  const [whole = '0', fraction = ''] = text.split('.')
  const exact = BigInt(whole + fraction || '0')
  return divided(exact * unitOf(precision), 10n ** BigInt(fraction.length), precision.roundingMode)
}

export function toText(value: bigint, { decimalPlaces }: Precision): string {
  const digits = String(value < 0n ? -value : value).padStart(decimalPlaces + 1, '0')
  const whole = digits.slice(0, digits.length - decimalPlaces)
  const fraction = digits.slice(digits.length - decimalPlaces).replace(/0+$/, '')
  return `${value < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

/** More digits before the point than the precision has. */
export function isTooLarge(value: bigint, { digits, decimalPlaces }: Precision): boolean {
  return (value < 0n ? -value : value) >= 10n ** BigInt(Math.max(digits, decimalPlaces))
}

/** The exponent's fraction is cut off; below -100 and over 100 there is no result. [EMU-C] */
export function power(base: bigint, exponent: bigint, precision: Precision): bigint | null {
  const unit = unitOf(precision)
  const times = exponent / unit
  if (times > 100n || times < -100n) return null
  if (times >= 0n) return divided(base ** times * unit, unit ** times, precision.roundingMode)
  return base === 0n ? null : divided(unit ** -times * unit, base ** -times, precision.roundingMode)
}

/** Rounded to a number of decimals, which may be negative. */
export function rounded(value: bigint, decimals: number, rounding: Rounding, { decimalPlaces }: Precision): bigint {
  if (decimals >= decimalPlaces) return value
  const step = 10n ** BigInt(decimalPlaces - Math.max(decimals, -100))
  return divided(value, step, rounding) * step
}
