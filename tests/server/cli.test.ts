import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../game-server/db/database.ts'
import { authUser } from '../../game-server/db/schema/account.ts'
import { person } from '../../game-server/db/schema/person.ts'
import type { Command, Options } from '../../game-server/import/command.ts'
import { appoint } from '../../game-server/import/commands/appoint.ts'
import { create } from '../../game-server/import/commands/create.ts'
import { exportPlan } from '../../game-server/import/commands/export-plan.ts'
import { importExhibitors } from '../../game-server/import/commands/import-exhibitors.ts'
import { importSchedule } from '../../game-server/import/commands/import-schedule.ts'
import { layout } from '../../game-server/import/commands/layout.ts'
import { status } from '../../game-server/import/commands/status.ts'
import { Unusable } from '../../game-server/import/unusable.ts'
import { rolesOf } from '../../game-server/services/rights.ts'
import { type Booth, hallPlanOf, hallsOf, plan } from '../../shared/floorplan/model.ts'
import { anyLook } from '../../shared/people/look.ts'
import { onEveryDatabase } from './databases.ts'
import { emptyDataDir } from './empty-database.ts'
import { alleya } from './program.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'alleya-cli-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('the command line', () => {
  const settings = { DATA_DIR: '/nowhere/at/all' }

  test('explains itself', async () => {
    const help = await alleya(['--help'], settings)
    expect(help).toMatchObject({ status: 0, stderr: '' })
    for (const command of [
      'create',
      'import exhibitors',
      'import schedule',
      'layout',
      'export plan',
      'appoint',
      'status',
    ]) {
      expect(help.stdout).toContain(command)
    }
    expect(await alleya(['import', 'schedule', '--help'], settings)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('--stands <pattern>'),
    })
  })

  test.each([
    [[], 'npm run alleya -- <command>'],
    [['dance'], 'There is no command «dance».'],
    [['import', 'people'], 'There is no command «import people».'],
    [['status', '--loud'], "Unknown option '--loud'"],
    [['import', 'exhibitors'], 'One file is expected.'],
    [['status', 'now'], '«now» is not understood.'],
  ])('says what it does not understand: %j', async (args, reason) => {
    expect(await alleya(args, settings)).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining(reason),
    })
  })

  test('ends with the status of what it did', { timeout: 300_000 }, async () => {
    const own = { DATA_DIR: await emptyDataDir() }
    expect(await alleya(['create', '--name-en', 'Small'], own)).toMatchObject({ status: 0, stderr: '' })
    const file = join(folder, 'exhibitors.csv')
    writeFileSync(file, 'name_en,kind\nTin Robots,robot\n')
    expect(await alleya(['import', 'exhibitors', file], own)).toMatchObject({ status: 1, stdout: '' })
    expect(await alleya(['create', '--name-en', 'Other'], own)).toMatchObject({ status: 1, stdout: '' })
    rmSync(own.DATA_DIR, { recursive: true })
  })
})

/** A command on a database, as if typed. */
function commands(db: () => Database) {
  return async (command: Command, ...args: string[]) => {
    const said = { printed: '', warned: '' }
    const terminal = {
      print(line: string) {
        said.printed += `${line}\n`
      },
      warn(line: string) {
        said.warned += `${line}\n`
      },
    }
    const { values, positionals } = parseArgs({ args, options: command.options, allowPositionals: true })
    try {
      return { done: await command.run(db(), terminal, values as Options, positionals), ...said }
    } catch (error) {
      if (!(error instanceof Unusable)) throw error
      return { done: false, ...said, warned: `${said.warned}${error.message}\n` }
    }
  }
}

