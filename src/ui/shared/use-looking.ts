import { useEffect } from 'react'

/** How often others' work is looked for while somebody works on the page. Coming back to the page looks at once; a page that merely stands there all day asks nothing: kintone counts requests by the day. */
const EVERY_MS = 120_000
const USES = ['pointermove', 'keydown', 'wheel', 'touchmove'] as const

/** Looks at once, as somebody comes back to the page, and now and then while the page is used; never twice at a time. `isShown`: whether what is found is still wanted. `look` never rejects. */
export function useLooking(look: (isShown: () => boolean) => Promise<void>): void {
  useEffect(() => {
    let isShown = true
    let isLooking = false
    let isUsed = true
    const onUse = () => {
      isUsed = true
    }
    const lookOnce = async () => {
      if (isLooking || document.visibilityState === 'hidden') return
      isLooking = true
      await look(() => isShown)
      isLooking = false
    }
    const onReturn = () => void lookOnce()
    onReturn()
    const timer = setInterval(() => {
      if (isUsed) onReturn()
      isUsed = false
    }, EVERY_MS)
    for (const use of USES) document.addEventListener(use, onUse, { passive: true })
    window.addEventListener('focus', onReturn)
    document.addEventListener('visibilitychange', onReturn)
    return () => {
      isShown = false
      clearInterval(timer)
      for (const use of USES) document.removeEventListener(use, onUse)
      window.removeEventListener('focus', onReturn)
      document.removeEventListener('visibilitychange', onReturn)
    }
  }, [look])
}
