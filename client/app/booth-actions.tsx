/**
 * What a visitor can do about what a booth shows. The booth's panel says where these stand; each feature puts its own
 * here, so that features need not know of each other.
 */
import type { ComponentType, LazyExoticComponent } from 'react'
import type { Product } from '../../shared/booth/content.ts'
import type { ExhibitorCard } from '../../shared/salon/model.ts'
import { useLanguage } from './i18n.ts'
import { VisitButton } from './visit-button.tsx'

/** About the whole booth, beside its name. */
export function BoothActions({ card }: { card: ExhibitorCard }) {
  const { say } = useLanguage()
  return <VisitButton about={{ kind: 'booth', exhibitorId: card.id, productIds: [] }} name={say(card.name)} />
}

/** About one of its products; `small` in a list. */
export function ProductActions({ card, product, small }: { card: ExhibitorCard; product: Product; small?: boolean }) {
  const { say } = useLanguage()
  return (
    <VisitButton
      about={{ kind: 'booth', exhibitorId: card.id, productIds: [product.id] }}
      name={say(product.name)}
      {...(small && { small })}
    />
  )
}

/** A part of the panel that another feature brings: a tab of its own, loaded when it is opened. */
export interface FurtherPart {
  readonly id: string
  /** Key of its title among the texts of `app`. */
  readonly title: string
  readonly Part: LazyExoticComponent<ComponentType<{ card: ExhibitorCard }>>
}

export const FURTHER_PARTS: readonly FurtherPart[] = []
