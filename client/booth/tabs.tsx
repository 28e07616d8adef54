import { type KeyboardEvent, useEffect, useRef } from 'react'
import css from './tabs.module.css'

export interface Tab<Id extends string> {
  readonly id: Id
  readonly title: string
  /** How much there is. */
  readonly count?: number
}

interface Props<Id extends string> {
  readonly label: string
  readonly tabs: readonly Tab<Id>[]
  readonly open: Id
  onOpen(id: Id): void
}

/** The id of what a tab shows, for `aria-controls`. */
export const BOARD = 'booth-part'
export const tabId = (id: string): string => `booth-tab-${id}`

/** Tabs as WAI-ARIA has them: arrows move between them, Tab leaves them. */
export function Tabs<Id extends string>({ label, tabs, open, onOpen }: Props<Id>) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const tab = document.getElementById(tabId(open))
    if (tab) list.current?.scrollTo({ left: tab.offsetLeft - (list.current.clientWidth - tab.offsetWidth) / 2 })
  }, [open])
  const move = (event: KeyboardEvent): void => {
    const step = STEPS[event.key]
    if (!step) return
    event.preventDefault()
    const next =
      tabs[
        step(
          tabs.findIndex(({ id }) => id === open),
          tabs.length,
        )
      ]
    if (!next) return
    onOpen(next.id)
    document.getElementById(tabId(next.id))?.focus()
  }
  return (
    <div ref={list} role="tablist" aria-label={label} className={css.tabs} onKeyDown={move}>
      {tabs.map(({ id, title, count }) => (
        <button
          key={id}
          id={tabId(id)}
          type="button"
          role="tab"
          aria-selected={id === open}
          aria-controls={BOARD}
          tabIndex={id === open ? 0 : -1}
          onClick={() => onOpen(id)}
        >
          {title}
          {count !== undefined && <span>{count}</span>}
        </button>
      ))}
    </div>
  )
}

const STEPS: Readonly<Record<string, (at: number, of: number) => number>> = {
  ArrowRight: (at, of) => (at + 1) % of,
  ArrowLeft: (at, of) => (at - 1 + of) % of,
  Home: () => 0,
  End: (_, of) => of - 1,
}
