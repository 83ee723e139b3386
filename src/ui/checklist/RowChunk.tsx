import type { ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'

/** From so many rows on, only those near the visible part are in the page: below, all of them, so that the browser's own search and printing see them. */
export const WINDOW_FROM = 1000
const CHUNK = 100
/** Taken for rows that have not been drawn yet. In pixels */
const USUAL_ROW = 34

export function chunksOf<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / CHUNK) }, (_, at) => items.slice(at * CHUNK, (at + 1) * CHUNK))
}

interface Props {
  readonly count: number
  /** Drawn wherever it is: in short lists, and the chunk that holds the open row. */
  readonly isAlways: boolean
  readonly children: () => ReactNode
}

/** A hundred rows, or an empty one as high as they are while they are far from the visible part. Rows may be of different heights: what has been drawn is measured. */
export function RowChunk({ count, isAlways, children }: Props) {
  const box = useRef<HTMLTableSectionElement>(null)
  const [isNear, setNear] = useState(false)
  const [height, setHeight] = useState(count * USUAL_ROW)
  useEffect(() => {
    const element = box.current
    if (!element || isAlways) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry) return
        if (!entry.isIntersecting && entry.boundingClientRect.height > 0) setHeight(entry.boundingClientRect.height)
        setNear(entry.isIntersecting)
      },
      { root: element.closest('.jn-list'), rootMargin: '1200px 0px' },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [isAlways])
  return (
    <tbody ref={box}>
      {isAlways || isNear ? (
        children()
      ) : (
        <tr aria-hidden="true" style={{ height }}>
          <td colSpan={5} />
        </tr>
      )}
    </tbody>
  )
}
