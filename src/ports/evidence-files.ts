/** Files on their way into a record and out of it, as the signed-in user. Every method rejects with a ServiceFailure. */
export interface EvidenceFiles {
  /** Keeps a file for one write; resolves to the key that the write has to name. */
  upload(file: File): Promise<string>
  download(fileKey: string): Promise<Blob>
}
