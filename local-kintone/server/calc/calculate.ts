import type { General } from '../apps/general'
import { fieldsByCode, type Field, type FieldTypeName } from '../fields/field'
import { valueIn, valueReader } from '../records/field-value'
import { isTexts, rowsOf, type Row, type StoredRecord, type Value, type Values } from '../records/stored-record'
import { fromText, type Precision } from './decimals'
import { asText, evaluate } from './evaluate'
import { showCalc } from './show'
import { empty, failed, number, text, type Result } from './results'
import { parseFormula, type Formula } from './syntax'

const formulas = new WeakMap<Field, Formula | null>()

/** The formula of a CALC field or of an automatically calculated text; null for other fields and for a formula that is wrong. */
export function formulaOf(field: Field): Formula | null {
  const known = formulas.get(field)
  if (known !== undefined) return known
  const formula = field.expression ? parseFormula(field.expression) : null
  formulas.set(field, formula)
  return formula
}

export function isCalculated(field: Field): boolean {
  return Boolean(field.expression)
}

export function precisionOf({ numberPrecision }: General): Precision {
  const { digits, decimalPlaces, roundingMode } = numberPrecision
  return { digits: Number(digits), decimalPlaces: Number(decimalPlaces), roundingMode }
}

/** A record with everything calculated anew, its tables' rows too. Formulas may use each other's results. [EMU-C] */
export function calculated(record: StoredRecord, form: readonly Field[], general: General, timezone: string): Values {
  const hasFormulas = form.some((field) => isCalculated(field) || field.fields?.some(isCalculated))
  return hasFormulas ? new Calculation(record, form, precisionOf(general), timezone).values() : record.values
}

/** Numbers of kintone's formulas: dates and times are seconds. [EMU-C] */
const seconds: Partial<Record<FieldTypeName, (value: string) => number>> = {
  DATE: (value) => Date.parse(`${value}T00:00:00Z`) / 1000,
  DATETIME: (value) => Date.parse(value) / 1000,
  CREATED_TIME: (value) => Date.parse(value) / 1000,
  UPDATED_TIME: (value) => Date.parse(value) / 1000,
  TIME: (value) => Number(value.slice(0, 2)) * 3600 + Number(value.slice(3, 5)) * 60,
}

class Calculation {
  readonly #results = new Map<string, Result>()

  constructor(
    private readonly record: StoredRecord,
    private readonly form: readonly Field[],
    private readonly precision: Precision,
    private readonly timezone: string,
  ) {}

  values(): Values {
    const values: Record<string, Value> = { ...this.record.values }
    for (const field of this.form) {
      if (isCalculated(field)) values[field.fid] = this.#shown(field, null)
      if (field.fields?.some(isCalculated)) values[field.fid] = this.#rows(field).map((row) => ({ ...row, values: this.#rowValues(field, row) }))
    }
    return values
  }

  #rows(table: Field): readonly Row[] {
    return rowsOf(valueIn(this.record.values, table))
  }

  #rowValues(table: Field, row: Row): Values {
    const inner = (table.fields ?? []).filter(isCalculated)
    return { ...row.values, ...Object.fromEntries(inner.map((field) => [field.fid, this.#shown(field, row)])) }
  }

  #shown(field: Field, row: Row | null): string {
    const result = this.#result(field, row)
    if (field.type === 'CALC') return showCalc(result, field.format ?? 'NUMBER', this.precision)
    return asText(result, this.precision) ?? ''
  }

  /** Each formula is worked out once. While it is, it counts as failed, so that a circle ends. */
  #result(field: Field, row: Row | null): Result {
    const key = row === null ? field.fid : `${field.fid} ${row.id}`
    const known = this.#results.get(key)
    if (known !== undefined) return known
    this.#results.set(key, failed)
    const formula = formulaOf(field)
    const { precision, timezone } = this
    const result = formula === null ? failed : evaluate(formula, { precision, timezone, field: (code) => this.#field(code, row) })
    this.#results.set(key, result)
    return result
  }

  /** A field as a formula sees it: from inside a table the same row's, from outside the whole column. */
  #field(code: string, row: Row | null): Result {
    const placed = fieldsByCode(this.form).get(code)
    if (placed === undefined) return failed
    const { field, table } = placed
    if (table === null) return this.#one(field, valueReader(field)(this.record), null)
    const isOwn = row !== null && this.#rows(table).includes(row)
    if (isOwn) return this.#one(field, valueIn(row.values, field), row)
    return { kind: 'many', values: this.#rows(table).map((each) => this.#one(field, valueIn(each.values, field), each)) }
  }

  #one(field: Field, value: Value, row: Row | null): Result {
    if (isCalculated(field)) {
      const result = this.#result(field, row)
      return result.kind === 'failed' ? empty : result
    }
    if (isTexts(value)) {
      const isUser = field.type === 'CREATOR' || field.type === 'MODIFIER'
      return isUser ? text(value[0] ?? '') : { kind: 'many', values: value.map(text) }
    }
    if (typeof value !== 'string' || value === '') return Array.isArray(value) ? { kind: 'many', values: [] } : empty
    if (field.type === 'NUMBER') return number(fromText(value, this.precision))
    const inSeconds = seconds[field.type]?.(value)
    return inSeconds === undefined ? text(value) : number(fromText(String(inSeconds), this.precision))
  }
}
