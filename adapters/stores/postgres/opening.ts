import type { Pool } from 'pg'
import { codeOf, connect } from './connection.ts'
import { STEPS, stepsTaken } from './migrations.ts'

const OLDEST = 14

const CURES: Readonly<Record<string, string>> = {
  '28P01': 'Correct the user or the password in it',
  '28000': 'Correct the user in it, or let that user in (pg_hba.conf)',
  '3D000': 'Make that database (createdb), or correct its name',
  '42501': 'Give its user the right to make tables there (grant create on schema public)',
}
const CURE = 'See to it that the server runs and can be reached from here, or correct the address'

/** Why the store cannot be opened, for the administrator. Never holds the password. */
export function openingTrouble(url: string, cause: unknown): Error {
  if (cause instanceof Error && cause.message.includes('DATABASE_URL')) return cause
  const why = cause instanceof Error ? cause.message || codeOf(cause) : String(cause)
  const cure = CURES[codeOf(cause) ?? ''] ?? CURE
  return new Error(
    `The database ${nameOf(url)} of DATABASE_URL cannot be used (${why}). ${cure}.`,
    {
      cause,
    },
  )
}

/** Host and database, without who enters and how. */
function nameOf(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url)
    return `${hostname || 'localhost'}${port ? `:${port}` : ''}${pathname}`
  } catch {
    return 'address'
  }
}

/** Why Muster could not start over this database; null when nothing is in its way. Changes nothing. */
export async function databaseTrouble(url: string): Promise<string | null> {
  const database = connect(url)
  try {
    await refuseOdd(database.pool)
    await stepsTaken(database.pool)
    return null
  } catch (error) {
    return openingTrouble(url, error).message
  } finally {
    await database.close()
  }
}

/** Whether every step has been taken there: opening it then changes nothing. */
export async function databaseIsCurrent(url: string): Promise<boolean> {
  const database = connect(url)
  try {
    return (await stepsTaken(database.pool)).length === STEPS
  } finally {
    await database.close()
  }
}

/** Throws a sentence about a server that cannot keep what Muster needs. */
export async function refuseOdd(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ version: number; encoding: string }>(
    `select current_setting('server_version_num')::int as version,
      current_setting('server_encoding') as encoding`,
  )
  const { version = 0, encoding = '' } = rows[0] ?? {}
  const major = Math.floor(version / 10_000)
  if (major < OLDEST)
    throw new Error(
      `DATABASE_URL leads to PostgreSQL ${major}, and Muster needs ${OLDEST} or later. Name a newer server.`,
    )
  if (encoding !== 'UTF8')
    throw new Error(
      `The database that DATABASE_URL names keeps text as ${encoding}, which does not hold every character. Make one with the encoding UTF8.`,
    )
}
