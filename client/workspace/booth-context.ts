import { createContext, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoothContent, BoothField } from '../../shared/booth/content.ts'
import type { Draft } from '../../shared/booth/draft.ts'
import { problemText } from '../app/problem-text.ts'
import type { Keeper, Now } from './keeper.ts'

/** The booth that is being dressed: what every section of the workspace reads and writes. */
export interface Dressing {
  readonly draft: Draft
  readonly keeper: Keeper
  readonly now: Now
  /** Asks the server for the draft anew: locks, what is published. */
  readonly refresh: () => Promise<void>
}

export const DressingContext = createContext<Dressing | null>(null)

export function useDressing() {
  const dressing = useContext(DressingContext)
  if (!dressing) throw new Error('A section of the workspace is used within it')
  const { draft, keeper, now } = dressing
  const edit = (change: Partial<BoothContent>): void => keeper.edit(change)
  /** Kept by the organizers, and the one who writes is none. */
  const isLocked = (field: BoothField): boolean => draft.locks.includes(field) && !draft.may.lock
  return { ...dressing, document: now.document, edit, isLocked }
}

/** What is wrong with the part of the document at `path`, in words. */
export function useProblem(path: string): string | null {
  const { t } = useTranslation('workspace')
  const { t: tApp } = useTranslation('app')
  const { now } = useDressing()
  const fault = [path, `${path}.ru`, `${path}.en`].map((one) => now.faults.get(one)).find((one) => one !== undefined)
  if (fault) return t(`fault_${fault}`)
  const refused = [...now.refused.values()].find(({ field }) => field === path || field?.startsWith(`${path}.`))
  if (!refused) return null
  return refused.code === 'malformed' ? t('fault_wrong') : problemText(refused, tApp)
}
