import { expect, test } from 'vitest'
import { anyLook } from '../../../shared/people/look.ts'
import { meEdit } from '../../../shared/salon/model.ts'

const named = (name: string) => meEdit.safeParse({ name, look: anyLook(() => 0), language: 'ru', findable: false })

test.each([
  ['Анна \u202Eкинзаруд\u202C', 'Анна кинзаруд'],
  ['\u2066Борис\u2069', 'Борис'],
  ['\uD83DОбломок', '\uFFFDОбломок'],
  ['Семья 👨‍👩‍👧', 'Семья 👨‍👩‍👧'],
  ['  Вера  ', 'Вера'],
])('a name moves nothing but itself: %j', (said, kept) => {
  expect(named(said).data?.name).toBe(kept)
})

test.each(['', '   ', '\u202E', 'и'.repeat(41)])('is still a name of one to forty characters: %j', (said) => {
  expect(named(said).success).toBe(false)
})
