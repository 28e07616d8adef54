/** Simulated visitors: a name and a look each. */
import { anyLook } from '../../shared/people/look.ts'
import type { SimulatedGuest } from './pass.ts'

const GIVEN = [
  ...['Мария', 'Алексей', 'Ольга', 'Дмитрий', 'Елена', 'Иван', 'Наталья', 'Сергей', 'Татьяна', 'Андрей', 'Ирина'],
  ...['Павел', 'Светлана', 'Николай', 'Юлия', 'Михаил', 'Екатерина', 'Роман', 'Гульнара', 'Тимур', 'Айгуль', 'Анна'],
  ...['Emma', 'James', 'Sofia', 'Daniel', 'Lena', 'Thomas', 'Maya', 'Oliver', 'Nora', 'Lukas', 'Grace', 'Samuel'],
] as const
const RUSSIAN_INITIALS = 'АБВГДЕЗИКЛМНОПРСТФХЧШ'
const LATIN_INITIALS = 'ABCDEFGHJKLMNOPRSTW'

/** The `n`th visitor of a crowd; `random` gives numbers in [0, 1). Ids of different crowds differ by `crowd`. */
export function simulatedGuest(crowd: string, n: number, random: () => number): SimulatedGuest {
  const given = oneOf(GIVEN, random)
  const initials = given.charCodeAt(0) > 127 ? RUSSIAN_INITIALS : LATIN_INITIALS
  return { personId: `rehearsal-${crowd}-${n}`, name: `${given} ${oneOf(initials, random)}.`, look: anyLook(random) }
}

export const oneOf = <T>(choices: ArrayLike<T>, random: () => number): T =>
  choices[Math.floor(random() * choices.length)] as T
