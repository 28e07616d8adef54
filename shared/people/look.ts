import { z } from 'zod'

/**
 * How a person looks: small numbers that index palettes (`client/world/people` paints them, the map uses `shirt`).
 * 8 numbers, so a look travels as 8 bytes and every combination is a valid person.
 */
const LOOK_CHOICES = {
  build: 3,
  height: 5,
  skin: 6,
  hair: 8,
  hairStyle: 8,
  shirt: 12,
  trousers: 8,
  outfit: 4,
} as const

const choice = (count: number) =>
  z
    .number()
    .int()
    .min(0)
    .max(count - 1)

export const look = z.object({
  build: choice(LOOK_CHOICES.build),
  height: choice(LOOK_CHOICES.height),
  skin: choice(LOOK_CHOICES.skin),
  hair: choice(LOOK_CHOICES.hair),
  hairStyle: choice(LOOK_CHOICES.hairStyle),
  shirt: choice(LOOK_CHOICES.shirt),
  trousers: choice(LOOK_CHOICES.trousers),
  outfit: choice(LOOK_CHOICES.outfit),
})
export type Look = z.infer<typeof look>
export type LookTrait = keyof Look

/** How many choices each trait has. */
export const lookChoices: Readonly<Record<LookTrait, number>> = LOOK_CHOICES

/** Some look; `random` gives numbers in [0, 1), so a seeded one gives the same people again. */
export function anyLook(random: () => number): Look {
  const pick = (trait: LookTrait): number => Math.floor(random() * LOOK_CHOICES[trait])
  return {
    build: pick('build'),
    height: pick('height'),
    skin: pick('skin'),
    hair: pick('hair'),
    hairStyle: pick('hairStyle'),
    shirt: pick('shirt'),
    trousers: pick('trousers'),
    outfit: pick('outfit'),
  }
}
