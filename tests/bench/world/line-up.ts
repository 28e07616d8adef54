import { randomFrom } from '../../../shared/floorplan/random.ts'
import { anyLook, type Look } from '../../../shared/people/look.ts'
import type { SampleHall } from './sample-hall.ts'

/**
 * People in rows before a fixed camera, to be looked at: `stand` shows every hair style and outfit, `walk` people who
 * come past, `strip` one gait cycle in eight instants, `group` some who stand together and talk.
 */
export function lineUp(kind: string, { crowd, now }: SampleHall, [x = 0, z = 0, heading = 0]: readonly number[]): void {
  const random = randomFrom(7)
  const turn = (heading * Math.PI) / 180
  const ahead = (far: number, aside: number): { x: number; z: number } => ({
    x: x + Math.sin(turn) * far + Math.cos(turn) * aside,
    z: z + Math.cos(turn) * far - Math.sin(turn) * aside,
  })
  crowd.clear()
  let slot = 0
  const stand = (at: { x: number; z: number }, faces: number, look: Look = anyLook(random)) => {
    crowd.meet(
      { slot, personId: `line ${slot}`, name: `Гость ${slot + 1}`, look, simulated: false },
      { path: [at], startsAt: 0, speed: 0, faces },
    )
    slot++
    return crowd.people.at(-1)
  }
  if (kind === 'stand') {
    for (let i = 0; i < 8; i++) {
      const look = { ...anyLook(random), hairStyle: i, outfit: i % 4, build: i > 1 && i < 5 ? 0 : i === 6 ? 2 : i % 3 }
      stand(ahead(i % 2 ? 4 : 3, (i - 3.5) * 0.62), turn + Math.PI + (i - 3.5) * 0.08, look)
    }
  } else if (kind === 'group') {
    for (let i = 0; i < 4; i++) {
      const around = (i / 4) * Math.PI * 2 + 0.5
      const centre = ahead(4.2, 0)
      const one = stand(
        { x: centre.x + Math.sin(around) * 0.7, z: centre.z + Math.cos(around) * 0.7 },
        around + Math.PI,
      )
      if (one && i === 1) one.bubble = { text: 'А что у вас за программа для учителей физики?', until: now() + 1e9 }
      if (one && i === 3) one.wavesUntil = now() + 1e9
    }
  } else {
    for (let i = 0; i < 8; i++) {
      const from = ahead(4.2, (i - 3.5) * 0.95)
      const aside = kind === 'strip' ? turn + Math.PI / 2 : turn + Math.PI + (i - 3.5) * 0.1
      const look =
        kind === 'strip'
          ? { build: 1, height: 2, skin: 1, hair: 1, hairStyle: 0, shirt: 6, trousers: 1, outfit: 0 }
          : anyLook(random)
      const start = { x: from.x - Math.sin(aside) * 0.1, z: from.z - Math.cos(aside) * 0.1 }
      crowd.meet(
        { slot, personId: kind === 'strip' ? 'strip' : `line ${slot}`, name: 'Прохожий', look, simulated: true },
        {
          path: [start, { x: start.x + Math.sin(aside) * 0.2, z: start.z + Math.cos(aside) * 0.2 }],
          startsAt: now() - 50,
          speed: 1.4,
        },
      )
      slot++
    }
  }
}
