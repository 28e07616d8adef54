import { join, resolve } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { Redis } from 'ioredis'
import { type Logger, pino } from 'pino'
import { hallPlanOf, hallsOf } from '../shared/floorplan/model.ts'
import { createApi } from './api/app.ts'
import { addKeptFiles } from './api/kept-files.ts'
import { UPLOADS } from './api/uploads.ts'
import { authSecret, type Config, prepareDataDir } from './config.ts'
import type { Database } from './db/database.ts'
import { openDatabase } from './db/open.ts'
import { openDoor } from './door.ts'
import { openFinder } from './files/find.ts'
import { openFiles } from './files/open.ts'
import { addSite } from './files/site.ts'
import { seedDemo } from './import/demo.ts'
import { type DemoAccount, seedDemoAccounts } from './import/demo-accounts.ts'
import { openSmtp } from './mail/smtp.ts'
import { addPreviews } from './previews/previews.ts'
import { reachRedis } from './reach-redis.ts'
import { type RunningRehearsal, startRehearsal } from './rehearsal/start.ts'
import { type MountedRooms, mountRooms } from './rooms/mount.ts'
import { openAccounts } from './services/accounts.ts'
import { Attempts } from './services/attempts.ts'
import { attendantBy } from './services/attendance.ts'
import { forgetReportedWords } from './services/conversations-reports.ts'
import { type FileDeps, sweepFiles } from './services/files.ts'
import { addFootfall } from './services/footfall.ts'
import { authenticate, forgetGuestsGone } from './services/guests.ts'
import { Outbox } from './services/outbox.ts'
import { currentPlan, publishedHall } from './services/plans.ts'
import { forgetOld } from './services/retention.ts'
import { rolesOf } from './services/rights.ts'
import { findSalon } from './services/salon.ts'
import { forgetDeliveries, WebhookDeliveries } from './services/webhooks-delivery.ts'
import { openNetwork } from './webhooks/post.ts'

export interface OpenSalon {
  /** Where visitors find it. */
  readonly url: string
  /** Whom one may sign in as in the demo; nobody elsewhere. */
  readonly demoAccounts: readonly DemoAccount[]
  /** Lets everybody go, then closes what stands below, in order; nothing that was acknowledged is lost. */
  close(): Promise<void>
}

const root = resolve(import.meta.dirname, '..')

/** How long a request under way may take to end when we close, milliseconds. */
const PATIENCE = 3000
const DAY = 24 * 60 * 60 * 1000

/**
 * Opens the salon: the port, the database, the rooms, the API and the client. An empty database becomes the demo.
 *
 * @throws CannotStart
 */
