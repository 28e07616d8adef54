import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exhibitor as exhibitorTable } from '../../game-server/db/schema/exhibitor.ts'
import { file, fileGone } from '../../game-server/db/schema/file.ts'
import { roleGrant } from '../../game-server/db/schema/role-grant.ts'
import { fileKeeper } from '../../game-server/files/keeper.ts'
import { openFiles } from '../../game-server/files/open.ts'
import { Staging } from '../../game-server/files/staging.ts'
import { diskStorage } from '../../game-server/files/storage.ts'
import { type FileDeps, sweepFiles } from '../../game-server/services/files.ts'
import { eraseRecords } from '../../game-server/services/personal-data.ts'
import { Refused } from '../../game-server/services/refused.ts'
import { give } from '../../game-server/services/roles.ts'
import { beginUpload, dropUpload, finishUpload, putStandIn } from '../../game-server/services/uploads.ts'
import { RENDITIONS } from '../../shared/files/address.ts'
import { exhibitor } from './content.ts'
import { onEveryDatabase } from './databases.ts'
import { somebody } from './people-of-tests.ts'
import { film, pdf, photo } from './sample-files.ts'
import { BYTES } from './uploading.ts'

const NOW = new Date()
const hoursLater = (hours: number): Date => new Date(NOW.getTime() + hours * 3_600_000)
const MONTH = 31 * 24

