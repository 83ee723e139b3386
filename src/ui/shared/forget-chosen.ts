import type { MouseEvent } from 'react'

/** When another file is about to be chosen, by mouse or by keys: a browser says nothing of a choice that is the same as before, though the file has been mended meanwhile. Until then the box names the file. */
export function forgetChosen({ currentTarget }: MouseEvent<HTMLInputElement>): void {
  currentTarget.value = ''
}
