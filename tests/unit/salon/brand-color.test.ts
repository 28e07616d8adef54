import { describe, expect, test } from 'vitest'
import { BRAND_COLORS, brandColor } from '../../../shared/salon/brand-color.ts'

describe('a brand colour', () => {
  test.each(BRAND_COLORS)('%s is readable under white lettering', (color) => {
    expect(1.05 / (luminance(color) + 0.05)).toBeGreaterThanOrEqual(4.5)
  })

  test('is the same for the same exhibitor and spreads over the palette', () => {
    const ids = Array.from({ length: 400 }, (_, number) => `exhibitor-${number}`)
    expect(ids.map(brandColor)).toEqual(ids.map(brandColor))
    for (const color of BRAND_COLORS) {
      const share = ids.filter((id) => brandColor(id) === color).length / ids.length
      expect(share).toBeGreaterThan(0.02)
      expect(share).toBeLessThan(0.15)
    }
  })
})

/** WCAG 2.2, relative luminance. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
