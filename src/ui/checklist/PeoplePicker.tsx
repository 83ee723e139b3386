import type { ComponentProps } from 'react'
import { useScreen } from '../shared/context'
import { PeoplePicker as SharedPicker } from '../shared/PeoplePicker'

/** The picker with the words of this screen. */
export function PeoplePicker(props: Omit<ComponentProps<typeof SharedPicker>, 'words'>) {
  const { messages } = useScreen()
  return <SharedPicker {...props} words={{ ...messages.answer, loading: messages.loading }} />
}
