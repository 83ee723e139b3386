import type { ReactNode } from 'react'
import { useState } from 'react'
import type { Sheet } from '../../domain/sheet'
import { fileName } from '../../domain/sheet'
import type { ServiceFailure } from '../../ports/failure'
import { failureOf } from '../../ports/failure'
import { useModal } from '../shared/use-modal'
import { useScreen, useTableFiles } from '../shared/context'
import { Reason } from '../shared/states'
import './papers.css'
import { saveFile, XLSX_TYPE } from './save-file'
import type { TableFiles } from './table-files'

const TABLE_FORMATS = ['xlsx', 'csvUtf8', 'csvSjis'] as const
/** `oscal`: for other programs, three documents in one zip file */
export const FORMATS = [...TABLE_FORMATS, 'oscal'] as const
export type Format = (typeof FORMATS)[number]

/** What goes into a file: tables, of which a CSV file holds the first alone, or documents by name. `leftOut`: records that could not be read and are missing. */
export type Exported = { readonly leftOut: number } & ({ readonly table: Sheet; readonly others: readonly Sheet[] } | { readonly documents: Readonly<Record<string, unknown>> })

interface ExportChoice {
  readonly label: string
  /** Rejects with a ServiceFailure. */
  readonly make: (format: Format) => Promise<Exported>
}

interface Props {
  /** Tables alone, where nothing else is said */
  readonly formats?: readonly Format[]
  /** At least one; the first is chosen */
  readonly choices: readonly ExportChoice[]
  /** Parts of the file's name, without the day */
  readonly file: readonly string[]
  readonly close: () => void
  /** What is said of a format, where it is not what is said of the checklist's */
  readonly hints?: Partial<Readonly<Record<Format, string>>>
  /** What a further way out asks */
  readonly options?: ReactNode
  /** Further ways out, beside the formats: called with the choice. */
  readonly more?: (choice: number) => ReactNode
}

type State =
  | { readonly state: 'idle' | 'writing' }
  | { readonly state: 'written'; readonly name: string; readonly leftOut: number }
  | { readonly state: 'unencodable'; readonly characters: readonly string[] }
  | { readonly state: 'failed'; readonly failure: ServiceFailure }

/** How many characters are named that Shift_JIS does not hold. */
const NAMED_CHARACTERS = 20

/** What to write out, and as what. */
export function ExportDialog({ choices, formats = TABLE_FORMATS, file, close, hints, options, more }: Props) {
  const { messages, today } = useScreen()
  const tableFiles = useTableFiles()
  const words = messages.papers
  const title = more ? words.title : words.titleExport
  const modal = useModal(close)
  const [choice, setChoice] = useState(0)
  const [format, setFormat] = useState<Format>('xlsx')
  const [state, setState] = useState<State>({ state: 'idle' })

  const write = async () => {
    const chosen = choices[choice]
    if (state.state === 'writing' || !chosen) return
    setState({ state: 'writing' })
    try {
      const made = await chosen.make(format)
      const name = fileName([...file, today], EXTENSION[format])
      const bytes = await bytesOf(made, format, tableFiles())
      if ('characters' in bytes) return setState({ state: 'unencodable', characters: bytes.characters })
      saveFile(name, format === 'xlsx' ? XLSX_TYPE : format === 'oscal' ? 'application/zip' : 'text/csv', bytes)
      setState({ state: 'written', name, leftOut: made.leftOut })
    } catch (error) {
      setState({ state: 'failed', failure: failureOf(error) })
    }
  }

  return (
    <dialog {...modal} className="jn-dialog jn-papers" aria-label={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void write()
        }}
      >
        <h3>{title}</h3>
        <fieldset>
          <legend>{words.what}</legend>
          {choices.map(({ label }, at) => (
            <label key={label}>
              <input type="radio" name="jn-papers-what" checked={choice === at} onChange={() => setChoice(at)} /> {label}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{words.as}</legend>
          {formats.map((one) => (
            <label key={one}>
              <input type="radio" name="jn-papers-as" checked={format === one} onChange={() => setFormat(one)} /> {words.format[one]}
              <span className="jn-quiet">{hints?.[one] ?? words.formatHint[one]}</span>
            </label>
          ))}
        </fieldset>
        {options}
        <p className="jn-papers-said" role={state.state === 'failed' || state.state === 'unencodable' ? 'alert' : 'status'}>
          <Said state={state} />
        </p>
        <p className="jn-dialog-actions">
          <button type="submit" className="jn-button jn-primary" aria-disabled={state.state === 'writing' || undefined}>
            {state.state === 'writing' ? words.writing : words.write}
          </button>
          {more?.(choice)}
          <button type="button" className="jn-button" onClick={close}>
            {words.close}
          </button>
        </p>
      </form>
    </dialog>
  )
}

const EXTENSION: Readonly<Record<Format, string>> = { xlsx: 'xlsx', csvUtf8: 'csv', csvSjis: 'csv', oscal: 'zip' }

async function bytesOf(made: Exported, format: Format, { writeCsv, writeXlsx, zipped }: TableFiles): Promise<Uint8Array<ArrayBuffer> | { readonly characters: readonly string[] }> {
  if ('documents' in made) return zipped(Object.fromEntries(Object.entries(made.documents).map(([name, document]) => [`${name}.json`, JSON.stringify(document, null, 1)])))
  if (format === 'xlsx') return writeXlsx([made.table, ...made.others])
  const csv = writeCsv(made.table, format === 'csvUtf8' ? 'utf-8' : 'shift_jis')
  return csv.outcome === 'unencodable' ? csv : csv.bytes
}

function Said({ state }: { readonly state: State }) {
  const { messages } = useScreen()
  const words = messages.papers
  switch (state.state) {
    case 'idle':
    case 'writing':
      return null
    case 'written':
      return (
        <>
          {words.written(state.name)} {state.leftOut > 0 && <strong className="jn-overdue">{words.leftOut(state.leftOut)}</strong>}
        </>
      )
    case 'unencodable':
      return <strong className="jn-overdue">{words.unencodable(state.characters.slice(0, NAMED_CHARACTERS).join(' ') + (state.characters.length > NAMED_CHARACTERS ? ' …' : ''))}</strong>
    case 'failed':
      return (
        <>
          <strong className="jn-overdue">{words.notWritten}</strong> <Reason failure={state.failure} />
        </>
      )
  }
}
