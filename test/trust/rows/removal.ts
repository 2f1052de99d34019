import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { itemsOf } from '../../../src/app/moving/items.ts'
import { decideKeeping } from '../../../src/app/retention/decide.ts'
import { verifyAll } from '../../../src/app/verify/verify.ts'
import { referenceOf } from '../../../src/core/record-id.ts'
import { type Keeping, lowdbKeeping } from '../../faults/keeping.ts'
import { postgresKeeping } from '../../faults/postgres-keeping.ts'
import { openApp } from '../../fixtures/app.ts'
import { ADMINISTRATOR, closedCase, TEXTS } from '../../fixtures/closed-case.ts'
import { type Found, found, type Row } from '../../proof/row.ts'

export const removal: Row = {
  name: 'removal under retention',
  goal: 'before its day refused; after it no word of the case in any file or row, and every history verifies',
  run: removed,
}

const PAST = '2037-03-27T09:00:00Z'
const because = 'Nobody asks for it any more.'

/** All that is kept, piece by piece: each file, or each row of each table. */
type Pieces = () => Promise<readonly string[]>

async function removed(): Promise<Found> {
  const lowdb = await lowdbKeeping()
  const postgres = await postgresKeeping()
  const { MUSTER_DATA = '' } = lowdb.settings
  const { DATABASE_URL = '' } = postgres.settings
  const both = [
    { keeping: lowdb, what: 'files', pieces: () => filesIn(MUSTER_DATA) },
    { keeping: postgres, what: 'rows', pieces: () => rowsIn(DATABASE_URL) },
  ]
  const wrongs: string[] = []
  const figures: string[] = []
  for (const { keeping, what, pieces } of both) {
    const { before, after, wrong } = await lifeIn(keeping, pieces)
    wrongs.push(...wrong.map((one) => `${keeping.name}: ${one}`))
    figures.push(`${keeping.name}: ${before} of its ${what} held them before, ${after} after`)
    await keeping.remove()
  }
  return found(
    `${TEXTS.length} texts of a case, its meeting and its level; ${figures.join('; ')}`,
    wrongs,
  )
}

async function lifeIn(keeping: Keeping, pieces: Pieces) {
  const wrong: string[] = []
  const store = await keeping.open()
  const world = await openApp({ store, administrators: [ADMINISTRATOR] })
  const { id } = await closedCase(world)
  const asked = { what: 'remove', reference: referenceOf(id), because, by: null } as const
  for (const text of TEXTS)
    if ((await withAny(pieces, [text])) === 0) wrong.push(`${text} was never kept`)
  const before = await withAny(pieces, TEXTS)
  const early = await decideKeeping(world.app, asked)
  if (!early?.includes('is kept until Thu 26 Mar 2037')) wrong.push(`Too early, it said: ${early}`)
  const refused = await decideKeeping({ ...world.app, now: () => PAST }, asked)
  if (refused !== null) wrong.push(refused)
  const after = await withAny(pieces, TEXTS)
  if (after > 0) wrong.push(`${after} still hold words of it`)
  const verdict = await verifyAll(itemsOf(store))
  wrong.push(...verdict.findings.map(({ sentence }) => sentence))
  if (verdict.removed.length !== 2) wrong.push(`${verdict.removed.length} removals are told, not 2`)
  await store.close()
  const closed = await withAny(pieces, TEXTS)
  if (closed > 0) wrong.push(`${closed} hold words of it after the end`)
  return { before, after, wrong }
}

async function withAny(pieces: Pieces, texts: readonly string[]): Promise<number> {
  return (await pieces()).filter((piece) => texts.some((text) => piece.includes(text))).length
}

async function filesIn(folder: string): Promise<string[]> {
  const texts: string[] = []
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name)
    // What a store at work has just removed is not there to be read.
    const isFile = await stat(path).then(
      (found) => found.isFile(),
      () => false,
    )
    if (isFile) texts.push(await readFile(path, 'utf8').catch(() => ''))
  }
  return texts
}

/** Every row of every table, as a dump has them. */
async function rowsIn(url: string): Promise<string[]> {
  const client = new Client(url)
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public'`,
    )
    const texts: string[] = []
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`select t::text as row from "${name}" t`)
      texts.push(...rows.map(({ row }) => row))
    }
    return texts
  } finally {
    await client.end()
  }
}
