import type { DragEvent } from 'react'
import { useState } from 'react'
import type { AnswerOutcome, AnswerWorld } from '../../domain/party-answers'
import { ANSWER_HEADS } from '../../domain/party-sheet'
import type { FileProblem } from '../../domain/sheet'
import type { ServiceFailure } from '../../ports/failure'
import { failureOf } from '../../ports/failure'
import { readChosen } from '../papers/read-chosen'
import { useScreen, useTableFiles } from '../shared/context'
import { Reason } from '../shared/states'

/** What somebody has chosen or pasted, and what became of it. `source`: the file's name; null for what was pasted. */
export type AnswersRead = { readonly source: string | null } & (
  | AnswerOutcome
  | { readonly outcome: 'reading' }
  | { readonly outcome: 'badFile'; readonly problem: FileProblem }
  | { readonly outcome: 'failed'; readonly failure: ServiceFailure }
)

interface Props {
  readonly world: AnswerWorld
  readonly answers: AnswersRead | null
  readonly read: (answers: AnswersRead | null) => void
}

/** The way back for a party's sheet: the file it has filled in, or its cells. Nothing is changed here. */
export function PartyAnswers({ world, answers, read }: Props) {
  const { messages } = useScreen()
  const tableFiles = useTableFiles()
  const words = messages.matrixPapers
  const [pasted, setPasted] = useState('')

  const choose = async (file: File | undefined) => {
    if (!file || answers?.outcome === 'reading') return
    const source = file.name
    setPasted('')
    read({ source, outcome: 'reading' })
    try {
      const opened = await readChosen(file, tableFiles())
      read({ source, ...(opened.outcome === 'refused' ? { outcome: 'badFile', problem: opened.problem } : tableFiles().answerPlan(opened.sheets, world)) })
    } catch (error) {
      read({ source, outcome: 'failed', failure: failureOf(error) })
    }
  }
  const readPasted = () => {
    try {
      const { clipboardBlock, pastedSheet, answerPlan } = tableFiles()
      read({ source: null, ...answerPlan([pastedSheet(clipboardBlock(pasted))], world) })
    } catch (error) {
      read({ source: null, outcome: 'failed', failure: failureOf(error) })
    }
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    void choose(event.dataTransfer.files[0])
  }
  return (
    <section onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <h3>{words.answersTitle}</h3>
      <p className="jn-quiet">{words.answersHint}</p>
      <label className="jn-field">
        {words.answersFile}
        <input
          type="file"
          accept=".xlsx,.csv,.txt"
          disabled={answers?.outcome === 'reading'}
          onChange={(event) => {
            void choose(event.target.files?.[0])
            // So that the same file can be chosen again once it has been mended.
            event.target.value = ''
          }}
        />
      </label>
      <details className="jn-answers-paste">
        <summary>{words.answersPaste}</summary>
        <label className="jn-field">
          {words.answers}
          <textarea
            rows={3}
            value={pasted}
            onChange={(event) => {
              setPasted(event.target.value)
              read(null)
            }}
          />
        </label>
        <button type="button" className="jn-button" disabled={pasted.trim() === ''} onClick={readPasted}>
          {words.readAnswers}
        </button>
      </details>
      <p role="status">{answers?.outcome === 'reading' ? messages.importing.reading : answers?.outcome === 'planned' && answers.source !== null && words.fileRead(answers.source)}</p>
      <Problem answers={answers} />
    </section>
  )
}

function Problem({ answers }: { readonly answers: AnswersRead | null }) {
  if (answers === null || answers.outcome === 'reading' || answers.outcome === 'planned') return null
  return (
    <p className="jn-warning" role="alert">
      {answers.source !== null && <strong>{answers.source} </strong>}
      <Said answers={answers} />
    </p>
  )
}

function Said({ answers }: { readonly answers: Exclude<AnswersRead, { readonly outcome: 'reading' | 'planned' }> }) {
  const { messages } = useScreen()
  const words = messages.matrixPapers
  switch (answers.outcome) {
    case 'badFile':
      return messages.importing.fileProblem[answers.problem]
    case 'noHead':
      return words.noHeads('番号', ANSWER_HEADS.join('・'))
    case 'doubledHead':
      return messages.importing.doubledColumn(answers.head)
    case 'failed':
      return (
        <>
          {words.answersNotRead} <Reason failure={answers.failure} />
        </>
      )
  }
}
