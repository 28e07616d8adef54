import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { CAPS } from '../../shared/files/upload.ts'
import { addAccount } from './account.ts'
import { addAttendance } from './attendance.ts'
import { addBoothContent } from './booth-content.ts'
import { addBoothFigures } from './booth-figures.ts'
import { addBoothImports, BOOTH_IMPORTS } from './booth-imports.ts'
import { addBoothInvitations } from './booth-invitations.ts'
import { addBriefcase } from './briefcase.ts'
import { addCards } from './cards.ts'
import { addConsents } from './consents.ts'
import type { ApiDeps, ApiEnv } from './context.ts'
import { addConversations } from './conversations.ts'
import { addExhibitors } from './exhibitors.ts'
import { addFootfall } from './footfall.ts'
import { addHalls } from './halls.ts'
import { addInbox } from './inbox.ts'
import { addInteractions } from './interactions.ts'
import { KeptAnswers } from './kept-answers.ts'
import { addLeads } from './leads.ts'
import { openLimits } from './limits.ts'
import { addMail } from './mail.ts'
import { addMe } from './me.ts'
import { openMetrics } from './metrics.ts'
import { addOperation } from './operation.ts'
import { addPeople } from './people.ts'
import { addPlans } from './plans.ts'
import { onError, problemResponse } from './problems.ts'
import { addReports } from './reports.ts'
import { addRoles } from './roles.ts'
import { addRoutes } from './routes.ts'
import { addSalon } from './salon.ts'
import { sameOrigin } from './same-origin.ts'
import { addSearch } from './search.ts'
import { securityHeaders } from './security-headers.ts'
import { addSessions } from './sessions.ts'
import { addSignIn } from './sign-in.ts'
import { addTakeaway } from './takeaway.ts'
import { addUploads, UPLOADS } from './uploads.ts'
import { addVisit } from './visit.ts'
import { addWebhooks } from './webhooks.ts'

/** Bytes of a body: what most need is a look and a name. */
const LARGEST_BODY = 64 * 1024
/** Where more is sent, by how the path begins. */
const LARGER_BODIES: Readonly<Record<string, number>> = {
  [`${UPLOADS}/`]: CAPS.picture,
  '/api/booths/': 2 * 1024 * 1024,
  '/api/visit': 1024 * 1024,
  '/api/routes': 1024 * 1024,
  '/api/themed-routes/': 1024 * 1024,
}

/** What is told to one person is for nobody's cache. */
const neverKept: MiddlewareHandler<ApiEnv> = async (c, next) => {
  await next()
  c.header('cache-control', 'no-store')
}

/** Refuses what is larger than its path takes. */
function largestBody(): MiddlewareHandler<ApiEnv> {
  const upTo = (maxSize: number) => bodyLimit({ maxSize, onError: () => problemResponse('too-large') })
  const usual = upTo(LARGEST_BODY)
  const larger = Object.entries(LARGER_BODIES).map(([path, size]) => ({ path, limit: upTo(size) }))
  // What these hold is counted as it comes.
  const counted = ({ req: { method, path } }: Context<ApiEnv>) =>
    (method === 'PATCH' && path.startsWith(`${UPLOADS}/`)) || (method === 'POST' && path === BOOTH_IMPORTS)
  return (c, next) =>
    counted(c) ? next() : (larger.find(({ path }) => c.req.path.startsWith(path))?.limit ?? usual)(c, next)
}

