import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openLowdb } from '../../adapters/stores/lowdb/index.ts'
import { openUpkeep } from '../../src/app/upkeep.ts'
import { checkCommand } from '../../src/cli/check.ts'
import { plusDays, plusMonths, showDate } from '../../src/core/time/day.ts'
import { approvalsFound, storeCommands } from '../../src/store-commands.ts'
import { openApp } from '../fixtures/app.ts'
import { heard } from './run.ts'

const administrators = ['hugo@example.org']
const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'hush' }
const NOT_APPROVED =
  'Rules not yet approved by your organisation: an administrator records who approved them with “/muster rules”.'
// What is recorded with a day is held against the day on which this runs.
const TODAY = new Date().toISOString()
const ON = plusDays(TODAY.slice(0, 10), -7)
const REVIEW = plusMonths(ON, 12)
const APPROVE = ['approve', '--approved-by', 'Quality committee', '--on', ON]

async function folderWithPeople() {
  const folder = await mkdtemp(join(tmpdir(), 'muster-rules-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const store = await openLowdb(folder)
  const startsAt = TODAY.replace(/\.\d+/, '')
  const { app } = await openApp({ store, administrators, startsAt, needsApproval: true })
  return { folder, store, app }
}

async function closed(): Promise<string> {
  const { folder, store } = await folderWithPeople()
  await store.close()
  return folder
}

/** As while Muster has the folder open. */
async function running(): Promise<string> {
  const { folder, store, app } = await folderWithPeople()
  const upkeep = await openUpkeep(app, { folder, ledgerRoom: null }, () => {})
  onTestFinished(async () => {
    await upkeep.stop()
    await store.close()
  })
  return folder
}

function settings(folder: string) {
  return { MUSTER_DATA: folder, MUSTER_ADMINISTRATORS: administrators.join(','), ...slack }
}

function rules(folder: string, ...args: string[]) {
  return heard((terminal) => storeCommands(settings(folder), folder).rules.run(args, terminal))
}

function check(folder: string) {
  const env = settings(folder)
  const approvals = () => approvalsFound(env, folder)
  return heard((terminal) => checkCommand({ env, cwd: folder, approvals }).run([], terminal))
}

describe.each([
  ['over a folder', closed],
  ['through the process that has it open', running],
])('the approval of the rules, %s', (_how, opened) => {
  test('is missing until it is recorded, with the day of its review', async () => {
    const folder = await opened()
    expect((await rules(folder)).out).toContain(`\n${NOT_APPROVED}\n`)

    const recorded = await rules(folder, ...APPROVE, '--review', REVIEW)

    expect(recorded).toEqual({
      code: 0,
      out: 'Recorded. It stands in the history.\n',
      complaints: '',
    })
    const { out } = await rules(folder)
    expect(out).toMatch(/^In force: provider-collaborative, version 1, content \S{22}\.\n/)
    expect(out).toContain(
      `Approved by Quality committee on ${showDate(ON)}; to be reviewed by ${showDate(REVIEW)}.\n`,
    )
    expect(JSON.parse((await rules(folder, '--json')).out)).toMatchObject({
      approval: { approvedOn: ON, reviewOn: REVIEW },
      remark: null,
    })
  })

  test('is looked for by check, which refuses nothing for it', async () => {
    const folder = await opened()
    const before = await check(folder)
    await rules(folder, ...APPROVE, '--review', REVIEW)
    const after = await check(folder)

    expect(before.code).toBe(0)
    expect(before.out).toContain('All is well')
    expect(before.complaints).toContain(`Note: ${NOT_APPROVED}\n`)
    expect(after.code).toBe(0)
    expect(after.complaints).not.toContain('approved')
  })

  test.each([
    ['a day that does not exist', ['--on', '2026-02-30'], '“2026-02-30” is no day'],
    ['a review that is over', ['--review', '2026-01-01'], 'Give a day of review after today'],
    ['a review after more than a year', ['--review', '2099-12-31'], 'within a year'],
    ['somebody else’s address', ['--by', 'nia@example.org'], 'hugo@example.org'],
    ['no words', ['--on'], 'Write: muster rules'],
  ])('is not recorded with %s', async (_what, over, words) => {
    const folder = await opened()

    const { code, complaints } = await rules(folder, ...APPROVE, ...over)

    expect(code).toBe(1)
    expect(complaints).toContain(words)
  })
})

test('check says so of a store that is not there yet', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'muster-rules-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))

  const { code, complaints } = await check(join(folder, 'none'))

  expect(code).toBe(0)
  expect(complaints).toContain(NOT_APPROVED)
})
