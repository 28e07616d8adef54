/** Names of the park: what a signpost says. Alleys are told apart by their trees first, then by their paving. */
import type { Localized } from '../../language.ts'
import type { Paving, Planting } from '../model.ts'

export interface AlleyCharacter {
  readonly name: Localized
  readonly planting: Planting
  readonly paving: Paving
}

const named = (ru: string, en: string, planting: Planting, paving: Paving): AlleyCharacter => ({
  name: { ru, en },
  planting,
  paving,
})

export const MAIN_ALLEY = named('Липовая аллея', 'Linden Avenue', 'linden', 'gravel')

/** Side alleys in the order in which they are given out, so that neighbours differ in trees and underfoot. */
const SIDE_ALLEYS = [
  named('Вишнёвая аллея', 'Cherry Walk', 'cherry', 'stone'),
  named('Яблоневая аллея', 'Apple Walk', 'apple', 'brick'),
  named('Берёзовая аллея', 'Birch Walk', 'birch', 'timber'),
  named('Тенистая аллея', 'Shady Walk', 'linden', 'stone'),
  named('Лепестковая аллея', 'Petal Walk', 'cherry', 'brick'),
  named('Садовая аллея', 'Orchard Walk', 'apple', 'gravel'),
  named('Светлая аллея', 'Silver Walk', 'birch', 'stone'),
  named('Медовая аллея', 'Honey Walk', 'linden', 'brick'),
  named('Майская аллея', 'May Walk', 'cherry', 'timber'),
  named('Антоновская аллея', 'Russet Walk', 'apple', 'stone'),
  named('Соловьиная аллея', 'Nightingale Walk', 'birch', 'gravel'),
  named('Дальняя аллея', 'Far Walk', 'linden', 'timber'),
] as const

/** More alleys than names: the second Cherry Walk, the third. */
export function sideAlley(index: number): AlleyCharacter {
  const character = SIDE_ALLEYS[index % SIDE_ALLEYS.length] as AlleyCharacter
  return { ...character, name: ordinal(character.name, Math.floor(index / SIDE_ALLEYS.length) + 1) }
}

export const CROSS_ALLEYS = {
  west: named('Западный променад', 'West Promenade', 'linden', 'gravel'),
  east: named('Восточный променад', 'East Promenade', 'linden', 'gravel'),
  between: [
    named('Сиреневый переход', 'Lilac Passage', 'apple', 'gravel'),
    named('Жасминовый переход', 'Jasmine Passage', 'apple', 'gravel'),
    named('Шиповниковый переход', 'Rosehip Passage', 'cherry', 'gravel'),
    named('Калиновый переход', 'Viburnum Passage', 'cherry', 'gravel'),
  ],
} as const

export function crossAlley(index: number): AlleyCharacter {
  const { between } = CROSS_ALLEYS
  const character = between[index % between.length] as AlleyCharacter
  return { ...character, name: ordinal(character.name, Math.floor(index / between.length) + 1) }
}

export const PLAZA: Localized = { ru: 'Площадь у фонтана', en: 'Fountain Plaza' }

const HALLS: readonly Localized[] = [
  { ru: 'Весенний парк', en: 'Spring Park' },
  { ru: 'Тихий парк', en: 'Quiet Park' },
  { ru: 'Речной парк', en: 'River Park' },
  { ru: 'Старый сад', en: 'Old Garden' },
  { ru: 'Парк у рощи', en: 'Grove Park' },
  { ru: 'Верхний парк', en: 'Upper Park' },
]

export const hallName = (index: number): Localized =>
  ordinal(HALLS[index % HALLS.length] as Localized, Math.floor(index / HALLS.length) + 1)

export const MAIN_GATE: Localized = { ru: 'Главный вход', en: 'Main Gate' }
export const gateTo = (hall: Localized): Localized => ({ ru: `Ворота: ${hall.ru}`, en: `Gate to ${hall.en}` })

function ordinal(name: Localized, count: number): Localized {
  return count === 1 ? name : { ru: `${name.ru} ${count}`, en: `${name.en} ${count}` }
}
