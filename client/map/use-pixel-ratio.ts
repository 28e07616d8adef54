import { useEffect, useState } from 'react'

/** More device pixels than two a CSS pixel cost time and show nothing. */
const MOST = 2

const current = (): number => Math.min(MOST, Math.max(1, window.devicePixelRatio))

/** Device pixels a CSS pixel, at most two; follows a window that is moved to another screen, or the browser's zoom. */
export function usePixelRatio(): number {
  const [ratio, setRatio] = useState(current)
  useEffect(() => {
    const query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`)
    const onChange = (): void => setRatio(current())
    query.addEventListener('change', onChange, { once: true })
    return () => query.removeEventListener('change', onChange)
  })
  return ratio
}
