import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CONSENT_FIELDS, consentGiven, type Sharable, shared, sharedFields } from '../../../shared/people/consent.ts'

const sharable: fc.Arbitrary<Sharable> = fc.record({
  name: fc.string(),
  organisation: fc.string(),
  position: fc.string(),
  email: fc.string(),
  phone: fc.string(),
  interests: fc.array(fc.string(), { maxLength: 3 }),
})
const fields = fc.subarray([...CONSENT_FIELDS])

describe('what is shared', () => {
  test('is never a field that was not agreed to, and always those that were and say something', () => {
    fc.assert(
      fc.property(sharable, fields, (all, agreed) => {
        const told = shared(all, agreed)
        expect(agreed).toEqual(expect.arrayContaining(Object.keys(told)))
        for (const field of agreed) {
          if (field === 'chat') expect(told.chat).toBe(true)
          else expect(told[field]).toEqual(all[field].length > 0 ? all[field] : undefined)
        }
        expect(sharedFields.parse(told)).toEqual(told)
      }),
    )
  })

  test('is agreed to in the present wording only', () => {
    expect(consentGiven.safeParse({ fields: ['name'], wording: 0, revision: 0 }).success).toBe(false)
    expect(consentGiven.safeParse({ fields: ['password'], wording: 1, revision: 0 }).success).toBe(false)
  })
})