describe('a salon made by commands', () => {
  onEveryDatabase((db) => {
    const run = commands(db)
    const file = (name: string, rows: string): string => {
      writeFileSync(join(folder, name), rows)
      return join(folder, name)
    }

    test('has to be created first, once', async () => {
      expect((await run(status)).printed).toBe('There is no salon in this database yet.\n')
      const some = file('some.csv', 'name_en\nA\n')
      expect((await run(importExhibitors, some)).warned).toMatch(/^There is no salon in this database yet/)
      expect((await run(layout)).warned).toMatch(/^There is no salon in this database yet/)
      expect((await run(create)).warned).toMatch(/^The salon needs a name/)
      expect((await run(create, '--name-ru', 'А', '--time-zone', 'Mars')).warned).toMatch(/no time zone «Mars»/)
      expect(await run(create, '--name-ru', 'Малый', '--name-en', 'Small')).toMatchObject({ done: true })
      expect((await run(create, '--name-ru', 'Малый', '--name-en', 'Small')).printed).toContain('unchanged 1')
      expect((await run(create, '--name-en', 'Another')).warned).toMatch(/already holds the salon «small»/)
    })

    test('gets its first organizer from those with an account', async () => {
      const to = (email: string, role: string, ...more: string[]) =>
        run(appoint, '--email', email, '--role', role, ...more)
      expect((await to('anna@example.org', 'organizer')).warned).toMatch(/no account with the address «anna@example/)
      expect((await to('anna@example.org', 'emperor')).warned).toMatch(/^--role must be one of owner, /)
      expect((await to('anna@example.org', 'owner')).warned).toMatch(/^--in: of which exhibitor\?/)
      const userId = 'anna'
      const look = anyLook(() => 0)
      await db().insert(authUser).values({ id: userId, name: 'Анна', email: 'anna@example.org', emailVerified: true })
      await db().insert(person).values({ id: userId, userId, name: 'Анна', look, language: 'ru', findable: false })
      expect((await to('Anna@example.org', 'organizer')).printed).toBe('Anna@example.org is organizer from now on.\n')
      expect((await to('anna@example.org', 'owner', '--in', 'a')).printed).toMatch(/is owner of a from now on/)
      const held = await rolesOf(db(), userId)
      expect(held.map(({ role, scope }) => `${role} ${scope.id}`).sort()).toEqual(['organizer salon', 'owner a'])
      await db().delete(authUser)
    })

    test('has no plan before there is somebody to lay it out for', async () => {
      expect((await run(exportPlan)).warned).toMatch(/^No plan is published yet/)
      expect(await run(layout)).toMatchObject({ done: false, warned: expect.stringMatching(/^No plan: /) })
    })

    test('takes a file as a whole or not at all', async () => {
      const good = file('good.csv', 'name_en,kind\nTin Robots,business\nAmber Cape,region\n')
      const bad = file('bad.csv', 'name_en,kind\nTin Robots,region\nNew One,business\nMoss School,school\n')
      expect((await run(importExhibitors, good)).printed).toContain('created 2, updated 0, unchanged 0')
      expect(await run(importExhibitors, bad)).toEqual({
        done: false,
        printed: '',
        warned: [
          'Read 3 rows.',
          'Line 4: kind is not one of business, region, institution, community.',
          'Rejected: 1. Nothing was imported.',
          '',
        ].join('\n'),
      })
      expect((await run(status)).printed).toContain('Exhibitors: 2 (business 1, region 1), 2 without booth')
      expect((await run(importExhibitors, good)).printed).toContain('created 0, updated 0, unchanged 2')
    })

    test('is drafted before it is published', async () => {
      expect((await run(exportPlan, '--draft')).warned).toMatch(/^There is no draft yet/)
      expect((await run(layout, '--draft')).printed).toBe('Drafted, nothing published: 2 booths in 1 halls.\n')
      expect((await run(exportPlan)).warned).toMatch(/^No plan is published yet/)
      expect(hallsOf(plan.parse(JSON.parse((await run(exportPlan, '--draft')).printed)))).toHaveLength(1)
    })

    test('is laid out, published and exported', async () => {
      expect((await run(layout, '--hall-size', 'many')).warned).toMatch(/^--hall-size must be a whole number above 0/)
      expect((await run(layout)).printed).toBe('Published as version 1: 2 booths in 1 halls.\n')
      expect((await run(layout)).printed).toBe('Unchanged, version 1: 2 booths in 1 halls.\n')
      expect((await run(exportPlan, '--version', '7')).warned).toBe('There is no version 7.\n')
      expect((await run(exportPlan, '--version', 'x')).warned).toBe('--version: «x» is not a number.\n')
      expect((await run(exportPlan, '--out', join(folder, 'no/such/folder'))).warned).toMatch(/^Cannot write /)
      expect(await run(exportPlan, '--out', join(folder, 'plan.json'))).toMatchObject({ done: true, printed: '' })
      const written = readFileSync(join(folder, 'plan.json'), 'utf8')
      expect((await run(exportPlan)).printed).toBe(written)
      expect(hallsOf(plan.parse(JSON.parse(written)))).toHaveLength(1)
    })

    test('keeps the booths of those who were there when others join', async () => {
      const boothOf = async (exhibitorId: string): Promise<Booth | undefined> => {
        const exported = plan.parse(JSON.parse((await run(exportPlan)).printed))
        return Object.values(exported.records).find(
          (record): record is Booth => record.type === 'booth' && record.exhibitorId === exhibitorId,
        )
      }
      const before = await boothOf('tin-robots')
      const rows = Array.from({ length: 40 }, (_, number) => `Newcomer ${number},business`)
      await run(importExhibitors, file('more.csv', `name_en,kind\n${rows.join('\n')}\n`))
      expect((await run(layout)).printed).toMatch(/^Published as version 2: 42 booths/)
      expect((await boothOf('tin-robots'))?.id).toBe(before?.id)
    })
  })
})

const DATA = resolve(import.meta.dirname, '../../../shared/data')
describe.skipIf(!existsSync(DATA))(
  `real input${existsSync(DATA) ? '' : ' (skipped: ../shared/data is not here)'}`,
  () => {
    onEveryDatabase((db) => {
      test('is imported twice, laid out and told', { timeout: 180_000 }, async () => {
        const run = commands(db)
        const importAll = async (): Promise<string> => {
          const done = [
            await run(importExhibitors, join(DATA, 'organisations/universities-cis.json')),
            await run(importExhibitors, join(DATA, 'regions/regions-ru.csv')),
            await run(importSchedule, join(DATA, 'schedules/fosdem-2021.xml'), '--stands', '^S\\.'),
          ]
          return done.map(({ printed }) => printed).join('')
        }
        await run(create, '--name-en', 'Real', '--time-zone', 'Europe/Brussels')
        expect((await importAll()).match(/Rejected: 0\./g)).toHaveLength(3)
        expect(await importAll()).not.toMatch(/(created|updated) [1-9]/)
        expect((await run(layout)).printed).toMatch(/^Published as version 1: 619 booths in \d halls\./)
        expect((await run(layout)).printed).toMatch(/^Unchanged, version 1: /)

        expect(JSON.parse((await run(status, '--json')).printed)).toMatchObject({
          exhibitors: { total: 619, byKind: { institution: 482, region: 86, community: 51 }, withoutBooth: 0 },
          programme: { sessions: 773, onStages: 662, atBooths: 111, stages: 55, speakers: 684, periods: 1 },
          plan: { version: 1 },
        })
        const exported = plan.parse(JSON.parse((await run(exportPlan)).printed))
        for (const { id } of hallsOf(exported)) {
          const booths = hallPlanOf(exported, id)?.booths ?? []
          expect(booths.length).toBeGreaterThan(0)
          expect(booths.length).toBeLessThanOrEqual(200)
        }
      })
    })
  },
)
