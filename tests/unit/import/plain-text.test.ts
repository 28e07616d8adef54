import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainText } from '../../../game-server/import/plain-text.ts'

describe('HTML as text', () => {
  test.each([
    ['<p>One.</p>\n<p>Two <em>three</em>.</p>', 'One.\n\nTwo three.'],
    ['<ul><li>a</li><li>b</li></ul>', '• a\n• b'],
    ['a<br>b<br/>c', 'a\nb\nc'],
    ['Tom &amp; Jerry &lt;3 &quot;x&quot; &#8212; &#x2014;', 'Tom & Jerry <3 "x" — —'],
    ['a < b and b > c', 'a < b and b > c'],
    ['<script>alert(1)</script>ok<style>p{}</style>', 'ok'],
    ['<img src=x onerror=alert(1)>text', 'text'],
    ['no markup at all', 'no markup at all'],
    ['&bogus; &#0; &#99999999;', '&bogus;  &#99999999;'],
  ])('%s', (html, text) => {
    expect(plainText(html)).toBe(text)
  })

  test('leaves no tag behind, whatever comes', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<b',
      '>',
      '<',
      'text',
      '<script>',
      '</script>',
      '<a href="x">',
      ' ',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        expect(plainText(pieces.join(''))).not.toMatch(/<(p|\/p|script|a href="x")>/)
      }),
    )
  })
})
