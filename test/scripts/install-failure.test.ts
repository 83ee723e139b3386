import { KintoneRestAPIError } from '@kintone/rest-api-client'
import { describe, expect, it } from 'vitest'
import { failureSentence } from '../../scripts/install/failure-sentence'

const AT = { baseUrl: 'https://example.cybozu.com', user: 'sato' }

/** What the official client throws for an answer in JSON. */
function refusal(status: number, code: string, message: string): KintoneRestAPIError {
  return new KintoneRestAPIError({ status, statusText: '', headers: {}, data: { id: 'q1w2e3', code, message } } as never)
}

describe('why kintone does not let an administrator in', () => {
  it.each([401, 520])("is told in kintone's own words where it names a reason (status %i)", (status) => {
    const sentence = failureSentence(refusal(status, 'CB_TW02', '2要素認証を有効にしているため、認証できません。'), AT)
    expect(sentence).toContain('2要素認証を有効にしているため、認証できません。')
    expect(sentence).not.toContain('basic authentication')
  })

  it('is basic authentication where a web server before kintone refuses with a page', () => {
    expect(failureSentence(new Error('401: Unauthorized'), AT)).toContain('asks for basic authentication')
  })
})