onEveryDatabase((db) => {
  type Somebody = Awaited<ReturnType<typeof somebody>>
  const dataDir = mkdtempSync(join(tmpdir(), 'alleya-uploads-'))
  let deps: FileDeps
  let staging: Staging
  let owner: Somebody
  beforeAll(async () => {
    const files = await openFiles({ dataDir, s3: null }, '/api/uploads')
    staging = files.staging
    deps = { db: db(), keeper: files.keeper, exhibitorRoom: 100 * 1024 * 1024 }
    await db().insert(exhibitorTable).values(exhibitor('tin'))
    owner = await hired()
  })
  afterAll(() => rmSync(dataDir, { recursive: true }))

  async function hired(): Promise<Somebody> {
    const one = await somebody(db())
    await give(db(), { personId: one.personId, role: 'representative', scopeId: 'tin' }, null)
    return one
  }
  const dismiss = (one: Somebody) => db().delete(roleGrant).where(eq(roleGrant.personId, one.personId))

  const patch = (id: string, body: Uint8Array): Promise<Response> =>
    staging.step(
      new Request(`http://localhost/api/uploads/${id}`, {
        ...{ method: 'PATCH', headers: { ...BYTES, 'upload-offset': '0' } },
        body: body as Uint8Array<ArrayBuffer>,
      }),
    )
  /** An upload all of whose bytes have arrived. */
  const sent = async (who: Somebody, name: string, body: Uint8Array, exhibitorId: string | null): Promise<string> => {
    const id = await beginUpload(deps, who, { exhibitorId, name, bytes: body.length }, NOW)
    expect((await patch(id, body)).status).toBe(204)
    return id
  }
  const kept = async (who: Somebody, name: string, body: Uint8Array, exhibitorId: string | null): Promise<string> => {
    const id = await sent(who, name, body, exhibitorId)
    await finishUpload(deps, who, id)
    return id
  }
  const known = (id: string) => db().$count(file, eq(file.id, id))
  const lies = (id: string): boolean => existsSync(join(dataDir, 'files', id))
  const onItsWay = (id: string): boolean => existsSync(join(dataDir, 'uploads', id))

  describe('taking a file', () => {
    test.each([
      ['a film', async () => film()],
      ['a photo', () => photo()],
    ])('%s that is asked for many times at once is taken once, and everybody gets the same answer', async (_, make) => {
      const id = await sent(owner, 'film.mp4', await make(), 'tin')
      const answers = await Promise.all(Array.from({ length: 6 }, () => finishUpload(deps, owner, id)))
      expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1)
      expect(readdirSync(join(dataDir, 'files', id)).length).toBeGreaterThan(0)
      expect(await finishUpload(deps, owner, id)).toEqual(answers[0])
      expect(onItsWay(id)).toBe(false)
    })

    test('given up meanwhile leaves nothing behind', async () => {
      const id = await sent(owner, 'a.jpg', await photo(3000, 2000), 'tin')
      const taking = finishUpload(deps, owner, id)
      taking.catch(() => {})
      await dropUpload(deps, owner, id)
      await expect(taking).rejects.toBeInstanceOf(Refused)
      expect([await known(id), lies(id)]).toEqual([0, false])
    })

    test('goes on after storage failed: what arrived is still there', async () => {
      const id = await sent(owner, 'film.mp4', film(), 'tin')
      const failing = { ...deps, keeper: { ...deps.keeper, keep: () => Promise.reject(new Error('No answer.')) } }
      await expect(finishUpload(failing, owner, id)).rejects.toThrow('No answer.')
      expect(await finishUpload(deps, owner, id)).toMatchObject({ kind: 'video' })
    })

    test('is refused to whoever was dismissed since, as is another cover', async () => {
      const leaving = await hired()
      const taken = await kept(leaving, 'film.mp4', film(), 'tin')
      const untaken = await sent(leaving, 'film.mp4', film(), 'tin')
      await dismiss(leaving)
      await expect(finishUpload(deps, leaving, untaken)).rejects.toMatchObject({ reason: 'forbidden' })
      await expect(putStandIn(deps, leaving, taken, await photo())).rejects.toMatchObject({ reason: 'forbidden' })
      expect(readdirSync(join(dataDir, 'files', taken))).toEqual([RENDITIONS.video[0]])
    })

    test('of one’s own takes pictures and PDFs only', async () => {
      const guest = await somebody(db(), { guest: true })
      const id = await sent(guest, 'film.mp4', film(), null)
      await expect(finishUpload(deps, guest, id)).rejects.toMatchObject({
        ...{ reason: 'faulty-file', file: { fault: 'not-attached' } },
      })
      expect([await known(id), lies(id)]).toEqual([0, false])
    })
  })

  describe('beginning', () => {
    test('is refused after a hundred that were not ended', async () => {
      const guest = await somebody(db(), { guest: true })
      const begun = () => beginUpload(deps, guest, { exhibitorId: null, name: 'a.pdf', bytes: 1 }, NOW)
      for (let n = 0; n < 100; n++) await begun()
      await expect(begun()).rejects.toMatchObject({ reason: 'too-often' })
    })

    test('on a disk without room is refused in words, and takes none of the quota', async () => {
      const small = new Staging(join(dataDir, 'uploads'), '/api/uploads', Number.MAX_SAFE_INTEGER)
      const full = { ...deps, keeper: fileKeeper(small, await diskStorage(join(dataDir, 'files'))) }
      const before = await db().$count(file)
      const wish = { exhibitorId: 'tin', name: 'a.pdf', bytes: 10 }
      await expect(beginUpload(full, owner, wish, NOW)).rejects.toMatchObject({ reason: 'disk-full' })
      expect(await db().$count(file)).toBe(before)
    })
  })

  describe('letting go', () => {
    test('uploads that stopped go after a day, with their bytes', async () => {
      const id = await sent(owner, 'a.pdf', pdf(), 'tin')
      await deps.keeper.open('of-a-row-that-is-gone', 5)
      utimesSync(join(dataDir, 'uploads', 'of-a-row-that-is-gone'), hoursLater(-25), hoursLater(-25))
      await sweepFiles(deps, NOW)
      expect([await known(id), onItsWay(id), onItsWay('of-a-row-that-is-gone')]).toEqual([1, true, false])
      await sweepFiles(deps, hoursLater(25))
      expect([await known(id), onItsWay(id)]).toEqual([0, false])
    })

    test('a file that nothing shows goes after a month', async () => {
      const id = await kept(owner, 'a.pdf', pdf(), 'tin')
      await sweepFiles(deps, hoursLater(29 * 24))
      expect([await known(id), lies(id)]).toEqual([1, true])
      await sweepFiles(deps, hoursLater(MONTH))
      expect([await known(id), lies(id)]).toEqual([0, false])
      expect(await db().$count(fileGone)).toBe(0)
    })

    test('somebody’s attachments go with them, bytes and all; what they gave a booth stays and is nobody’s', async () => {
      const leaving = await hired()
      const own = await kept(leaving, 'a.pdf', pdf(), null)
      const given = await kept(leaving, 'film.mp4', film(), 'tin')
      await eraseRecords(db(), leaving)
      await sweepFiles(deps, NOW)
      expect([await known(own), lies(own)]).toEqual([0, false])
      const [row] = await db().select().from(file).where(eq(file.id, given))
      expect([row?.personId, row?.exhibitorId, lies(given)]).toEqual([null, 'tin', true])
    })

    test('what lies in storage and was never ours stays', async () => {
      const storage = await diskStorage(join(dataDir, 'files'))
      await storage.put('of-another-salon/film.mp4', Buffer.from('x'))
      await sweepFiles(deps, hoursLater(MONTH))
      expect(lies('of-another-salon')).toBe(true)
    })
  })
})
