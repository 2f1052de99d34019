import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { complaintOf } from '../../src/app/upcast.ts'
import { newServer, type Server } from '../adapters/stores/postgres/server.ts'
import { type Keeping, storeNamed } from './keeping.ts'

/** A database on a server of its own, which can be stopped and whose connections can be cut. */
export interface PostgresKeeping extends Keeping {
  readonly server: Server
  /** Cuts every connection of the bots, whatever is under way on it; resolves with how many. */
  cut(): Promise<number>
}

const DATABASE = 'muster'

export async function postgresKeeping(): Promise<PostgresKeeping> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-faults-'))
  const server = await newServer()
  const url = server.url(DATABASE)
  await ask(server, `create database ${DATABASE}`)
  return {
    name: 'postgres',
    folder,
    server,
    settings: { DATABASE_URL: url },
    open: () => storeNamed('postgres').open({ folder, databaseUrl: url, check: complaintOf }),
    cut: () =>
      ask(
        server,
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${DATABASE}'`,
      ),
    async remove() {
      await server.remove()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function ask(server: Server, text: string): Promise<number> {
  const client = new Client(server.url('postgres'))
  client.on('error', () => {})
  await client.connect()
  const { rowCount } = await client.query(text)
  await client.end()
  return rowCount ?? 0
}
