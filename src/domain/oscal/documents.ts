/** Three OSCAL documents of one assessment: what is asked, who does what, and what the hospital has answered. Pure; valid against NIST's schema. */
import type { AssessedItemDetail } from '../assessment'
import { assessmentName, isMet, isTarget } from '../assessment'
import { itemsBySection } from '../coverage'
import { CYBOZU, HOSPITAL } from '../responsibility'
import type { Responsibility } from '../responsibility'
import type { OscalHead } from './names'
import { controlId, groupId, metadata, properties, timeOf } from './names'
import { uuidOf } from './uuid'

/** Stands in each document: verdicts never go without it. */
const EDITIONS_REMARK = 'Reference information from superseded editions of the guidelines; the verdicts on cybozu.com are those of a survey of 2019 and say nothing of the hospital.'

/** Beside the other two, in one zip file. */
const CATALOG_FILE = 'catalog.json'
/** OSCAL wants a plan; what has no address of its own is a resource of the document. */
const NO_PLAN = 'There is no assessment plan: the hospital assesses itself by the catalog named here.'

type OscalDocument = Readonly<Record<string, unknown>>

/** By the names of their files. */
export function oscalDocuments(items: readonly AssessedItemDetail[], head: OscalHead): Readonly<Record<'catalog' | 'component-definition' | 'assessment-results', OscalDocument>> {
  return { catalog: catalog(items, head), 'component-definition': componentDefinition(items, head), 'assessment-results': assessmentResults(items, head) }
}

/** Facts of the reference and our own words; no sentence of the reference's. */
function catalog(items: readonly AssessedItemDetail[], head: OscalHead): OscalDocument {
  const parts = new Map(items.map((item) => [item.part, item.edition]))
  const ids = new Set(items.map(controlId))
  return {
    catalog: {
      uuid: uuidOf('catalog', name(head)),
      metadata: metadata('医療情報の安全管理ガイドライン 点検項目', head, EDITIONS_REMARK),
      ...(parts.size > 0 && { groups: [...parts].map(([part, edition]) => ({
        id: part.toLowerCase(),
        title: edition,
        groups: itemsBySection(items.filter((item) => item.part === part)).map(([section, own]) => ({
          id: groupId({ part, section }),
          title: section,
          controls: own.map((item) => ({
            id: controlId(item),
            title: item.title,
            ...properties({ label: item.no, level: item.level, suitability: item.suitability, disclosure: item.disclosure, basis: item.evidence, document: item.documents, mic: item.mic.map(({ code, level }) => `${code} ${level}`) }),
            ...relatedLinks(item, ids),
            parts: [
              { id: `${controlId(item)}_smt`, name: 'statement', prose: prose(item.requirement) },
              { id: `${controlId(item)}_gdn`, name: 'guidance', prose: prose(item.action) },
            ],
          })),
        })),
      })) }),
    },
  }
}

/** A document of some items leads to none that it leaves out. */
function relatedLinks({ related }: AssessedItemDetail, ids: ReadonlySet<string>) {
  const links = related.map(({ id, why }) => ({ control: controlId({ part: id.startsWith('METI') ? 'METI' : 'MHLW', no: id.replace(/^\w+:/, '') }), why })).filter(({ control }) => ids.has(control))
  return links.length > 0 && { links: links.map(({ control, why }) => ({ href: `#${control}`, rel: 'related', text: oneLine(why) })) }
}

/** One component a party: what it provides, or what is left to it. Cybozu has one in any case, for what it says of each item. */
function componentDefinition(items: readonly AssessedItemDetail[], head: OscalHead): OscalDocument {
  const parties = [...new Set(items.flatMap(({ responsibilities }) => [CYBOZU, ...responsibilities.map(({ party }) => party)]))].filter((party) => party.trim() !== '')
  return {
    'component-definition': {
      uuid: uuidOf('component-definition', name(head)),
      metadata: metadata('責任分担', head, EDITIONS_REMARK),
      ...(parties.length > 0 && { components: parties.map((party) => component(party, items, head)) }),
    },
  }
}

function component(party: string, items: readonly AssessedItemDetail[], head: OscalHead) {
  const requirements = items.flatMap((item) => requirement(item, party, head))
  return {
    uuid: uuidOf('component', name(head), party),
    type: party === HOSPITAL ? 'process-procedure' : 'service',
    title: oneLine(party),
    description: party === CYBOZU ? 'cybozu.com' : oneLine(party),
    ...(requirements.length > 0 && {
      'control-implementations': [{ uuid: uuidOf('implementation', name(head), party), source: CATALOG_FILE, description: oneLine(party), 'implemented-requirements': requirements }],
    }),
  }
}

/** `provided`: another party than the hospital does it; of the hospital's own half: `inherited` where it has no part in it and another does it, `satisfied` where it is done, `responsibility` where it is still open. Who has not been asked yet has neither: unknown is not drawn as fine. */
export function responsibilityKind(half: Responsibility, all: readonly Responsibility[]): 'provided' | 'inherited' | 'responsibility' | 'satisfied' | null {
  if (half.role === '未協議') return null
  const carries = half.role !== '－関係なし'
  if (half.party !== HOSPITAL) return carries ? 'provided' : null
  if (carries) return half.state === '完了' ? 'satisfied' : 'responsibility'
  return all.some((other) => other.party !== HOSPITAL && responsibilityKind(other, all) === 'provided') ? 'inherited' : null
}

