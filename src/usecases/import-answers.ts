/** Writes what a filled-in checklist changes, and takes it back. */
import type { ItemAnswer } from '../domain/answer'
import { fieldsIn, holds, sameValue } from '../domain/answer'
import type { ImportedChange } from '../domain/answer-import'
import type { Assessment, AssessedItemDetail } from '../domain/assessment'
import type { AnswerChange, Answers } from '../ports/answers'
import type { AssessedItems } from '../ports/assessed-items'
import { failureOf, ServiceFailure } from '../ports/failure'
import { writtenAnswer } from './save-answer'

/** Written whole or not at all: more than an assessment has items, fewer than make a request too large. */
export const IMPORT_CHUNK = 400

export interface ImportPorts {
  readonly source: Pick<AssessedItems, 'details'>
  readonly answers: Answers
}

/** What has been written, so that it can be taken back. */
export interface ImportDone {
  readonly recordId: string
  readonly no: string
  readonly before: Partial<ItemAnswer>
  /** The revision that the import has made */
  readonly revision: string
}

export interface ImportProgress {
  readonly done: readonly ImportDone[]
  /** Left as they are, because somebody has changed the same fields since the file was looked at, or the record is gone. */
  readonly overtaken: readonly { readonly recordId: string; readonly no: string }[]
  readonly left: readonly ImportedChange[]
}

export type ImportRun =
  | { readonly outcome: 'done'; readonly progress: ImportProgress }
  /** Chunks before the failure are written. Called again with this progress it goes on; what the lost chunk has perhaps written is recognised. */
  | { readonly outcome: 'stopped'; readonly progress: ImportProgress; readonly failure: ServiceFailure }

/** How often a chunk goes on top of somebody who has changed other fields meanwhile. */
const ATTEMPTS = 3

/** Where an import stands before anything is written. */
export function importBegin(changes: readonly ImportedChange[]): ImportProgress {
  return { done: [], overtaken: [], left: changes }
}

interface ImportControl {
  readonly from: ImportProgress
  /** An earlier attempt may have been carried out. */
  readonly lookFirst: boolean
  /** Told the progress after each chunk. */
  readonly step: (progress: ImportProgress) => void
}

/** Writes chunk by chunk what is left. Never rejects: what has been written by then could not be taken back otherwise. */
export async function runImport(ports: ImportPorts, assessment: Assessment, { from, lookFirst, step }: ImportControl): Promise<ImportRun> {
  let progress = from
  try {
    if (lookFirst) progress = withCarriedOut(progress, await current(ports, assessment))
    while (progress.left.length > 0) {
      progress = await chunk(ports, assessment, progress)
      step(progress)
    }
    return { outcome: 'done', progress }
  } catch (error) {
    return { outcome: 'stopped', progress, failure: failureOf(error) }
  }
}

async function chunk(ports: ImportPorts, assessment: Assessment, progress: ImportProgress): Promise<ImportProgress> {
  const rest = progress.left.slice(IMPORT_CHUNK)
  let open = progress.left.slice(0, IMPORT_CHUNK)
  let overtaken = progress.overtaken
  for (let attempt = 1; open.length > 0; attempt += 1) {
    const saved = await ports.answers.save(open.map(({ item, after }) => changeOf(item, after)))
    if (saved.outcome === 'saved') return { done: [...progress.done, ...open.map((change, at) => doneOf(change, saved.revisions[at] ?? ''))], overtaken, left: rest }
    if (attempt === ATTEMPTS) throw new ServiceFailure('busy', '', null)
    const now = await current(ports, assessment)
    const met = open.map((change) => ({ change, item: now.get(change.item.recordId) }))
    const isOvertaken = ({ change, item }: (typeof met)[number]) => item === undefined || fieldsIn(change.before).some((field) => !sameValue(item[field], change.item[field]))
    overtaken = [...overtaken, ...met.filter(isOvertaken).map(({ change }) => ({ recordId: change.item.recordId, no: change.item.no }))]
    open = met.filter((one) => !isOvertaken(one)).map(({ change, item }) => ({ ...change, item: item ?? change.item }))
  }
  return { ...progress, overtaken, left: rest }
}

function withCarriedOut(progress: ImportProgress, now: ReadonlyMap<string, AssessedItemDetail>): ImportProgress {
  const isThere = ({ item, after }: ImportedChange) => {
    const held = now.get(item.recordId)
    return held !== undefined && held.revision !== item.revision && holds(held, after)
  }
  return {
    ...progress,
    done: [...progress.done, ...progress.left.filter(isThere).map((change) => doneOf(change, now.get(change.item.recordId)?.revision ?? ''))],
    left: progress.left.filter((change) => !isThere(change)),
  }
}

export interface ImportUndone {
  readonly restored: number
  /** Left as they are, because somebody has saved them since, or they are gone. */
  readonly refused: readonly { readonly recordId: string; readonly no: string }[]
}

/** Takes an import back where nobody has saved since. Can be repeated after a failure. Rejects with a ServiceFailure. */
export async function undoImport(ports: ImportPorts, assessment: Assessment, done: readonly ImportDone[]): Promise<ImportUndone> {
  for (let attempt = 1; ; attempt += 1) {
    const now = await current(ports, assessment)
    const isBack = ({ recordId, before }: ImportDone) => now.has(recordId) && holds(now.get(recordId) as ItemAnswer, before)
    const open = done.filter((one) => !isBack(one) && now.get(one.recordId)?.revision === one.revision)
    const refused = done.filter((one) => !isBack(one) && !open.includes(one))
    let isConflict = false
    for (let at = 0; at < open.length && !isConflict; at += IMPORT_CHUNK) {
      const saved = await ports.answers.save(open.slice(at, at + IMPORT_CHUNK).map((one) => changeOf(one, one.before)))
      isConflict = saved.outcome === 'conflict'
    }
    if (!isConflict) return { restored: done.length - refused.length, refused }
    if (attempt === ATTEMPTS) throw new ServiceFailure('busy', '', null)
  }
}

async function current({ source }: ImportPorts, assessment: Assessment): Promise<ReadonlyMap<string, AssessedItemDetail>> {
  return new Map((await source.details(assessment)).items.map((item) => [item.recordId, item]))
}

function changeOf({ recordId, revision }: { readonly recordId: string; readonly revision: string }, answer: Partial<ItemAnswer>): AnswerChange {
  return { recordId, revision, answer: writtenAnswer(answer) }
}

function doneOf({ item, before }: ImportedChange, revision: string): ImportDone {
  return { recordId: item.recordId, no: item.no, before, revision }
}
