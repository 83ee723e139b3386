/** The box that a table scrolls in. */
import type { RefObject } from 'react'
import { useLayoutEffect, useState } from 'react'

interface Box {
  /** In pixels */
  readonly height: number
  /** Whether the table in it is wider, so that it scrolls sideways */
  readonly isSideways: boolean
}

/** Known before the first paint, and followed as the window or the columns change. Until then as high as the window. */
export function useBox(scroller: RefObject<HTMLElement | null>): Box {
  const [box, setBox] = useState<Box>(() => ({ height: window.innerHeight, isSideways: false }))
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    // Told between layout and painting, so that nothing is laid out for the sake of the question.
    const observer = new ResizeObserver(() => {
      const now = { height: element.clientHeight, isSideways: element.scrollWidth > element.clientWidth }
      setBox((before) => (before.height === now.height && before.isSideways === now.isSideways ? before : now))
    })
    observer.observe(element)
    for (const content of element.children) observer.observe(content)
    return () => observer.disconnect()
  }, [scroller])
  return box
}
