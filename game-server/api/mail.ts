import { createRoute, z } from '@hono/zod-openapi'
import { sentMail } from '../../shared/salon/people.ts'
import { authenticate } from '../services/guests.ts'
import { unsentMail } from '../services/outbox.ts'
import { findSalon } from '../services/salon.ts'
import type { Api, ApiDeps } from './context.ts'
import { json, REFUSALS, right } from './schemas.ts'
import { isThisMachine } from './this-machine.ts'

const read = createRoute({
  method: 'get',
  path: '/api/mail',
  summary:
    'Letters that have not left: all of them without a mail server. In the demo anybody on this machine may read',
  ...right('salon.read-mail'),
  responses: { 200: json(z.array(sentMail), 'Latest first'), 401: REFUSALS[401], 403: REFUSALS[403] },
})

export function addMail(api: Api, { db, accounts }: ApiDeps): void {
  api.openapi(read, async (c) => {
    c.header('cache-control', 'no-store')
    const anybody = isThisMachine(c) && ((await findSalon(db))?.demo ?? false)
    return c.json(await unsentMail(db, await authenticate(db, accounts, c.req.raw.headers), { anybody }), 200)
  })
}
