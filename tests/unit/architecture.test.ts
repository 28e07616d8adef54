import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

/**
 * The layers of ARCHITECTURE.md as a table: who may import whom. Folders are matched by their longest prefix; a source
 * file that no row covers is a failure, so that a new folder gets a row of its own.
 */
const MAY_IMPORT: Record<string, readonly string[]> = {
  shared: ['shared'],
  'game-server': ['game-server', 'shared'],
  'game-server/services': ['game-server/services', 'game-server/db', 'shared'],
  'game-server/presence': ['game-server/presence', 'shared'],
  client: ['client', 'shared'],
  'client/app': ['client', 'shared'],
  'client/account': ['client/account', 'client/app', 'client/net', 'client/state', 'shared'],
  // Uploading is a building block: features that take files may use it.
  'client/files': ['client/files', 'client/app', 'client/net', 'client/state', 'shared'],
  'client/conversations': [
    'client/conversations',
    'client/app',
    'client/net',
    'client/state',
    'client/files',
    'shared',
  ],
  'client/net': ['client/net', 'client/state', 'shared'],
  'client/state': ['client/state', 'shared'],
  'client/world': ['client/world', 'client/app', 'client/net', 'client/state', 'shared'],
  'client/map': ['client/map', 'client/app', 'client/net', 'client/state', 'shared'],
  'client/list': ['client/list', 'client/app', 'client/net', 'client/state', 'shared'],
  'client/visit': ['client/visit', 'client/app', 'client/net', 'client/state', 'shared'],
  'client/briefcase': ['client/briefcase', 'client/app', 'client/net', 'client/state', 'shared'],
  'client/webhooks': ['client/webhooks', 'client/app', 'client/net', 'client/state', 'shared'],
  // The workspace shows the booth as the park draws it: one module of the world is made for that, one tells whether it can.
  'client/workspace': [
    ...['client/workspace', 'client/files', 'client/world/preview.ts', 'client/world/capability.ts'],
    ...['client/app', 'client/net', 'client/state', 'shared'],
  ],
  'client/booth-import': [
    ...['client/booth-import', 'client/files'],
    ...['client/app', 'client/net', 'client/state', 'shared'],
  ],
  'client/leads': ['client/leads', 'client/app', 'client/net', 'client/state', 'shared'],
  'client/figures': ['client/figures', 'client/app', 'client/net', 'client/state', 'shared'],
  'client/organizer-figures': ['client/organizer-figures', 'client/app', 'client/net', 'client/state', 'shared'],
  'client/booth': ['client/booth', 'client/app', 'client/net', 'client/state', 'shared'],
}

/** Packages and modules that the pure domain may use. */
const PURE = ['zod', 'rbush']

const root = resolve(import.meta.dirname, '../..')
const sources = ['shared', 'game-server', 'client'].flatMap((folder) => filesUnder(join(root, folder)))
const imports = sources.flatMap(importsOf)

describe('the layers', () => {
  test('are measured on the whole tree', () => {
    expect(sources.length).toBeGreaterThan(100)
    expect(imports.filter((one) => one.target.startsWith('.')).length).toBeGreaterThan(200)
  })

  test('every folder has a row in the table', () => {
    const uncovered = sources.filter((file) => rowOf(file) === undefined)
    expect(uncovered).toEqual([])
  })

  test('nobody reaches into a layer that is not theirs', () => {
    const trespasses = imports
      .filter((one) => one.target.startsWith('.'))
      .map((one) => ({ from: one.file, to: relative(root, resolve(root, dirname(one.file), one.target)) }))
      .filter(({ from, to }) => !(rowOf(from) ?? []).some((allowed) => to === allowed || to.startsWith(`${allowed}/`)))
    expect(trespasses).toEqual([])
  })

  test('the domain is pure: no Node, no DOM library, no I/O', () => {
    const impure = imports.filter(
      (one) => one.file.startsWith('shared/') && !one.target.startsWith('.') && !PURE.includes(one.target),
    )
    expect(impure).toEqual([])
  })

  test('relative imports say which file they mean', () => {
    const vague = imports.filter(
      (one) =>
        one.target.startsWith('.') && !existsSync(resolve(root, dirname(one.file), one.target.split('?')[0] ?? '')),
    )
    expect(vague).toEqual([])
  })
})

function rowOf(file: string): readonly string[] | undefined {
  const rows = Object.keys(MAY_IMPORT).filter((folder) => file.startsWith(`${folder}/`))
  const longest = rows.sort((a, b) => b.length - a.length)[0]
  return longest === undefined ? undefined : MAY_IMPORT[longest]
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => relative(root, join(folder, file)))
}

function importsOf(file: string): { file: string; target: string }[] {
  const text = readFileSync(join(root, file), 'utf8')
  const targets = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g,
  )
  return [...targets].map((match) => ({ file, target: (match[1] ?? match[2]) as string }))
}
