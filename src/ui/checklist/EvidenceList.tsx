import { useRef, useState } from 'react'
import type { AssessedItemDetail, EvidenceFile } from '../../domain/assessment'
import type { EvidenceFiles } from '../../ports/evidence-files'
import type { ServiceFailure } from '../../ports/failure'
import { failureOf } from '../../ports/failure'
import type { AttachPorts } from '../../usecases/attach-evidence'
import { attachEvidence } from '../../usecases/attach-evidence'
import type { PhoneMessages } from '../messages/phone.ja'
import { useScreen } from '../shared/context'

interface Props {
  readonly item: AssessedItemDetail
  readonly ports: AttachPorts
  /** Called with the item as it is after files have been added; null for who may only read. */
  readonly onAttached: ((item: AssessedItemDetail) => void) | null
  /** Where there is a camera: what a photo is called, without its ending. */
  readonly photoName?: () => string
}

type AttachState =
  | { readonly state: 'idle' }
  | { readonly state: 'attaching' | 'attached'; readonly count: number }
  | { readonly state: 'failed'; readonly files: readonly File[]; readonly failure: ServiceFailure }
  | { readonly state: 'notDownloaded'; readonly name: string; readonly failure: ServiceFailure }

/** The files that show that an item is met: to be opened, and added to. */
export function EvidenceList({ item, ports, onAttached, photoName }: Props) {
  const { messages } = useScreen()
  const words = messages.evidence
  const box = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState<AttachState>({ state: 'idle' })

  const attach = async (files: readonly File[]) => {
    if (files.length === 0 || said.state === 'attaching' || !onAttached) return
    setSaid({ state: 'attaching', count: files.length })
    try {
      onAttached(await attachEvidence(ports, item.recordId, files, item.evidenceFiles))
      setSaid({ state: 'attached', count: files.length })
    } catch (error) {
      setSaid({ state: 'failed', files, failure: failureOf(error) })
    }
  }
  const open = (file: EvidenceFile) => void download(ports.files, file).catch((error: unknown) => setSaid({ state: 'notDownloaded', name: file.name, failure: failureOf(error) }))

  return (
    <section className="jn-evidence" aria-label={words.title}>
      <h4>{words.title}</h4>
      {item.evidenceFiles.length === 0 ? (
        <p className="jn-quiet">{words.none}</p>
      ) : (
        <ul>
          {item.evidenceFiles.map((file) => (
            <li key={file.fileKey}>
              <button type="button" className="jn-link jn-evidence-file" aria-label={words.download(file.name)} onClick={() => open(file)}>
                {file.name}
              </button>{' '}
              <span className="jn-quiet">{words.size(Math.ceil(file.size / 1024))}</span>
            </li>
          ))}
        </ul>
      )}
      {onAttached && (
        <>
          {photoName && <PhotoButton words={messages.phone} isBusy={said.state === 'attaching'} taken={(photo) => void attach([named(photo, photoName())])} />}
          <input
            ref={box}
            type="file"
            multiple
            hidden
            aria-label={words.attach}
            onChange={(event) => {
              void attach([...(event.target.files ?? [])])
              event.target.value = ''
            }}
          />
          <button type="button" className="jn-button jn-small" aria-disabled={said.state === 'attaching' || undefined} onClick={() => box.current?.click()}>
            {photoName ? messages.phone.file : words.attach}
          </button>{' '}
          <span className="jn-quiet">{words.hint}</span>
        </>
      )}
      <p role="status" className="jn-save-said">
        {said.state === 'attaching' && words.attaching(said.count)}
        {said.state === 'attached' && words.attached(said.count)}
      </p>
      <div role="alert">
        {said.state === 'failed' && (
          <p className="jn-save-failed">
            <strong>{words.notAttached(said.files.map(({ name }) => name).join(messages.comma))}</strong> {messages.failure[said.failure.kind]}{' '}
            <button type="button" className="jn-button jn-small" onClick={() => void attach(said.files)}>
              {words.again}
            </button>
          </p>
        )}
        {said.state === 'notDownloaded' && (
          <p className="jn-save-failed">
            <strong>{words.notDownloaded(said.name)}</strong> {messages.failure[said.failure.kind]}
          </p>
        )}
      </div>
    </section>
  )
}

interface PhotoProps {
  readonly words: PhoneMessages
  readonly isBusy: boolean
  readonly taken: (photo: File) => void
}

/** Opens the camera of a phone; a browser without one lets a picture be chosen. */
function PhotoButton({ words, isBusy, taken }: PhotoProps) {
  const box = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={box}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        aria-label={words.photo}
        onChange={(event) => {
          const [photo] = [...(event.target.files ?? [])]
          event.target.value = ''
          if (photo) taken(photo)
        }}
      />
      <button type="button" className="jn-button jn-primary" aria-disabled={isBusy || undefined} onClick={() => box.current?.click()}>
        {words.photo}
      </button>{' '}
    </>
  )
}

/** A camera calls every photo `image.jpg`; an inspector wants to know of what and when. */
function named(photo: File, name: string): File {
  const ending = /\.[A-Za-z0-9]+$/.exec(photo.name)?.[0] ?? '.jpg'
  return new File([photo], `${name}${ending}`, { type: photo.type })
}

/** A plain link would lack the header without which kintone gives no file; so the file is fetched and handed to the browser. It is saved, never opened in the page. */
async function download(files: EvidenceFiles, { fileKey, name }: EvidenceFile): Promise<void> {
  const url = URL.createObjectURL(await files.download(fileKey))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
