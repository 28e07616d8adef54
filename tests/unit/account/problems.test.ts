import { expect, test } from 'vitest'
import { blames, looksLikeCode, otherProblem } from '../../../client/account/problems.ts'
import { ApiProblem } from '../../../client/net/api.ts'

test.each(['123456', '123 456', ' 123456 '])('%j is a code', (text) => expect(looksLikeCode(text)).toBe(true))
test.each(['', '12345', '1234567', '12345a', '１２３４５６'])('%j is no code', (text) =>
  expect(looksLikeCode(text)).toBe(false),
)

test('what the server finds wrong is told once: beside the field that has words for it, or else below', () => {
  const wrongCode = new ApiProblem({ error: 'malformed', message: 'code', field: 'code' })
  const t = ((key: string) => key) as unknown as Parameters<typeof otherProblem>[2]
  expect(blames(wrongCode, 'code')).toBe(true)
  expect(otherProblem(wrongCode, ['code'], t)).toBeNull()
  expect(blames(wrongCode, 'email')).toBe(false)
  expect(otherProblem(wrongCode, ['email'], t)).not.toBeNull()
  expect(otherProblem(null, [], t)).toBeNull()
})
