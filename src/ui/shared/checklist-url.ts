import { useScreen } from './context'
import { useLinkState } from './link-state'

/** A link to the checklist, or null while the app has no such view. */
export type ChecklistUrl = (parameters: URLSearchParams) => string | null

/** Links stay within the assessment that the present link names; without one every screen opens the newest. */
export function useChecklistUrl(): ChecklistUrl {
  const { screenUrl } = useScreen()
  const [link] = useLinkState()
  const assessment = link.get('assessment')
  return (parameters) => {
    const all = new URLSearchParams(parameters)
    if (assessment !== null) all.set('assessment', assessment)
    return screenUrl('checklist', all)
  }
}
