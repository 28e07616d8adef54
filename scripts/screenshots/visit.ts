import type { Page } from 'playwright-core'
import { texts as app } from '../../client/app/texts.ts'
import { texts as booth } from '../../client/booth/texts.ts'
import { texts as visit } from '../../client/visit/texts.ts'
import type { Plan } from '../../shared/floorplan/model.ts'
import type { Language } from '../../shared/language.ts'
import type { Scene } from './scene.ts'

const PANELS = {
  visit: 'mineVisit',
  briefcase: 'mineBriefcase',
  contacts: 'mineContacts',
  messages: 'mineMessages',
} as const
const PARTS = ['products', 'materials', 'people', 'programme'] as const

/** What visitors open at a booth and what is their own, beside the list, which is soon drawn. */
export function visitScenes(plan: Plan): Scene[] {
  const at = boothOf(plan, 'zhestyanka')
  const path = `/booth/${at}`
  return [
    { name: 'booth-about', view: 'list', path },
    ...PARTS.map((part) => ({
      name: `booth-${part}`,
      view: 'list' as const,
      path,
      act: (page: Page, language: Language) =>
        page.getByRole('tab', { name: new RegExp(`^${booth[language][`part_${part}`]}`) }).click(),
    })),
    {
      name: 'ask',
      view: 'list',
      path,
      act: (page, language) => page.getByRole('button', { name: app[language].askButton, exact: true }).click(),
    },
    ...Object.entries(PANELS).map(([name, entry]) => ({
      name,
      view: 'list' as const,
      path,
      act: async (page: Page, language: Language) => {
        if (name === 'visit' || name === 'briefcase') await collect(page, language)
        await openMine(page, app[language][entry])
      },
    })),
    {
      name: 'visit-suggest',
      view: 'list',
      path,
      act: async (page, language) => {
        await openMine(page, app[language].mineVisit)
        await page.getByRole('button', { name: visit[language].part_suggest, exact: true }).click()
      },
    },
  ]
}

/** The booth of an exhibitor. @throws Error when it has none */
export function boothOf(plan: Plan, exhibitorId: string): string {
  const found = Object.values(plan.records).find((one) => one.type === 'booth' && one.exhibitorId === exhibitorId)
  if (!found) throw new Error(`The demo has no booth of ${exhibitorId}.`)
  return found.id
}

async function openMine(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^(${app.ru.mine}|${app.en.mine})`) }).click()
  await page.getByRole('menuitem', { name: entry }).click()
}

/** Takes the booth along and puts it into the visit. */
async function collect(page: Page, language: Language): Promise<void> {
  for (const text of [app[language].visitAdd, app[language].briefcaseAdd])
    await page.locator('aside').getByRole('button').filter({ hasText: text }).first().click()
}
