import type { Language } from '../../shared/language.ts'
import { escapedHtml } from '../services/html.ts'
import type { PreviewWords } from './words.ts'

/** What the head of a page tells those who show links: Open Graph, and what is read where that is not. */
export interface Head {
  readonly words: PreviewWords
  readonly language: Language
  /** Absolute. */
  readonly url: string
  readonly picture: string
}

/** The client's page with its head telling of one link. Whatever people wrote is text there, and nothing else. */
export function withHead(page: string, { words, language, url, picture }: Head): string {
  const title = `${words.title} · ${words.salon}`
  const description = words.description || words.note
  const properties: readonly (readonly [string, string])[] = [
    ['og:type', 'website'],
    ['og:site_name', words.salon],
    ['og:title', words.title],
    ['og:description', description],
    ['og:url', url],
    ['og:locale', language === 'ru' ? 'ru_RU' : 'en_GB'],
    ['og:image', picture],
    ['og:image:type', 'image/png'],
    ['og:image:width', '1200'],
    ['og:image:height', '630'],
    ['og:image:alt', [words.title, words.note].filter(Boolean).join('. ')],
  ]
  const tags = [
    `<title>${escapedHtml(title)}</title>`,
    `<meta name="description" content="${escapedHtml(description)}" />`,
    `<link rel="canonical" href="${escapedHtml(url)}" />`,
    '<meta name="twitter:card" content="summary_large_image" />',
    ...properties.map(([name, value]) => `<meta property="${name}" content="${escapedHtml(value)}" />`),
  ].join('\n    ')
  return page
    .replace(/<title>.*?<\/title>/s, '')
    .replace(/<meta name="description"[^>]*>/, '')
    .replace(/<html lang="\w+"/, () => `<html lang="${language}"`)
    .replace('</head>', () => `  ${tags}\n  </head>`)
}
