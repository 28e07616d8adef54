import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

test('every attack that the docs name is played by a test', () => {
  const named = [...readFileSync(join(root, 'docs/attacks.md'), 'utf8').matchAll(/`(tests\/[\w./-]+) › ([^`]{8,})`/g)]
  expect(named.length).toBeGreaterThan(30)
  const gone = named.flatMap(([, file = '', words = '']) => {
    const path = join(root, file)
    return existsSync(path) && readFileSync(path, 'utf8').includes(words.trim()) ? [] : [`${file} › ${words}`]
  })
  expect(gone).toEqual([])
})
