import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Ajv from 'ajv'
import { describe, expect, it } from 'vitest'
import { builtInCatalog } from '../../src/catalog'
import { STATUSES } from '../../src/domain/assessment'
import { editionName, sectionName } from '../../src/domain/guideline'
import { oscalDocuments, responsibilityKind } from '../../src/domain/oscal/documents'
import { controlId } from '../../src/domain/oscal/names'
import { sha1, uuidOf } from '../../src/domain/oscal/uuid'
import { proposedResponsibilities } from '../../src/domain/responsibility'
import { assessedItemDetail, half } from '../examples'

const SCHEMA = fileURLToPath(new URL('../../../shared/reference/oscal_complete_schema-1.2.2.json', import.meta.url))
const HEAD = { assessment: { round: '2026', facility: '本院' }, day: '2026-11-26' }
const items = builtInCatalog().items.map((item, at) =>
  assessedItemDetail({
    ...item, recordId: String(at), edition: editionName(item.part), section: sectionName(item.section), mic: item.mic, related: item.related, evidenceExamples: '', responsibilities: [...proposedResponsibilities(item), ...(at % 9 === 0 ? [half({ party: 'A社\n保守', state: '完了', agreedOn: '2026-04-01', basis: '契約 第3条' })] : [])],
    status: STATUSES[at % STATUSES.length] ?? '未評価', statusReason: at % 2 === 0 ? '機器がない\n台帳で確認' : '', implementation: at % 3 === 0 ? ' 手順書を作った ' : '', hasEvidence: at % 4 === 0, evidenceLinks: at % 4 === 0 ? 'https://example.com/1' : '', checkedOn: at % 5 === 0 ? '2026-10-01' : null, evidenceExpiresOn: at % 8 === 0 ? '2027-03-31' : null, owners: at % 3 === 0 ? [{ code: 'tanaka', name: '田中 花子' }] : [],
  }),
)
const documents = oscalDocuments(items, HEAD)

const present = existsSync(SCHEMA)
describe('the machine-readable documents (OSCAL 1.2.2)', () => {
  it.skipIf(!present)(present ? "are valid against NIST's own schema, each of them" : "are valid against NIST's schema: skipped, because ../shared/reference/oscal_complete_schema-1.2.2.json is not beside the project", () => {
    const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: true, formats: { 'date-time': true, uri: true, 'uri-reference': true, email: true } })
    const validate = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')) as object)
    for (const [name, document] of [...Object.entries(documents), ...Object.entries(oscalDocuments([], HEAD)), ...Object.entries(oscalDocuments([assessedItemDetail({ action: '', cybozu: '' })], HEAD))]) {
      validate(document)
      expect((validate.errors ?? []).slice(0, 5), name).toEqual([])
    }
    // The check can fail.
    expect(validate({ catalog: { uuid: 'x' } })).toBe(false)
  })

  it('name each of the 393 items once, in its section', () => {
    const ids = [...JSON.stringify(documents.catalog).matchAll(/"id":"((?:mhlw|meti)-\d[^"]*)","title"/g)].map(([, id]) => id)
    expect(ids.length).toBe(393)
    expect(new Set(ids).size).toBe(393)
    expect(controlId({ part: 'METI', no: '2.5.2(1)-3' })).toBe('meti-2.5.2_1-3')
  })

  it('find only what somebody has assessed, and draw nothing unknown as satisfied', () => {
    const results = (documents['assessment-results']['assessment-results'] as { results: { findings: { title: string; target: { status: { state: string } } }[] }[] }).results[0]
    expect(results?.findings.length).toBe(items.filter(({ status }) => status !== '未評価').length)
    const states = new Map(items.map((item) => [`${item.no} ${item.title}`, item.status]))
    for (const { title, target } of results?.findings ?? []) expect(target.status.state === 'satisfied', title).toBe(['対応済', '代替策で対応', '対象外'].includes(states.get(title) ?? ''))
  })

  it('tell whose half it is, and leave out who has not been asked', () => {
    const kinds = [half({ party: 'サイボウズ', role: '◎主担当' }), half({ party: '自院', role: '－関係なし' }), half({ party: '自院', role: '○分担' }), half({ party: '自院', role: '○分担', state: '完了' }), half({ party: 'SI事業者', role: '未協議' }), half({ party: 'SI事業者', role: '－関係なし' })].map((one, _, all) => responsibilityKind(one, all))
    expect(kinds).toEqual(['provided', 'inherited', 'responsibility', 'satisfied', null, null])
    // What nobody carries is inherited from nobody.
    const alone = [half({ party: '自院', role: '－関係なし' }), half({ party: 'サイボウズ', role: '未協議' })]
    expect(alone.map((one) => responsibilityKind(one, alone))).toEqual([null, null])
  })

  it('hold what Cybozu says of every item, whatever has been agreed with it', () => {
    const lone = assessedItemDetail({ no: '6.1-01', cybozu: '作り話の説明', responsibilities: [half({ party: 'サイボウズ', role: '未協議' })] })
    for (const item of [lone, { ...lone, responsibilities: [] }]) {
      const text = JSON.stringify(oscalDocuments([item], HEAD)['component-definition'])
      expect(text).toContain('作り話の説明')
      expect(text).not.toContain('"responsibility"')
    }
  })

  it('lead nowhere that is not there', () => {
    for (const some of [items, items.slice(0, 40)]) {
      const made = oscalDocuments(some, HEAD)
      const ids = new Set([...JSON.stringify(made.catalog).matchAll(/"(?:id|uuid)":"([^"]+)"/g)].map(([, id]) => id))
      expect([...JSON.stringify(made.catalog).matchAll(/"href":"#([^"]+)"/g)].map(([, id]) => id).filter((id) => !ids.has(id))).toEqual([])
      const results = made['assessment-results']['assessment-results'] as { 'import-ap': { href: string }; 'back-matter': { resources: { uuid: string; rlinks: { href: string }[] }[] } }
      expect(results['back-matter'].resources.map(({ uuid, rlinks }) => [`#${uuid}`, rlinks])).toEqual([[results['import-ap'].href, [{ href: 'catalog.json' }]]])
      expect(JSON.stringify(made['component-definition']).match(/"source":"catalog.json"/g)?.length).toBeGreaterThan(1)
    }
  })

  it('give the same thing the same name every time, and each thing its own', () => {
    expect(oscalDocuments(items, HEAD)).toEqual(documents)
    const uuids = [...JSON.stringify(documents).matchAll(/"uuid":"([^"]+)"/g)].map(([, uuid]) => uuid)
    const party = uuidOf('party', '本院')
    expect(new Set(uuids).size).toBe(uuids.filter((uuid) => uuid !== party).length + 1)
  })
})

describe('SHA-1', () => {
  it.each(['', 'abc', 'あ'.repeat(18), 'x'.repeat(55), 'x'.repeat(56), 'x'.repeat(1000)])('of %j is what others find', (text) => {
    expect(Buffer.from(sha1(new TextEncoder().encode(text))).toString('hex')).toBe(createHash('sha1').update(text).digest('hex'))
  })
})
