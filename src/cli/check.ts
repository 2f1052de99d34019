import { resolve } from 'node:path'
import { strangersAmong } from '../app/administrators.ts'
import { remarkOn } from '../app/approval.ts'
import type { KnownApproval } from '../app/approving.ts'
import { type Config, filesNamed, readConfig, surroundings } from '../app/config.ts'
import { directoryOf } from '../app/directory-file/gaps.ts'
import { lockedOut } from '../app/directory-file/locked-out.ts'
import { type DirectoryReading, knownOf, loadDirectoryFile } from '../app/directory-file.ts'
import { loadPack } from '../app/pack-file.ts'
import { packHash } from '../app/packs.ts'
import type { Listing } from '../core/organisation/organisation.ts'
import type { Policy } from '../core/policy/policy.ts'
import { toInstant } from '../core/time/instant.ts'
import { policies } from '../policies/index.ts'
import type { Command } from './terminal.ts'

/** Where `check` looks: the variables that are set, and the folder where Muster would be started. */
export interface Start {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  /** Looks whether a database can be used; a sentence when it cannot. Without it nobody looks. */
  readonly reach?: (databaseUrl: string) => Promise<string | null>
  /** The approvals in the store; null where that cannot be known. Without it nobody looks. */
  readonly approvals?: () => Promise<readonly KnownApproval[] | null>
}

export interface Checked {
  /** Each stops the start, and names the variable or file and line, and the cure. */
  readonly problems: readonly string[]
  /** Each is worth a look, and stops nothing. */
  readonly notes: readonly string[]
  /** What was found; only where nothing is wrong. */
  readonly summary: string
}

/** Settings, pack and directory, looked at together and without starting anything. */
export function check({ env, cwd }: Start): Checked {
  const around = surroundings(cwd)
  const config = readConfig(env, around)
  const named = filesNamed(env)
  const pack = loadPack(named.policy, policies, cwd)
  // With a pack that is wrong, the directory is still checked against the default one.
  const policy = pack.ok ? pack.policy : policies[0]
  const path = named.directory === null ? null : resolve(cwd, named.directory)
  const people =
    policy && path !== null && around.isFile(path)
      ? loadDirectoryFile(path, named.directory ?? path, knownOf(policy))
      : null
  return {
    problems: [
      ...(config.ok ? [] : [config.sentence]),
      ...(pack.ok ? [] : pack.problems),
      ...(people && !people.ok ? people.problems : []),
      ...(people?.ok && pack.ok ? lockedOut(directoryOf(people.listings), pack.policy) : []),
    ],
    notes: [
      ...(config.ok ? config.config.notes : []),
      ...(people?.ok ? people.notes : []),
      ...(config.ok && people?.ok ? unreachable(people.listings, config.config) : []),
      ...(config.ok && people?.ok
        ? strangersAmong(config.config.administrators, people.listings)
        : []),
    ],
    summary: config.ok && pack.ok ? summaryOf(config.config, pack.policy, people) : '',
  }
}

export function checkCommand(start: Start): Command {
  return {
    summary: 'Checks settings, pack and directory; names file, line and cure.',
    usage: 'muster check',
    async run(_args, terminal) {
      const { problems: found, notes, summary } = check(start)
      const problems = found.length > 0 ? found : await outOfReach(start)
      for (const problem of problems) await terminal.complain(`${problem}\n`)
      const approval = problems.length > 0 ? [] : await unapproved(start)
      for (const note of [...notes, ...approval]) await terminal.complain(`Note: ${note}\n`)
      if (problems.length > 0) return 1
      await terminal.print(`${summary}\n`)
      return 0
    },
  }
}

/** Looked at last, where all else is well. */
async function outOfReach({ env, cwd, reach }: Start): Promise<readonly string[]> {
  const config = readConfig(env, surroundings(cwd))
  const databaseUrl = config.ok ? config.config.databaseUrl : null
  const sentence = databaseUrl === null ? null : await reach?.(databaseUrl)
  return sentence ? [sentence] : []
}

/** Looked at last, too: nothing is refused for it. */
async function unapproved({ env, cwd, approvals }: Start): Promise<readonly string[]> {
  const config = readConfig(env, surroundings(cwd))
  const pack = loadPack(filesNamed(env).policy, policies, cwd)
  if (!approvals || !config.ok || !pack.ok || config.config.playground) return []
  const all = await approvals().catch(() => null)
  if (all === null)
    return [
      'Whether your organisation has approved the rules could not be looked up: /readyz says it.',
    ]
  const hash = packHash(pack.policy)
  const approval = all.findLast((one) => one.pack.hash === hash)
  const remark = remarkOn(approval, toInstant(new Date()), pack.policy.zone)
  return remark === null ? [] : [remark]
}

function summaryOf(config: Config, policy: Policy, people: DirectoryReading | null): string {
  const { id, version, clocks, meetings, forms } = policy
  return [
    `All is well: ${chatOf(config)}`,
    `the pack ${id}, version ${version} (${count(clocks, 'clock')}, ${count(meetings, 'meeting')}, ${count(forms, 'form')})`,
    `${peopleOf(config, people)}.`,
  ].join('; ')
}

function chatOf({ playground, slack, teams, folder, databaseUrl }: Config): string {
  if (playground) return `the playground over ${folder}`
  const services = [...(slack ? ['Slack'] : []), ...(teams ? ['Teams'] : [])]
  return `${services.join(' and ')} over ${databaseUrl === null ? folder : databaseName(databaseUrl)}`
}

/** Without who enters it, and how. */
function databaseName(databaseUrl: string): string {
  const { host, pathname } = new URL(databaseUrl)
  return `the database ${host}${pathname}`
}

function peopleOf({ playground }: Config, people: DirectoryReading | null): string {
  if (playground) return 'the made-up world'
  if (!people?.ok) return 'the people who were imported before (MUSTER_DIRECTORY is not set)'
  const { listings } = people
  const everybody = listings.flatMap((one) => one.people)
  const rooms = listings.flatMap((one) => one.rooms)
  return `${count(listings, 'organisation')}, ${count(everybody, 'person', 'people')}, ${count(rooms, 'room')}`
}

/** Providers whose cases would stand nowhere, because their rooms are on services that are off. */
function unreachable(listings: readonly Listing[], { slack, teams }: Config): readonly string[] {
  const on = [...(slack ? ['slack'] : []), ...(teams ? ['teams'] : [])]
  const has = (slug: string | null, use: string) =>
    listings
      .filter((one) => one.slug === slug)
      .some(({ rooms }) => rooms.some((room) => room.use === use && on.includes(room.channel)))
  return listings
    .filter(({ type }) => type === 'sub-contractor')
    .filter(({ slug, leadProvider }) => !has(slug, 'cases') && !has(leadProvider, 'triage'))
    .map(
      ({ name }) =>
        `${name} has no room on ${on.join(' or ')}, nor has its Lead Provider a triage room there: its cases would stand nowhere. Add a room.`,
    )
}

function count(list: readonly unknown[], one: string, many = `${one}s`): string {
  return `${list.length} ${list.length === 1 ? one : many}`
}
