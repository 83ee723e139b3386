import { useState } from 'react'
import type { Assessment, AssessedItem } from '../../domain/assessment'
import type { Answers } from '../../ports/answers'
import type { AssessedItems } from '../../ports/assessed-items'
import type { Directory } from '../../ports/directory'
import { useScreen } from '../shared/context'
import { ImportDialog } from './ImportDialog'

interface Props {
  readonly assessment: Assessment
  readonly source: AssessedItems
  readonly answers: Answers
  readonly directory: Directory
  /** Called with the items as they are after an import, or after it has been taken back. */
  readonly onNewer: (items: readonly AssessedItem[]) => void
}

/** The way in for a filled-in checklist. */
export function ChecklistImport({ assessment, source, answers, directory, onNewer }: Props) {
  const { messages } = useScreen()
  const [isOpen, setOpen] = useState(false)
  // What is written stands in the app: where it cannot be read again now, the list only shows it later.
  const readAgain = () => void source.list(assessment).then(({ items }) => onNewer(items), () => {})
  return (
    <>
      <button type="button" className="jn-button jn-small" onClick={() => setOpen(true)}>
        {messages.importing.open}
      </button>
      {isOpen && <ImportDialog assessment={assessment} source={source} answers={answers} directory={directory} onChanged={readAgain} close={() => setOpen(false)} />}
    </>
  )
}
