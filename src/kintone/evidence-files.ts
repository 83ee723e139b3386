/** EvidenceFiles over kintone's file.json, which kintone.api() cannot reach. [cybozu.dev rest-api/files/upload-file, download-file] */
import type { EvidenceFiles } from '../ports/evidence-files'
import { ServiceFailure } from '../ports/failure'
import { asServiceFailure } from './failure'
import { member } from './record-pages'

/** A request with the page's session. Rejects with what kintone answered, or with the browser's network error. */
export interface FileApi {
  post(file: File): Promise<unknown>
  get(fileKey: string): Promise<Blob>
}

export function kintoneEvidenceFiles(api: FileApi): EvidenceFiles {
  return {
    async upload(file) {
      const answer = await asServiceFailure(() => api.post(file))
      const key = member(answer, 'fileKey')
      if (typeof key !== 'string') throw new ServiceFailure('unknown', 'file.json: no key in the answer', answer)
      return key
    },
    download: (fileKey) => asServiceFailure(() => api.get(fileKey)),
  }
}
