import { fieldsByCode, type Field, type FieldTypeName } from '../fields/field'
import { Refusal } from '../refusal'
import type { Text } from '../language'
import { formulaOf, isCalculated } from './calculate'
import { functions } from './functions'
import { partsOf, type Formula } from './syntax'

/** Field types that a formula may use. [EMU-C; HELP form/autocalc autocalc_field] */
const usable: readonly FieldTypeName[] = [
  'NUMBER',
  'CALC',
  'DATE',
  'TIME',
  'DATETIME',
  'CREATED_TIME',
  'UPDATED_TIME',
  'SINGLE_LINE_TEXT',
  'DROP_DOWN',
  'RADIO_BUTTON',
  'CHECK_BOX',
  'MULTI_SELECT',
  'CREATOR',
  'MODIFIER',
]

const wide = '（），＋－＊／＾＆＝＜＞'
const narrow = '(),+-*/^&=<>'

/** Japanese words: EMU-C. English words: guess. */
const faults = {
  grammar: { ja: '計算式の文法が正しくありません。', en: 'The syntax of the formula is not valid.' },
  circle: { ja: 'フィールドの参照が循環しています。', en: 'The fields refer to each other in a circle.' },
  column: { ja: '配列型の値に対して適切な関数が利用されていません。', en: 'An array value needs a function that takes arrays.' },
  wideSign: (sign: string): Text => {
    const half = narrow.charAt(wide.indexOf(sign))
    return {
      ja: `全角記号「${sign}」が入力されています。半角記号「${half}」を入力してください。`,
      en: `A full-width "${sign}" is entered. Enter "${half}".`,
    }
  },
  noField: (code: string): Text => ({
    ja: `計算式に含まれるフィールドコード（${code}）が存在しません。`,
    en: `The field code (${code}) in the formula does not exist.`,
  }),
  unusable: (type: string): Text => ({
    ja: `計算式で利用できないフィールドタイプ(${type})が指定されています。`,
    en: `A field of the type ${type} cannot be used in a formula.`,
  }),
  noFunction: (name: string): Text => ({ ja: `${name}関数は使用できません。`, en: `The function ${name} cannot be used.` }),
  tooFew: (name: string, count: number, exact: boolean): Text => ({
    ja: `${name}関数には${count}個${exact ? '' : '以上'}の引数が必要です。`,
    en: `The function ${name} needs ${exact ? '' : 'at least '}${count} arguments.`,
  }),
  tooMany: (name: string, count: number): Text => ({
    ja: `${name}関数に指定できる引数は${count}個までです。`,
    en: `The function ${name} takes up to ${count} arguments.`,
  }),
  operator: (operator: string): Text => ({
    ja: `演算子「${operator}」とデータ型の組み合わせが正しくありません。`,
    en: `The operator "${operator}" does not go with the type of the data.`,
  }),
}

/** Refuses a form with a wrong formula, naming the first one. kintone looks at formulas when the app is deployed. [EMU-C] */
export function checkFormulas(form: readonly Field[]): void {
  for (const { field, table } of fieldsByCode(form).values()) {
    if (!isCalculated(field)) continue
    const fault = faultOf(field, table, form)
    if (fault === null) continue
    throw new Refusal(400, 'GAIA_IL01', {
      ja: `フィールド「${field.label}」の計算式が正しくありません。(エラーの内容：${fault.ja})`,
      en: `The formula of the field "${field.label}" is not valid. (${fault.en})`,
    })
  }
}

function faultOf(field: Field, table: Field | null, form: readonly Field[]): Text | null {
  const unquoted = (field.expression ?? '').replace(/"(?:[^"\\]|\\.)*"/g, '')
  const sign = [...unquoted].find((character) => wide.includes(character))
  if (sign !== undefined) return faults.wideSign(sign)
  const formula = formulaOf(field)
  if (formula === null) return faults.grammar
  return faultIn(formula, table, form, false) ?? (isCircular(field, form) ? faults.circle : null)
}

function faultIn(formula: Formula, table: Field | null, form: readonly Field[], takesMany: boolean): Text | null {
  switch (formula.kind) {
    case 'number':
    case 'text':
      return null
    case 'field':
      return faultOfField(formula.code, table, form, takesMany)
    case 'minus':
      return faultIn(formula.of, table, form, false)
    case 'operation': {
      const { operator, left, right } = formula
      const inside = faultIn(left, table, form, false) ?? faultIn(right, table, form, false)
      const needsNumbers = !['&', '=', '!=', '<>'].includes(operator)
      return inside ?? (needsNumbers && [left, right].some((side) => isText(side, form)) ? faults.operator(operator) : null)
    }
    case 'call':
      return faultOfCall(formula.name, formula.parameters, table, form)
  }
}

function faultOfField(code: string, table: Field | null, form: readonly Field[], takesMany: boolean): Text | null {
  const placed = fieldsByCode(form).get(code)
  if (placed === undefined) return faults.noField(code)
  const { field } = placed
  if (!usable.includes(field.type)) return faults.unusable(field.type)
  const isMany = (placed.table !== null && placed.table !== table) || field.type === 'CHECK_BOX' || field.type === 'MULTI_SELECT'
  return isMany && !takesMany ? faults.column : null
}

function faultOfCall(name: string, parameters: readonly Formula[], table: Field | null, form: readonly Field[]): Text | null {
  const known = functions.get(name)
  if (known === undefined) return faults.noFunction(name)
  if (parameters.length < known.fewest) return faults.tooFew(name, known.fewest, known.fewest === known.most)
  if (parameters.length > known.most) return faults.tooMany(name, known.most)
  for (const parameter of parameters) {
    const fault = faultIn(parameter, table, form, known.takesMany)
    if (fault !== null) return fault
  }
  return null
}

/** A text for certain: arithmetic with it cannot come to anything. */
function isText(formula: Formula, form: readonly Field[]): boolean {
  if (formula.kind === 'text') return true
  if (formula.kind === 'operation') return formula.operator === '&'
  if (formula.kind === 'call') return formula.name === 'YEN' || formula.name === 'DATE_FORMAT'
  const type = formula.kind === 'field' ? fieldsByCode(form).get(formula.code)?.field.type : undefined
  return type === 'SINGLE_LINE_TEXT' || type === 'DROP_DOWN' || type === 'RADIO_BUTTON'
}

function isCircular(start: Field, form: readonly Field[]): boolean {
  const seen = new Set<Field>()
  const open = [start]
  for (let field = open.pop(); field !== undefined; field = open.pop()) {
    const formula = formulaOf(field)
    if (formula === null) continue
    for (const part of partsOf(formula)) {
      const next = part.kind === 'field' ? fieldsByCode(form).get(part.code)?.field : undefined
      if (next === start) return true
      if (next === undefined || seen.has(next)) continue
      seen.add(next)
      open.push(next)
    }
  }
  return false
}
