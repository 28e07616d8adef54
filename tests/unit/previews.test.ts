import { describe, expect, test } from 'vitest'
import { languageOf, pathOf, targetOf } from '../../game-server/previews/links.ts'
import { withHead } from '../../game-server/previews/tags.ts'
import { shortened } from '../../game-server/previews/words.ts'

const PAGE =
  '<!doctype html><html lang="ru"><head><meta name="description" content="Салон" /><title>Alleya</title></head><body></body></html>'

describe('links with a preview', () => {
  test('are booths, their products and sessions, and lead back to themselves', () => {
    const paths = ['/booth/b-1', '/booth/b-1/product/p%2F1', '/session/s']
    for (const path of paths) {
      const target = targetOf(path)
      expect(target && pathOf(target)).toBe(path)
    }
    expect(targetOf('/booth/b-1/materials')).toEqual({ kind: 'booth', boothId: 'b-1' })
    for (const other of [
      '/',
      '/booth',
      '/booth/',
      '/hall/park',
      '/booth/a/b',
      '/session/s/t',
      '/booth/%',
      `/booth/${'x'.repeat(65)}`,
    ])
      expect(targetOf(other), other).toBeNull()
  })

  test('speak the language of the address, of the reader, or Russian', () => {
    expect(languageOf('en', 'ru')).toBe('en')
    expect(languageOf(undefined, 'de-DE,de;q=0.9,en;q=0.8')).toBe('en')
    expect(languageOf('xx', undefined)).toBe('ru')
  })

  test('are described in a few whole words', () => {
    expect(shortened('Роботы, которых дети\n собирают и чинят', 22)).toBe('Роботы, которых дети…')
    expect(shortened('x'.repeat(50), 10)).toBe(`${'x'.repeat(10)}…`)
    expect(shortened('коротко', 10)).toBe('коротко')
  })
})

describe('the head of a page', () => {
  const head = (text: string) =>
    withHead(PAGE, {
      words: { title: text, description: text, salon: text, note: text },
      ...{ language: 'en', url: 'https://a.example/booth/b', picture: 'https://a.example/preview/booth/b.png?lang=en' },
    })

  test('tells title, picture, address and language once each', () => {
    const page = head('Oaks')
    expect(page).toContain('<html lang="en"')
    expect(page.match(/<title>/g)).toHaveLength(1)
    expect(page.match(/name="description"/g)).toHaveLength(1)
    expect(page).toContain('<meta property="og:image" content="https://a.example/preview/booth/b.png?lang=en" />')
    expect(page).toContain('<meta name="twitter:card" content="summary_large_image" />')
  })

  test.each([
    ['an element', '<script>alert(1)</script>'],
    ['a way out of the attribute', '" onload="alert(1)'],
    ['a way out of the title', '</title><img src=x onerror=alert(1)>'],
    ['an apostrophe', `' onmouseover='alert(1)`],
    ['what a replacement would repeat', "$& $' $` $1 $$"],
    ['another head', '</head><body onload=alert(1)>'],
  ])('keeps %s as text', (_, attack) => {
    const page = head(attack)
    expect(page).not.toContain('<script')
    expect(page).not.toContain('<img')
    expect(page.match(/<body/g)).toHaveLength(1)
    expect(page.match(/<\/head>/g)).toHaveLength(1)
    for (const [, content] of page.matchAll(/content="([^"]*)"/g)) expect(content).not.toMatch(/[<>]/)
    const inner = page.slice(page.indexOf('<head>') + 6, page.indexOf('</head>'))
    const left = inner.replaceAll(/<(?:meta|link) [a-z:]+="[^"]*"(?: [a-z:]+="[^"]*")? \/>|<title>[^<]*<\/title>/g, '')
    expect(left.trim()).toBe('')
  })
})
