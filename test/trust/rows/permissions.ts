import type { Grant, PermissionRule } from '../../../src/core/policy/permission.ts'
import type { Policy } from '../../../src/core/policy/policy.ts'
import { type Found, found, type Row } from '../../proof/row.ts'
import { accountOf } from '../accounts.ts'
import { CHANNELS } from '../made-up-world.ts'
import type { Column } from '../permissions/columns/column.ts'
import { columns } from '../permissions/columns.ts'
import { type Expectation, expectations } from '../permissions/expectations.ts'
import { musters, tryMusters } from '../permissions/musters.ts'
import { type Prepared, prepared } from '../permissions/prepared.ts'

export const permissionTable: Row = {
  name: 'permissions',
  goal: 'everybody may do what the hand-written grid says, on every channel, and nothing else; every wrong row of the table is noticed',
  run: permissions,
}

async function permissions(): Promise<Found> {
  const world = await prepared()
  const expected = expectations()
  const wrongs = [...strayColumns(expected), ...(await tryMusters(world))]
  let tried = musters(world).length
  for (const channel of CHANNELS) {
    for (const one of expected) {
      wrongs.push(...(await tryOne(world, one, channel)))
      tried += 1
    }
  }
  const seeds = await seeded(world, expected)
  wrongs.push(...seeds.missed.map((one) => `A wrong row goes unnoticed: ${one}`))
  const people = new Set(expected.map(({ who }) => who)).size
  return found(
    `${people} people × ${columns.length} things asked × ${CHANNELS.length} channels, and what Muster asks: ${tried} combinations; ${seeds.tried - seeds.missed.length} of ${seeds.tried} wrong rows noticed`,
    wrongs,
  )
}

/** Everything that is tried is expected, and the other way round. */
function strayColumns(expected: readonly Expectation[]): string[] {
  const tried = columns.map(({ name }) => name)
  const named = [...new Set(expected.map(({ column }) => column))]
  return [
    ...tried
      .filter((name) => !named.includes(name))
      .map((name) => `Nothing is expected of ${name}`),
    ...named.filter((name) => !tried.includes(name)).map((name) => `${name} is not tried`),
  ]
}

let keys = 0

async function tryOne(
  { world, ...records }: Prepared,
  { who, column: name, may }: Expectation,
  channel: string,
): Promise<string[]> {
  const column = columns.find((one) => one.name === name)
  if (!column) return []
  keys += 1
  const actor = accountOf(world.app, who, channel)
  const heard = { actor, channel, key: `key-${keys}` }
  const { changed, words } = await column.ask({ world, ...records }, heard)
  const title = `${who}, ${name}, ${channel}`
  if (changed !== may) return [`${title}: ${changed ? 'done' : `refused (${words})`}`]
  return may || column.reads || SAYS_WHY.test(words) ? [] : [`${title}: says only “${words}”`]
}

/** Who may, or that there is nothing that this person could see. */
const SAYS_WHY = /Only .+ may |There is no .+ that you can see|You are not in the directory/

interface Seed {
  readonly words: string
  readonly row: string
  readonly policy: Policy
}

/** Makes each row wrong in turn; something that is tried must go otherwise than the grid says. */
async function seeded(world: Prepared, expected: readonly Expectation[]) {
  const { policy } = world.world.app.packs.current
  const seeds = policy.permissions.flatMap((row) => seedsOf(row, policy))
  const missed: string[] = []
  for (const { words, row, policy: wrong } of seeds) {
    world.world.rule(wrong)
    if (!(await isNoticed(world, row, expected))) missed.push(words)
  }
  world.world.rule(policy)
  return { tried: seeds.length, missed }
}

async function isNoticed(world: Prepared, row: string, expected: readonly Expectation[]) {
  if ((await tryMusters(world, [row])).length > 0) return true
  const names = columns.filter((column: Column) => column.row === row).map(({ name }) => name)
  for (const one of expected) {
    if (!names.includes(one.column)) continue
    if ((await tryOne(world, one, 'web')).length > 0) return true
  }
  return false
}

/** The row without each of those it lets in, with anyone, and gone. */
function seedsOf(row: PermissionRule, policy: Policy): Seed[] {
  const { permissions } = policy
  const others = permissions.filter((one) => one !== row)
  const seed = (words: string, rows: readonly PermissionRule[]): Seed => ({
    words: `${row.id} ${words}`,
    row: row.id,
    policy: { ...policy, permissions: [...rows] },
  })
  const withMay = (may: Grant[]) => [...others, { ...row, may }]
  const isMusters = row.may.includes('muster')
  return [
    seed('is gone', others),
    ...row.may.map((grant) =>
      seed(`lacks ${JSON.stringify(grant)}`, withMay(row.may.filter((one) => one !== grant))),
    ),
    // Anyone may raise; and no person can send what only Muster asks.
    ...(row.may.includes('anyone') || isMusters
      ? []
      : [seed('lets anyone in', withMay([...row.may, 'anyone']))]),
    ...(isMusters ? [seed('lets readers in instead', withMay(['readers']))] : []),
  ]
}
