import { describe, expect, it } from 'vitest'
import type { AssessedItemDetail, EvidenceFile } from '../../src/domain/assessment'
import type { AnswerChange } from '../../src/ports/answers'
import { ServiceFailure } from '../../src/ports/failure'
import { attachEvidence } from '../../src/usecases/attach-evidence'
import { assessedItemDetail } from '../examples'

const OLD: EvidenceFile = { fileKey: 'old', name: '規程.pdf', size: 9 }
const PHOTO = new File(['12345'], '写真.jpg')

/** A record with files; a stored file gets a key of its own, as in kintone. */
class Record {
  item: AssessedItemDetail = assessedItemDetail({ revision: '1', evidenceFiles: [OLD] })
  readonly uploaded = new Map<string, File>()
  fault: 'upload' | 'before' | 'after' | null = null
  others = 0

  private strike(fault: typeof this.fault): void {
    if (this.fault !== fault) return
    this.fault = null
    throw new ServiceFailure('unreachable', '', null)
  }

  readonly ports = {
    source: { detail: async () => this.item },
    files: {
      upload: async (file: File) => {
        this.strike('upload')
        const key = `uploaded${this.uploaded.size}`
        this.uploaded.set(key, file)
        return key
      },
      download: () => Promise.reject(new Error('not asked for')),
    },
    answers: {
      save: async ([change]: readonly AnswerChange[]) => {
        this.strike('before')
        if (this.others > 0) {
          this.others -= 1
          this.item = { ...this.item, revision: String(Number(this.item.revision) + 1), evidenceFiles: [...this.item.evidenceFiles, { fileKey: `other${this.others}`, name: '別.pdf', size: 3 }] }
        }
        if (change?.revision !== this.item.revision) return { outcome: 'conflict' as const }
        const files = (change.answer.evidenceFiles ?? []).map((key) => this.item.evidenceFiles.find(({ fileKey }) => fileKey === key) ?? { fileKey: `stored-${key}`, name: this.uploaded.get(key)?.name ?? '', size: this.uploaded.get(key)?.size ?? 0 })
        this.item = { ...this.item, revision: String(Number(this.item.revision) + 1), evidenceFiles: files }
        this.strike('after')
        return { outcome: 'saved' as const, revisions: [this.item.revision] }
      },
    },
  }

  attach(known: readonly EvidenceFile[] = [OLD]) {
    return attachEvidence(this.ports, '1', [PHOTO], known)
  }
  get names(): readonly string[] {
    return this.item.evidenceFiles.map(({ name }) => name)
  }
}

describe('attaching evidence', () => {
  it('adds the file beside those that are there', async () => {
    const record = new Record()
    expect(await record.attach()).toEqual(record.item)
    expect(record.item.evidenceFiles).toEqual([OLD, { fileKey: 'stored-uploaded0', name: '写真.jpg', size: 5 }])
  })

  it('goes on top of what somebody else attaches meanwhile, and loses neither', async () => {
    const record = new Record()
    record.others = 2
    await record.attach()
    expect(record.names).toEqual(['規程.pdf', '別.pdf', '別.pdf', '写真.jpg'])
    expect(record.uploaded.size).toBe(1)
  })

  it.each(['upload', 'before', 'after'] as const)('that broke off (%s) is completed by a second try, and nothing is attached twice', async (fault) => {
    const record = new Record()
    record.fault = fault
    await expect(record.attach()).rejects.toMatchObject({ kind: 'unreachable' })
    await record.attach()
    expect(record.names).toEqual(['規程.pdf', '写真.jpg'])
  })

  it('attaches the same file once more where somebody wants that', async () => {
    const record = new Record()
    await record.attach()
    await record.attach(record.item.evidenceFiles)
    expect(record.names).toEqual(['規程.pdf', '写真.jpg', '写真.jpg'])
  })
})
