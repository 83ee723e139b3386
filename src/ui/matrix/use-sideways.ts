/** Whether a box is narrower than the table in it, so that it scrolls sideways. */
import type { RefObject } from 'react'
import { useLayoutEffect, useState } from 'react'

/** Known before the first paint, and followed as the window or the columns change. */
export function useSideways(scroller: RefObject<HTMLElement | null>): boolean {
  const [isSideways, setSideways] = useState(false)
  useLayoutEffect(() => {
    const box = scroller.current
    if (box === null) return
    // Told between layout and painting, so that nothing is laid out for the sake of the question.
    const observer = new ResizeObserver(() => setSideways(box.scrollWidth > box.clientWidth))
    observer.observe(box)
    for (const content of box.children) observer.observe(content)
    return () => observer.disconnect()
  }, [scroller])
  return isSideways
}
