import { readdirSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Environment } from './environment.ts'

/** What the settings are checked against: a folder to start from, and what stands on the disk. */
export interface Surroundings {
  readonly cwd: string
  isFile(path: string): boolean
  /** Whether a folder has anything in it. */
  hasEntries(path: string): boolean
}

/** Which world is opened, and from where. Paths are absolute. */
export interface Place {
  readonly playground: boolean
  /** Where the embedded store keeps its files; not looked at where there is a database. */
  readonly folder: string
  readonly databaseUrl: string | null
  readonly directory: { readonly path: string; readonly name: string } | null
}

const DATA = './data'
const PLAYGROUND_DATA = './playground-data'
const CHAT =
  'SLACK_BOT_TOKEN with SLACK_SIGNING_SECRET, or MicrosoftAppId with MicrosoftAppPassword'

const TWO_PLACES =
  'DATABASE_URL and MUSTER_DATA are both set, and records are kept in one place only: unset MUSTER_DATA to keep them in the database, or DATABASE_URL to keep them in the folder.'

export function surroundings(cwd: string): Surroundings {
  return {
    cwd,
    isFile: (path) => whatIs(path)?.isFile() ?? false,
    hasEntries: (path) => whatIs(path)?.isDirectory() === true && !isEmpty(path),
  }
}

/** What cannot be looked at is not there for us; whoever uses it says why. */
function whatIs(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

/** A folder that may not be looked into may hold records. */
function isEmpty(path: string): boolean {
  try {
    return readdirSync(path).length === 0
  } catch {
    return false
  }
}

/** The playground where nothing real is named; otherwise the real store, which needs a chat service. */
export function placeOf(set: Environment, chat: boolean, around: Surroundings): Place | string {
  return chat ? realPlace(set, around) : playgroundPlace(set, around)
}

function realPlace(set: Environment, { cwd, isFile }: Surroundings): Place | string {
  const folder = resolve(cwd, set.MUSTER_DATA ?? DATA)
  const databaseUrl = set.DATABASE_URL ?? null
  if (databaseUrl !== null && set.MUSTER_DATA !== undefined) return TWO_PLACES
  if (databaseUrl === null && isFile(folder))
    return 'MUSTER_DATA names a file: name a folder, which Muster makes if need be.'
  const name = set.MUSTER_DIRECTORY
  if (name === undefined) return { playground: false, folder, databaseUrl, directory: null }
  const path = resolve(cwd, name)
  if (!isFile(path)) {
    return `MUSTER_DIRECTORY names ${name}, and there is no such file: correct the path, or unset it to go on with the people who were imported before.`
  }
  return { playground: false, folder, databaseUrl, directory: { path, name } }
}

function playgroundPlace(set: Environment, { cwd, hasEntries }: Surroundings): Place | string {
  for (const name of ['DATABASE_URL', 'MUSTER_DATA', 'MUSTER_DIRECTORY'] as const) {
    if (set[name] === undefined) continue
    return `${name} is set but no chat service is: set ${CHAT}, or unset ${name} to try the playground.`
  }
  if (hasEntries(resolve(cwd, DATA))) {
    return `The folder ${DATA} holds records but no chat service is set: set ${CHAT}, or start in another folder to try the playground.`
  }
  if (!isLoopback(set.HOST)) {
    return `HOST is ${set.HOST}, and the playground, which asks nobody for a password, is for this machine only: unset HOST, or set ${CHAT}.`
  }
  const folder = resolve(cwd, PLAYGROUND_DATA)
  return { playground: true, folder, databaseUrl: null, directory: null }
}

/**
 * The store that a start with these settings would open, also where what else it needs is not set: a
 * backup is made without the tokens of a chat service.
 */
export function storePlaceOf(
  set: Pick<Environment, 'MUSTER_DATA' | 'DATABASE_URL'>,
  chat: boolean,
  { cwd, hasEntries }: Surroundings,
): Pick<Place, 'playground' | 'folder' | 'databaseUrl'> | string {
  const databaseUrl = set.DATABASE_URL ?? null
  if (databaseUrl !== null && set.MUSTER_DATA !== undefined) return TWO_PLACES
  const named = resolve(cwd, set.MUSTER_DATA ?? DATA)
  if (databaseUrl !== null || set.MUSTER_DATA !== undefined)
    return { playground: false, folder: named, databaseUrl }
  const real = chat || hasEntries(named)
  const folder = real ? named : resolve(cwd, PLAYGROUND_DATA)
  return { playground: !real, folder, databaseUrl }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}