export async function openSalon(config: Config): Promise<OpenSalon> {
  const opened: (() => unknown)[] = []
  const close = async (): Promise<void> => {
    for (const one of opened.splice(0).reverse()) await one()
  }
  try {
    return { ...(await openAll(config, (one) => opened.push(one))), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Opens part after part, telling `onClose` how to close each; the last one opened is the first to close. */
async function openAll(config: Config, onClose: (close: () => unknown) => void): Promise<Omit<OpenSalon, 'close'>> {
  prepareDataDir(config.dataDir)
  const log = pino({ level: config.logLevel }, pino.destination({ fd: 2, sync: true }))
  if (config.redisUrl) await reachRedis(config.redisUrl)

  const door = await openDoor(config.port)
  onClose(() => door.close(PATIENCE))
  const publicUrl = config.publicUrl ?? `http://localhost:${door.port}`

  // Requests under way need the database, so the door closes before it, too.
  const { db, close: closeDatabase } = await openDatabase(config)
  onClose(closeDatabase)
  onClose(() => door.close(PATIENCE))
  await seedDemo(db, new Date())

  const counter = config.redisUrl ? new Redis(config.redisUrl, { enableOfflineQueue: false }) : null
  if (counter) {
    // It connects again by itself; meanwhile attempts are counted here.
    counter.on('error', (error) => log.warn({ error: error.message }, 'attempts are counted by this process alone'))
    onClose(() => counter.disconnect())
  }
  const smtp = config.smtp && openSmtp(config.smtp.url, config.smtp.from)
  if (smtp) onClose(smtp.close)
  const outbox = new Outbox(db, smtp?.send ?? null, (error) => log.error({ error }, 'a letter did not leave'))
  onClose(() => outbox.close())
  outbox.open()
  const write = outbox.write.bind(outbox)
  const network = openNetwork(config.webhookPrivateOrigins)
  const onFailure = (error: unknown) => log.error({ error }, 'a lead was not sent')
  const webhooks = new WebhookDeliveries({ db, network, write, onFailure })
  onClose(() => webhooks.close())
  webhooks.open()
  const secret = authSecret(config)
  const accounts = openAccounts(db, {
    secret,
    publicUrl,
    identityProvider: config.oidc,
    write,
  })
  const demo = (await findSalon(db))?.demo ?? false
  const demoAccounts = demo ? await seedDemoAccounts(db, accounts, secret) : []
  const rooms = await mountRooms(door.server, {
    authenticate: async (headers) => {
      const person = await authenticate(db, accounts, headers)
      if (!person) return null
      const { sessionId, ...shown } = person
      return { ...shown, session: sessionId, roles: await rolesOf(db, person.personId), simulated: false }
    },
    publishedHall: (hallId) => publishedHall(db, hallId),
    attendantBy: (personId) => attendantBy(db, personId),
    addFootfall: (hallId, sum) => addFootfall(db, hallId, sum),
    hallCapacity: config.hallCapacity,
    publicUrl,
    redisUrl: config.redisUrl,
    processAddress: config.processAddress,
  })
  onClose(rooms.close)

  const files = await openFiles(config, UPLOADS)
  const demoMedia = join(root, 'assets/demo/media')
  const findFile = openFinder(db, files.storage, demoMedia)
  const app = createApi({
    config,
    db,
    accounts,
    whereabouts: rooms.directory,
    newsroom: rooms.newsroom,
    attendance: rooms.roll,
    attempts: new Attempts(counter),
    write,
    files,
    network,
    publicUrl,
    findFile,
    log,
  })
  addKeptFiles(app, { db, accounts, storage: files.storage })
  const tellHead = addPreviews(app, { db, findFile, publicUrl })
  addSite(app, {
    tellHead,
    client: join(root, 'dist/client'),
    demoMedia,
    media: join(config.dataDir, 'media'),
  })
  const web = getRequestListener(app.fetch)
  door.answer((request, response) => {
    const answers = request.url?.startsWith('/matchmake/') ? rooms.listener : web
    answers(request, response)
  })
  const crowd = await openRehearsal(config, db, door.port, rooms)
  onClose(() => crowd?.stop())
  onClose(keepForgetting({ db, keeper: files.keeper, exhibitorRoom: config.exhibitorRoom }, config.retentionDays, log))
  return { url: publicUrl, demoAccounts }
}

const DEMO_CROWD = 40

/** Simulated visitors in the first hall: some in the demo, none elsewhere unless the settings say so. */
async function openRehearsal(
  config: Config,
  db: Database,
  port: number,
  { directory, rehearsalSecret }: MountedRooms,
): Promise<RunningRehearsal | null> {
  const count = config.demoCrowd ?? ((await findSalon(db))?.demo ? DEMO_CROWD : 0)
  const current = await currentPlan(db)
  const hallId = current && hallsOf(current.plan)[0]?.id
  const plan = hallId && hallPlanOf(current.plan, hallId)
  if (count === 0 || !plan) return null
  return startRehearsal({
    url: `http://127.0.0.1:${port}`,
    secret: rehearsalSecret,
    hallId,
    plan,
    count,
    seat: () => directory.seat(hallId, null),
  })
}

function keepForgetting(files: FileDeps, retentionDays: number, log: Logger): () => void {
  const { db } = files
  const forget = (): void => {
    forgetGuestsGone(db, new Date()).then(
      (count) => log.info({ count }, 'forgot guests who are gone'),
      (error: unknown) => log.error({ error }, 'could not forget guests who are gone'),
    )
    sweepFiles(files, new Date()).then(
      (count) => log.info({ count }, 'let go of files that nothing shows'),
      (error: unknown) => log.error({ error }, 'could not let go of files that nothing shows'),
    )
    forgetReportedWords(db, new Date()).catch((error: unknown) =>
      log.error({ error }, 'could not forget words that were reported'),
    )
    forgetDeliveries(db, new Date()).catch((error: unknown) =>
      log.error({ error }, 'could not forget what was sent of leads'),
    )
    forgetOld(db, retentionDays, new Date()).then(
      (forgotten) => log.info(forgotten, 'forgot old visits, leads and footfall'),
      (error: unknown) => log.error({ error }, 'could not forget old visits, leads and footfall'),
    )
  }
  forget()
  const timer = setInterval(forget, DAY).unref()
  return () => clearInterval(timer)
}
