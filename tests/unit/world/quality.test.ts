import { describe, expect, test } from 'vitest'
import { type Quality, QualityMonitor } from '../../../client/world/quality.ts'

function monitor(wished: 'low' | 'medium' | 'high') {
  const steps: Quality[] = []
  let hopeless = 0
  const one = new QualityMonitor(
    wished,
    (quality) => steps.push(quality),
    () => hopeless++,
  )
  const run = (interval: number, frames: number): void => {
    for (let i = 0; i < frames; i++) one.frame(interval)
  }
  return { one, steps, run, hopeless: () => hopeless }
}

describe('quality', () => {
  test('gives up resolution when frames come late, and keeps the wished detail', () => {
    const { steps, run } = monitor('high')
    run(40, 600)
    expect(steps.map(({ ratio }) => ratio)).toEqual([1.5])
    expect(steps.every(({ tier }) => tier === 'high')).toBe(true)
  })

  test('stays as it is at sixty frames a second', () => {
    const { steps, run } = monitor('medium')
    run(16.7, 1000)
    expect(steps).toEqual([])
  })

  test('offers another view once, when even the lowest step stutters', () => {
    const { one, run, hopeless } = monitor('low')
    run(90, 1000)
    expect(one.current).toEqual({ ratio: 0.75, tier: 'low' })
    expect(hopeless()).toBe(1)
  })

  test('learns nothing from a pause', () => {
    const { steps, run } = monitor('high')
    run(5000, 300)
    expect(steps).toEqual([])
  })

  test('does not see-saw: after two falls it never rises again', () => {
    const { steps, run } = monitor('low')
    run(40, 60)
    run(8, 60)
    run(40, 60)
    const settled = steps.length
    run(8, 1000)
    expect(steps.length).toBe(settled)
  })
})
