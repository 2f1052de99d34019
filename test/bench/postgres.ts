import { Client, Pool } from 'pg'
import { stores } from '../../adapters/stores/index.ts'
import { RecordId } from '../../src/core/record-id.ts'
import { newServer, type Server } from '../adapters/stores/postgres/server.ts'
import { crowded, median, repeated, timed } from './measure.ts'
import { sending } from './sending.ts'
import type { Row } from './table.ts'
import { changeOf } from './writing.ts'

const WRITERS = 16

/** A real server of its own, with every commit flushed to the disk. */
export async function postgres(smoke: boolean): Promise<Row[]> {
  const server = await newServer()
  try {
    return [
      await changing(await database(server, 'changing'), smoke),
      await sending('postgres', smoke, await database(server, 'sending')),
      await sweeping(await database(server, 'sweeping'), smoke),
    ]
  } finally {
    await server.remove()
  }
}

async function database(server: Server, name: string): Promise<string> {
  const client = new Client({ connectionString: server.url('postgres') })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  return server.url(name)
}

async function opened(databaseUrl: string) {
  const store = await stores
    .find(({ name }) => name === 'postgres')
    ?.open({ folder: '', databaseUrl })
  if (!store) throw new Error('There is no store for PostgreSQL')
  return store
}

/** New records in the store beside a bare transaction of the same size, in turns. */
async function changing(url: string, smoke: boolean): Promise<Row> {
  const count = smoke ? WRITERS : 1000
  const store = await opened(url)
  const pool = new Pool({ connectionString: url, max: WRITERS })
  await pool.query('create table bare (id text primary key, body jsonb)')
  await pool.query('create table bare_index (id text primary key, wake_at text, facets text[])')
  const times = { ours: [] as number[], floor: [] as number[] }
  try {
    for (let round = 0; round < (smoke ? 1 : 7); round += 1) {
      const name = (index: number) => `${round}x${index}`
      times.floor.push(await timed(() => crowded(count, WRITERS, (n) => bare(pool, name(n)))))
      times.ours.push(
        await timed(() =>
          crowded(count, WRITERS, (n) =>
            store.save(RecordId.parse(`case-${name(n)}`), 0, changeOf()),
          ),
        ),
      )
    }
  } finally {
    await pool.end()
    await store.close()
  }
  const [ours, floor] = [median(times.ours) / count, median(times.floor) / count]
  return {
    name: `a new record in PostgreSQL, ${WRITERS} at once (${Math.round(1000 / ours)}/s)`,
    unit: 'ms',
    ours,
    floorName: `bare transaction (${Math.round(1000 / floor)}/s)`,
    floor,
    // At least 0.8 of the floor's rate.
    goal: 1.25,
  }
}

async function bare(pool: Pool, name: string): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('insert into bare values ($1, $2)', [name, JSON.stringify(changeOf())])
    await client.query('insert into bare_index values ($1, $2, $3)', [name, null, ['kind\ncase']])
    await client.query('commit')
  } finally {
    client.release()
  }
}

/** A sweep that finds nothing due. */
async function sweeping(url: string, smoke: boolean): Promise<Row> {
  const count = smoke ? 1000 : 1_000_000
  const store = await opened(url)
  const client = new Client({ connectionString: url })
  try {
    await client.connect()
    await client.query(
      `insert into times (id, timeline, wake_at, due_at)
       select 'case-' || n, 'live', '2037-03-26T20:20:00Z', '2037-03-26T20:20:00Z'
       from generate_series(1, $1::int) n`,
      [count],
    )
    await client.query('analyze times')
    const sweep = () => store.due('live', '2027-03-26T20:20:00Z', 512)
    await repeated(50, sweep)
    return {
      name: `sweep in PostgreSQL, ${count.toLocaleString('en-GB')} open deadlines, none due`,
      unit: 'ms',
      ours: median(await repeated(smoke ? 10 : 500, sweep)),
      floorName: null,
      floor: null,
      goal: 5,
    }
  } finally {
    await client.end()
    await store.close()
  }
}
