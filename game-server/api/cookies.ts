import type { Context } from 'hono'
import type { ApiEnv } from './context.ts'

/** Answers with these cookies. */
export function carryCookies(c: Context<ApiEnv>, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
}
