import { describe, expect, test } from 'vitest'
import { kindOf, previewOf, safeAddress } from '../../../client/booth/addresses.ts'
import type { Material } from '../../../shared/booth/content.ts'

const name = { ru: 'Памятка', en: 'Leaflet' }
const file = (address: string): Material => ({ kind: 'file', id: 'm', name, file: address, bytes: 10 })
const ID = 'A'.repeat(22)

describe('materials', () => {
  test('are known by what their file is', () => {
    expect(kindOf(file(`/files/${ID}/document.pdf`))).toBe('pdf')
    expect(kindOf(file(`/files/${ID}/document.pptx`))).toBe('presentation')
    expect(kindOf(file(`/files/${ID}/large.webp`))).toBe('image')
    expect(kindOf(file(`/files/${ID}/film.mp4`))).toBe('film')
    expect(kindOf({ kind: 'link', id: 'm', name, link: 'https://oaks.example/a.pdf' })).toBe('link')
  })

  test('show their first page where we keep one', () => {
    expect(previewOf(file(`/files/${ID}/document.pdf`))).toBe(`/files/${ID}/page.webp`)
    expect(previewOf(file(`/files/${ID}/large.webp`))).toBe(`/files/${ID}/small.webp`)
    expect(previewOf(file('/media/demo/leaflets/oaks.pdf'))).toBeNull()
    expect(previewOf(file(`/files/${ID}/document.pptx`))).toBeNull()
  })
})

test('links lead to pages and to nothing that runs', () => {
  expect(safeAddress('https://oaks.example/')?.host).toBe('oaks.example')
  for (const bad of ['javascript:alert(1)', 'data:text/html,<b>', 'file:///etc/passwd', 'oaks', '', null])
    expect(safeAddress(bad)).toBeNull()
})
