import fc from 'fast-check'
import { MAX_POINTS } from '../../../shared/presence/codec.ts'
import { TOP_SPEED } from '../../../shared/presence/walk.ts'

const metres = (most: number) => fc.double({ min: -most, max: most, noNaN: true })

export const point = (most = 1000) => fc.record({ x: metres(most), z: metres(most) })

export const walk = (most = 1000, points = MAX_POINTS) =>
  fc.record(
    {
      path: fc.array(point(most), { minLength: 1, maxLength: points }),
      startsAt: fc.integer({ min: 0, max: 1e9 }),
      speed: fc.double({ min: 0.1, max: TOP_SPEED, noNaN: true }),
      faces: fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }),
    },
    { requiredKeys: ['path', 'startsAt', 'speed'] },
  )
