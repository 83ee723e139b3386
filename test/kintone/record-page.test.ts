import { describe, expect, it } from 'vitest'
import { decodeDetail } from '../../src/kintone/record-codec'
import { withoutFiles } from '../../src/kintone/record-page'
import { seedRecord } from '../../src/kintone/seed-record'
import { guidelineItem } from '../examples'
import { storedRecord } from './stored-record'

describe('a record as an event of its page tells it', () => {
  const { evidence_files: _, ...told } = storedRecord(seedRecord(guidelineItem({ documents: [] }), { round: '2026', facility: '本院' }, '1.0.0'), '7')

  it('is an item though nothing is told of its files, as on the phone while it is edited', () => {
    expect(decodeDetail(told)).toMatchObject({ field: 'evidence_files' })
    expect(decodeDetail(withoutFiles(told as Parameters<typeof withoutFiles>[0]))).toMatchObject({ recordId: '7', no: guidelineItem().no })
  })
})
