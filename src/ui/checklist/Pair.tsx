import type { ReactNode } from 'react'
import { useScreen } from '../shared/context'

/** A name with what stands for it; a dash where nothing does. */
export function Pair({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const { messages } = useScreen()
  const blank = children === '' || children === null || (Array.isArray(children) && children.every((child) => child === null || child === false || (Array.isArray(child) && child.length === 0)))
  return (
    <div>
      <dt>{name}</dt>
      <dd>{blank ? messages.none : children}</dd>
    </div>
  )
}
