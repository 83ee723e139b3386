import { describe, expect, it } from 'vitest'
import { differing, halvesText } from '../../../src/ui/matrix/halves-text'
import { ja } from '../../../src/ui/messages/ja'
import { half } from '../../examples'

const long = half({ role: '○分担', duty: '長い文章'.repeat(30), basis: '契約第2条', agreedOn: '2026-11-01' })

describe('versions of a cell', () => {
  it('show what differs, and leave out the long words that are alike', () => {
    const versions = [[long], [{ ...long, role: '委託' as const, agreedOn: null }], [{ ...long }]]
    expect(versions.map((version) => halvesText(version, ja, differing(versions)))).toEqual(['○分担・未確認・2026/11/01 合意', '委託・未確認・提案', '○分担・未確認・2026/11/01 合意'])
  })

  it.each([
    ['another duty', [[long], [{ ...long, duty: '別' }]], ['duty']],
    ['another basis and day', [[long], [], [{ ...long, basis: '', agreedOn: null }]], ['agreedOn', 'basis']],
    ['line breaks as kintone gives them back', [[{ ...long, duty: 'a\r\nb' }], [{ ...long, duty: 'a\nb' }]], []],
    ['only one version', [[long], []], ['agreedOn', 'basis', 'duty']],
    ['a party that stands twice', [[long], [long, long]], ['agreedOn', 'basis', 'duty']],
  ] as const)('differ in %s', (_, versions, particulars) => {
    expect(differing(versions)).toEqual(particulars)
  })
})