/** Everything over HTTP under /api, with its own description at /api/openapi.json. */
export function createApi(deps: ApiDeps) {
  const api = new OpenAPIHono<ApiEnv>({
    defaultHook: (result) => {
      if (result.success) return
      return problemResponse('malformed', { field: result.error.issues[0]?.path.join('.') ?? '' })
    },
  })
  const { limit } = openLimits(deps.config.trustedProxies)
  const kept = new KeptAnswers(deps.db)
  const metrics = openMetrics(deps)

  api.onError(onError(deps.log))
  api.use(securityHeaders(deps.config.publicUrl?.startsWith('https:') ?? false))
  api.use(metrics.observe)
  api.use('/api/*', limit('any'))
  api.use('/api/*', sameOrigin(deps.config.publicUrl))
  api.use('/api/*', largestBody())
  api.post('/api/me', limit('enter'))
  api.patch('/api/me', limit('edit'))
  api.delete('/api/me', limit('account'))
  api.get('/api/me/records', limit('edit'))
  for (const path of ['/api/account/*', '/api/sign-in/*', '/api/sign-out', '/api/auth/*']) {
    api.on(['POST', 'PUT', 'DELETE'], path, limit('account'))
    api.use(path, neverKept)
  }
  for (const path of ['/api/booths/*', '/api/invitations/*', '/api/me/booths']) api.use(path, neverKept)
  api.put('/api/booths/:id/draft', limit('keep'))
  for (const path of ['/api/booths/:id/*', '/api/invitations/*']) api.on(['POST', 'DELETE'], path, limit('edit'))
  api.use(BOOTH_IMPORTS, neverKept)
  api.post(BOOTH_IMPORTS, limit('archive'))
  api.put('/api/visit', limit('keep'))
  api.put('/api/exhibitors/:id/attendance', limit('edit'))
  api.on(['POST', 'DELETE'], '/api/routes/*', limit('edit'))
  api.get('/api/routes/:id', limit('search'))
  api.on(['PUT', 'DELETE'], '/api/themed-routes/*', limit('edit'))
  const talking = ['/api/conversations/*', '/api/exhibitors/:id/talk', '/api/exhibitors/:id/inbox/*', '/api/reports/*']
  for (const path of [...talking, '/api/held-words']) api.use(path, neverKept)
  api.post('/api/exhibitors/:id/messages', limit('say'))
  api.post('/api/exhibitors/:id/answers', limit('say'))
  api.post('/api/messages/:id/reports', limit('edit'))
  api.post('/api/conversations/:id/typing', limit('typing'))
  for (const path of ['/api/conversations/file', '/api/exhibitors/:id/inbox/file']) api.get(path, limit('edit'))
  api.post('/api/exhibitors/:id/interactions', limit('keep'))
  for (const path of ['/api/exhibitors/:id/leads/*', '/api/exhibitors/:id/lead-questions']) api.use(path, neverKept)
  api.on(
    ['PATCH', 'PUT', 'POST', 'DELETE'],
    ['/api/exhibitors/:id/leads/*', '/api/exhibitors/:id/lead-questions'],
    limit('edit'),
  )
  api.get('/api/exhibitors/:id/leads/file', limit('archive'))
  for (const path of ['/api/exhibitors/:id/figures', '/api/exhibitors/:id/figures.csv']) {
    api.use(path, neverKept)
    api.get(path, limit('search'))
  }
  api.use('/api/figures/*', neverKept)
  api.get('/api/figures/file', limit('archive'))
  api.use('/api/exhibitors/:id/webhooks/*', neverKept)
  api.on(['POST', 'PATCH', 'DELETE'], '/api/exhibitors/:id/webhooks/*', limit('edit'))
  api.on(['POST', 'PUT'], `${UPLOADS}/*`, limit('upload'))
  for (const path of ['/api/briefcase/archive', '/api/takeaway', '/api/takeaway/*']) api.use(path, limit('archive'))
  api.get('/api/search', limit('search'))
  api.get('/preview/*', limit('preview'))
  api.post('/api/halls/:id/enter', limit('seat'))

  addSalon(api, deps)
  addPlans(api, deps, kept)
  addExhibitors(api, deps, kept)
  addSessions(api, deps, kept)
  addHalls(api, deps)
  addMe(api, deps)
  addSignIn(api, deps)
  addAccount(api, deps)
  addPeople(api, deps)
  addRoles(api, deps)
  addBoothContent(api, deps)
  addBoothInvitations(api, deps)
  addBoothImports(api, deps)
  addAttendance(api, deps)
  addConsents(api, deps)
  addCards(api, deps)
  addBriefcase(api, deps)
  addTakeaway(api, deps)
  addUploads(api, deps)
  addMail(api, deps)
  addSearch(api, deps)
  addVisit(api, deps, kept)
  addRoutes(api, deps, kept)
  addConversations(api, deps)
  addInbox(api, deps)
  addReports(api, deps)
  addInteractions(api, deps)
  addLeads(api, deps)
  addBoothFigures(api, deps)
  addFootfall(api, deps)
  addWebhooks(api, deps)
  addOperation(api, deps, metrics.registry)
  api.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Alleya', version: '1', description: 'A salon people walk through.' },
  })
  api.all('/api/*', () => problemResponse('not-found'))
  return api
}
