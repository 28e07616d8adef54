import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { parseSync } from 'vite'
import { describe, expect, test } from 'vitest'

/** Words that are the same in every language, and what a computer reads rather than a visitor. */
const SAME_EVERYWHERE = new Set(['Alleya', 'Ctrl', 'Shift', 'Esc', 'WASD'])
/** Cyrillic that is not a text: names of languages in themselves, endings of words, letters to measure a font by. */
const CYRILLIC_AT_HOME = [
  'client/app/language-switch.tsx',
  'client/list/words.ts',
  'client/map/scene.ts',
  'client/map/layers/wrapping.ts',
]
/** Attributes that are read or heard. */
const SPOKEN = new Set([
  'aria-label',
  'aria-description',
  'aria-valuetext',
  'title',
  'alt',
  'placeholder',
  'label',
  'text',
])
const PLURAL = /_(zero|one|two|few|many|other)$/

interface Node {
  readonly type: string
  readonly [key: string]: unknown
}

const root = resolve(import.meta.dirname, '../..')
const sources = readdirSync(join(root, 'client'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('texts.ts'))
  .map((file) => join('client', file))
const features = readdirSync(join(root, 'client'), { recursive: true, encoding: 'utf8' })
  .filter((file) => basename(file) === 'texts.ts')
  .map((file) => dirname(file))
  .sort()
const texts: Record<string, Record<'ru' | 'en', Record<string, string>>> = Object.fromEntries(
  await Promise.all(
    features.map(async (feature) => [feature, (await import(join(root, 'client', feature, 'texts.ts'))).texts]),
  ),
)

describe('texts', () => {
  test('of every feature are there from the start, or learnt when it is loaded', () => {
    const languages = readFileSync(join(root, 'client/app/i18n.ts'), 'utf8')
    const learning = sources.map((file) => readFileSync(join(root, file), 'utf8')).join()
    const told = (feature: string): boolean => new RegExp(`const TEXTS = {[^}]*\\b${feature}\\b`).test(languages)
    const learnt = (feature: string): boolean => learning.includes(`learn('${feature}', texts)`)
    expect(features.filter((feature) => told(feature) === learnt(feature))).toEqual([])
    expect(Object.values(texts).reduce((sum, { ru }) => sum + Object.keys(ru).length, 0)).toBeGreaterThan(150)
  })

  describe.each(Object.entries(texts))('of %s', (_, { ru, en }) => {
    test('have the same keys in both languages, and every plural form', () => {
      expect(bases(ru)).toEqual(bases(en))
      for (const [language, forms] of [
        ['ru', ['one', 'few', 'many', 'other']],
        ['en', ['one', 'other']],
      ] as const) {
        const spoken = language === 'ru' ? ru : en
        const plurals = new Set(
          Object.keys(spoken)
            .filter((key) => PLURAL.test(key))
            .map((key) => key.replace(PLURAL, '')),
        )
        const missing = [...plurals].flatMap((base) =>
          forms.map((form) => `${base}_${form}`).filter((key) => !(key in spoken)),
        )
        expect(missing).toEqual([])
      }
    })

    test('are not empty and speak their own language', () => {
      expect(Object.entries({ ...ru, ...en }).filter(([, text]) => text.trim() === '')).toEqual([])
      expect(Object.entries(en).filter(([, text]) => /[а-яё]/i.test(text))).toEqual([])
    })

    test('take the same values in both languages', () => {
      const values = (text: string | undefined): string[] => [...new Set(text?.match(/{{\w+}}/g) ?? [])].sort()
      const different = Object.keys(en).filter(
        (key) => !PLURAL.test(key) && values(en[key]).join() !== values(ru[key]).join(),
      )
      expect(different).toEqual([])
    })
  })
})

describe('the client', () => {
  test('is read whole', () => {
    expect(sources.filter((file) => file.endsWith('.tsx')).length).toBeGreaterThan(25)
    expect(sources.flatMap((file) => spokenIn(file).keys).length).toBeGreaterThan(100)
  })

  test('says nothing that is not in the texts', () => {
    expect(sources.flatMap((file) => spokenIn(file).literals.map((text) => `${file}: ${text}`))).toEqual([])
  })

  test('asks only for texts that exist', () => {
    const missing = sources.flatMap((file) =>
      spokenIn(file)
        .keys.filter(({ features, key, isPrefix }) => !features.some((feature) => known(feature, key, isPrefix)))
        .map(({ key }) => `${file}: ${key}`),
    )
    expect(missing).toEqual([])
  })

  test('the reader of this test sees a text hidden in markup', () => {
    const seen = read('<p title="Close">Hello, {name}</p>; t("known"); const ru = "Привет"', 'client/x.tsx')
    expect(seen.literals.sort()).toEqual(['Close', 'Hello,', 'Привет'])
    expect(seen.keys.map(({ key }) => key)).toEqual(['known'])
  })
})

interface Spoken {
  readonly literals: string[]
  readonly keys: { features: readonly string[]; key: string; isPrefix: boolean }[]
}

const spokenIn = (file: string): Spoken => read(readFileSync(join(root, file), 'utf8'), file)

/** What a source file says by itself, and the keys of the texts it asks for. */
function read(code: string, file: string): Spoken {
  const { program } = parseSync(file, code)
  const literals: string[] = []
  const features = new Map<string, string[]>()
  const asked: { name: string; key: string; isPrefix: boolean }[] = []
  const say = (text: unknown): void => {
    if (typeof text === 'string' && /\p{L}{2}/u.test(text) && !SAME_EVERYWHERE.has(text.trim()))
      literals.push(text.trim())
  }
  walk(program as unknown as Node, (node) => {
    if (node.type === 'JSXText') say(node.value)
    if (node.type === 'JSXAttribute' && SPOKEN.has(nameOf(node.name))) say((node.value as Node | null)?.value)
    const isText = node.type === 'Literal' || node.type === 'TemplateElement'
    const value = node.type === 'TemplateElement' ? (node.value as { cooked?: string }).cooked : node.value
    if (isText && /[а-яё]{2}/i.test(String(value)) && !CYRILLIC_AT_HOME.includes(file)) say(value)
    if (node.type === 'VariableDeclarator' && isCall(node.init, 'useTranslation')) {
      const feature = String((((node.init as Node).arguments as Node[])[0]?.value as string | undefined) ?? 'app')
      for (const property of ((node.id as Node).properties as Node[] | undefined) ?? []) {
        const name = nameOf(property.value)
        features.set(name, [...(features.get(name) ?? []), feature])
      }
    }
    if (node.type === 'CallExpression' && /^t([A-Z]\w*)?$/.test(nameOf(node.callee))) {
      for (const [key, isPrefix] of keysIn((node.arguments as Node[])[0]))
        asked.push({ name: nameOf(node.callee), key, isPrefix })
    }
  })
  const keys = asked.map(({ name, key, isPrefix }) => ({
    features: features.get(name) ?? Object.keys(texts),
    key,
    isPrefix,
  }))
  return { literals: [...new Set(literals)], keys }
}

/** The literal keys an argument may be; a template is known by how it begins. */
function keysIn(node: Node | undefined): [string, boolean][] {
  if (node?.type === 'Literal') return [[String(node.value), false]]
  if (node?.type === 'TemplateLiteral') {
    const [first] = node.quasis as Node[]
    return [[String((first?.value as { cooked: string } | undefined)?.cooked), true]]
  }
  if (node?.type === 'ConditionalExpression')
    return [...keysIn(node.consequent as Node), ...keysIn(node.alternate as Node)]
  return []
}

function known(feature: string, key: string, isPrefix: boolean): boolean {
  const all = Object.keys(texts[feature]?.en ?? {})
  return isPrefix
    ? all.some((one) => one.startsWith(key))
    : all.some((one) => one === key || one.replace(PLURAL, '') === key)
}

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node)
  for (const child of Object.values(node)) {
    for (const one of Array.isArray(child) ? child : [child]) {
      if (typeof one === 'object' && one !== null && 'type' in one) walk(one as Node, visit)
    }
  }
}

const nameOf = (node: unknown): string => String((node as { name?: unknown } | undefined)?.name ?? '')
const isCall = (node: unknown, name: string): boolean =>
  (node as Node | null)?.type === 'CallExpression' && nameOf((node as Node).callee) === name
const bases = (all: Record<string, string>): string[] =>
  [...new Set(Object.keys(all).map((key) => key.replace(PLURAL, '')))].sort()
