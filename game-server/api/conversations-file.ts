import { z } from '@hono/zod-openapi'
import { LANGUAGES, type Language } from '../../shared/language.ts'
import { asText, type KeptConversation } from '../services/conversations-export.ts'

export const exportQuery = z.object({
  format: z.enum(['json', 'text']).default('json'),
  language: z.enum(LANGUAGES).default('ru'),
})

/** Conversations as a download, never as a page: what people wrote is not for a browser to run. */
export function keptFile(
  conversations: readonly KeptConversation[],
  format: 'json' | 'text',
  language: Language,
): Response {
  const json = format === 'json'
  const body = json
    ? JSON.stringify({ writtenAt: new Date().toISOString(), conversations }, null, 2)
    : asText(conversations, language)
  return new Response(body, {
    headers: {
      'content-type': json ? 'application/json; charset=utf-8' : 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="alleya-conversations.${json ? 'json' : 'txt'}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