function requirement(item: AssessedItemDetail, party: string, head: OscalHead) {
  const half = item.responsibilities.find((one) => one.party === party)
  const kind = half ? responsibilityKind(half, item.responsibilities) : null
  if (kind === null && party !== CYBOZU) return []
  return [
    {
      uuid: uuidOf('requirement', name(head), party, controlId(item)),
      'control-id': controlId(item),
      description: prose(half?.duty ?? ''),
      ...(half && kind !== null && properties({ responsibility: kind, role: half.role, state: half.state, 'agreed-on': half.agreedOn, basis: half.basis })),
      ...(party === CYBOZU && { statements: [{ 'statement-id': `${controlId(item)}_smt`, uuid: uuidOf('statement', name(head), controlId(item)), description: prose(item.cybozu) }] }),
    },
  ]
}

/** What the hospital has answered. What nobody has assessed is no finding: it stands among the reviewed controls no more than among the findings. */
function assessmentResults(items: readonly AssessedItemDetail[], head: OscalHead): OscalDocument {
  const assessed = items.filter(({ status }) => status !== '未評価')
  const evidenced = assessed.filter(({ hasEvidence }) => hasEvidence)
  return {
    'assessment-results': {
      uuid: uuidOf('assessment-results', name(head)),
      metadata: metadata('自院の対応状況', head, EDITIONS_REMARK),
      'import-ap': { href: `#${uuidOf('plan', name(head))}`, remarks: NO_PLAN },
      results: [
        {
          uuid: uuidOf('result', name(head)),
          title: `${head.assessment.round} ${head.assessment.facility}`,
          description: `${assessed.length} / ${items.length}`,
          start: timeOf(head.day),
          ...properties({ assessed: String(assessed.length), items: String(items.length) }),
          'reviewed-controls': { 'control-selections': [selection(items, assessed)] },
          ...(evidenced.length > 0 && { observations: evidenced.map((item) => observation(item, head)) }),
          ...(assessed.length > 0 && { findings: assessed.map((item) => finding(item, head)) }),
        },
      ],
      'back-matter': { resources: [{ uuid: uuidOf('plan', name(head)), title: 'Catalog', description: NO_PLAN, rlinks: [{ href: CATALOG_FILE }] }] },
    },
  }
}

/** The schema knows no empty selection: nothing is all but all. */
function selection(items: readonly AssessedItemDetail[], assessed: readonly AssessedItemDetail[]) {
  const ids = (list: readonly AssessedItemDetail[]) => list.map((item) => ({ 'control-id': controlId(item) }))
  if (assessed.length > 0) return { 'include-controls': ids(assessed) }
  return { description: 'Nothing has been assessed yet.', 'include-all': {}, ...(items.length > 0 && { 'exclude-controls': ids(items) }) }
}

function observation(item: AssessedItemDetail, head: OscalHead) {
  return {
    uuid: uuidOf('observation', name(head), controlId(item)),
    description: prose([...item.evidenceFiles.map((file) => file.name), item.evidenceLinks].filter((text) => text.trim() !== '').join('\n')),
    methods: ['EXAMINE'],
    collected: timeOf(item.checkedOn ?? head.day),
    ...(item.evidenceExpiresOn !== null && { expires: timeOf(item.evidenceExpiresOn) }),
  }
}

function finding(item: AssessedItemDetail, head: OscalHead) {
  return {
    uuid: uuidOf('finding', name(head), controlId(item)),
    title: `${item.no} ${item.title}`,
    description: prose([item.implementation, item.statusReason].filter((text) => text.trim() !== '').join('\n')),
    ...properties({ status: item.status, 'target-on': item.targetOn, 'checked-on': item.checkedOn, 'completed-on': item.completedOn, owner: item.owners.map((person) => person.name), regulation: item.regulation }),
    target: {
      type: 'statement-id',
      'target-id': `${controlId(item)}_smt`,
      status: { state: isMet(item.status) || !isTarget(item.status) ? 'satisfied' : 'not-satisfied', ...(!isTarget(item.status) && { reason: 'other', remarks: 'Not applicable; the description says why.' }) },
      'implementation-status': { state: implementationState(item) },
    },
    ...(item.hasEvidence && { 'related-observations': [{ 'observation-uuid': uuidOf('observation', name(head), controlId(item)) }] }),
  }
}

function implementationState({ status }: AssessedItemDetail): string {
  switch (status) {
    case '対応済':
      return 'implemented'
    case '代替策で対応':
      return 'alternative'
    case '一部対応':
      return 'partial'
    case '計画中':
    case '未対応':
    case '未評価':
      return 'planned'
    case '対象外':
      return 'not-applicable'
  }
}

function name({ assessment }: OscalHead): string {
  return assessmentName(assessment)
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim() || '-'
}

/** OSCAL takes no empty text. */
function prose(text: string): string {
  return text.trim() || '-'
}
