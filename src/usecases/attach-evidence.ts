import type { AssessedItemDetail, EvidenceFile } from '../domain/assessment'
import type { Answers } from '../ports/answers'
import type { AssessedItems } from '../ports/assessed-items'
import type { EvidenceFiles } from '../ports/evidence-files'
import { ServiceFailure } from '../ports/failure'

export interface AttachPorts {
  readonly source: Pick<AssessedItems, 'detail'>
  readonly answers: Answers
  readonly files: EvidenceFiles
}

/** How often files are added on top of what somebody else is saving meanwhile. Adding a file takes nothing away from anybody. */
const ATTEMPTS = 3

/** Adds files to the evidence of an item, at once and beside whatever is there. `known`: the files before, so that a second try after a lost answer adds nothing twice. Rejects with a ServiceFailure. */
export async function attachEvidence({ source, answers, files }: AttachPorts, recordId: string, added: readonly File[], known: readonly EvidenceFile[]): Promise<AssessedItemDetail> {
  let keys: readonly string[] | null = null
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const now = readable(await source.detail(recordId))
    if (isAttached(now.evidenceFiles, added, known)) return now
    keys ??= await Promise.all(added.map((file) => files.upload(file)))
    const saved = await answers.save([{ recordId, revision: now.revision, answer: { evidenceFiles: [...now.evidenceFiles.map(({ fileKey }) => fileKey), ...keys] } }])
    // kintone gives a stored file a key of its own, which only reading tells.
    if (saved.outcome === 'saved') return readable(await source.detail(recordId))
  }
  throw new ServiceFailure('conflict', '', null)
}

function readable(item: Awaited<ReturnType<AssessedItems['detail']>>): AssessedItemDetail {
  if ('found' in item) throw new ServiceFailure('unknown', `${item.field}: ${item.found}`, item)
  return item
}

function isAttached(now: readonly EvidenceFile[], added: readonly File[], known: readonly EvidenceFile[]): boolean {
  const rest = now.filter(({ fileKey }) => !known.some((before) => before.fileKey === fileKey))
  return added.every(({ name, size }) => rest.some((file) => file.name === name && file.size === size))
}
