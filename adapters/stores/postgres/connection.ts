import { Pool, type PoolClient, type PoolConfig, type QueryResultRow } from 'pg'

/** One statement: prepared by its name on each connection, so that it is planned once. */
export interface Statement<Row extends QueryResultRow> {
  readonly name: string
  readonly text: string
  /** Only for the compiler: what its rows look like. */
  readonly row?: Row
}

export function statement<Row extends QueryResultRow>(name: string, text: string): Statement<Row> {
  return { name, text }
}

/** `again`: an earlier try broke off, and may have been carried out all the same. */
interface Answer<Row> {
  readonly rows: readonly Row[]
  readonly again: boolean
}

/** Connections to one database. They break and come back; a question is asked again over another. */
export interface Database {
  /** For questions that change nothing, or nothing more when they are asked twice. */
  ask<Row extends QueryResultRow>(
    statement: Statement<Row>,
    values?: readonly unknown[],
  ): Promise<readonly Row[]>
  /** For changes; the caller looks what has become of an earlier try. */
  change<Row extends QueryResultRow>(
    statement: Statement<Row>,
    values?: readonly unknown[],
  ): Promise<Answer<Row>>
  readonly pool: Pool
  close(): Promise<void>
}

const MOST_CONNECTIONS = 20
const CONNECT_MILLISECONDS = 5_000
const STATEMENT_MILLISECONDS = 30_000
/** How long a change whose fate is unknown is asked after before the caller must hear of it. */
const DOUBT_MILLISECONDS = 5_000
const FIRST_PAUSE = 20
const LONGEST_PAUSE = 500
const QUICK_TRIES = 3

export function connect(url: string): Database {
  const pool = new Pool(settingsOf(url))
  // A connection that breaks while nobody uses it is dropped by the pool; the next one is made anew.
  pool.on('error', () => {})
  // While it is in use, whoever uses it hears of it by the answer.
  pool.on('connect', (client) => client.on('error', () => {}))

  async function once<Row extends QueryResultRow>(
    { name, text }: Statement<Row>,
    values: readonly unknown[],
  ): Promise<readonly Row[]> {
    const client = await connected(pool)
    let broken = false
    try {
      return (await client.query<Row>({ name, text, values: [...values] })).rows
    } catch (error) {
      broken = isBroken(error)
      throw error
    } finally {
      client.release(broken)
    }
  }

  async function change<Row extends QueryResultRow>(
    wanted: Statement<Row>,
    values: readonly unknown[] = [],
  ): Promise<Answer<Row>> {
    let doubtSince: number | null = null
    for (let attempt = 1; ; attempt++) {
      try {
        return { rows: await once(wanted, values), again: doubtSince !== null }
      } catch (error) {
        if (isRolledBack(error) && attempt < QUICK_TRIES) continue
        if (!isBroken(error) && !(error instanceof NoConnection)) throw error
        if (error instanceof NoConnection && doubtSince === null) {
          if (isBroken(error.cause) && isOfServer(error.cause) && attempt < QUICK_TRIES) continue
          throw error
        }
        doubtSince ??= performance.now()
        if (performance.now() - doubtSince > DOUBT_MILLISECONDS) throw error
        await pause(Math.min(FIRST_PAUSE * 2 ** attempt, LONGEST_PAUSE))
      }
    }
  }

  return {
    change,
    ask: async (wanted, values) => (await change(wanted, values)).rows,
    pool,
    close: () => pool.end(),
  }
}

/**
 * A server may be set up to acknowledge what is not on its disk yet. And each statement is planned
 * once, when tables may still be empty: it is to use the indices that were made for it all the same.
 */
const ON_CONNECT = `select
  set_config('synchronous_commit', replace(current_setting('synchronous_commit'), 'off', 'on'), false),
  set_config('plan_cache_mode', 'force_generic_plan', false),
  set_config('enable_seqscan', 'off', false),
  set_config('enable_hashjoin', 'off', false),
  set_config('enable_mergejoin', 'off', false),
  set_config('jit', 'off', false)`

export function settingsOf(url: string): PoolConfig {
  return {
    connectionString: url,
    application_name: 'muster',
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MILLISECONDS,
    statement_timeout: STATEMENT_MILLISECONDS,
    // Also when the server has fallen silent, and can no longer say so.
    query_timeout: STATEMENT_MILLISECONDS + CONNECT_MILLISECONDS,
    keepAlive: true,
    onConnect: async (client) => {
      await client.query(ON_CONNECT)
    },
  }
}

/** Nothing was asked yet: nothing can have been changed. */
class NoConnection extends Error {
  override readonly name = 'NoConnection'
}

async function connected(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect()
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new NoConnection(`The database cannot be reached (${why}).`, { cause })
  }
}

/** Whether the connection is gone, so that nobody can say what became of the statement. */
function isBroken(error: unknown): boolean {
  if (!isOfServer(error)) return !(error instanceof TypeError)
  const code = codeOf(error) ?? ''
  return code.startsWith('08') || code.startsWith('57P')
}

/** Whether the server was reached, would not do it, and has changed nothing. */
export function isRefusal(error: unknown): boolean {
  return isOfServer(error) && !isBroken(error)
}

/** Its errors have codes of five characters; what else comes, comes from the way there. */
function isOfServer(error: unknown): boolean {
  return /^[0-9A-Z]{5}$/.test(codeOf(error) ?? '')
}

/** The server has undone it and says that it may succeed another time. */
function isRolledBack(error: unknown): boolean {
  const code = codeOf(error)
  return code === '40001' || code === '40P01'
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
