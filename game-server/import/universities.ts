import { z } from 'zod'
import { slug } from '../../shared/salon/slug.ts'
import { exhibitorFrom, type ImportedExhibitor } from './exhibitor-record.ts'

/** An organisation as the public list of university domains has it. */
export const university = z.object({
  name: z.string('is missing').trim().min(1, 'is missing'),
  domains: z.array(z.string(), 'is missing').min(1, 'is empty'),
  web_pages: z.array(z.string(), 'is missing'),
  alpha_two_code: z.string('is missing').regex(/^[A-Z]{2}$/, 'is not a country code of two letters'),
})

/** Which field of the file a part of the record comes from. */
export const UNIVERSITY_FIELDS = { id: 'domains', name: 'name', website: 'web_pages', shortName: 'name' }

/** Known by its domain, which outlives a change of name. */
export function fromUniversity({
  name,
  domains,
  web_pages,
  alpha_two_code,
}: z.infer<typeof university>): ImportedExhibitor {
  const [domain] = domains
  const cyrillic = /\p{Script=Cyrillic}/u.test(name)
  return exhibitorFrom({
    id: slug(domain ?? ''),
    kind: 'institution',
    name: cyrillic ? { ru: name, en: '' } : { ru: '', en: name },
    summary: {
      ru: `Высшее учебное заведение, ${country(alpha_two_code, 'ru')}`,
      en: `Institution of higher education, ${country(alpha_two_code, 'en')}`,
    },
    website: web_pages[0] ?? null,
  })
}

const country = (code: string, language: string): string =>
  new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code
