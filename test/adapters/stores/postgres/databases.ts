import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { inject, onTestFinished } from 'vitest'

/** A database in which the tables are made already, to be copied. */
export const TEMPLATE = 'muster_template'

const TABLES = [
  ...['records', 'times', 'lists', 'entries', 'outbox', 'settled', 'dead'],
  ...['queues', 'requests', 'shown', 'settings'],
]

/** Makes a database on the server that `admin` leads to, and resolves to its address. */
export async function createDatabase(admin: string, name: string, template?: string) {
  await ask(admin, `create database ${name} ${template ? `template ${template}` : ''}`)
  const url = new URL(admin)
  url.pathname = name
  return url.href
}

/** Databases of this test file that no test uses now: to make one takes far longer than to empty it. */
const free: string[] = []

/** The address of an empty database of the test's own, with its tables. */
export async function freshDatabase(): Promise<string> {
  const url = free.pop() ?? (await blankDatabase(TEMPLATE))
  onTestFinished(async () => {
    await ask(url, TABLES.map((table) => `delete from ${table};`).join('\n'))
    free.push(url)
  })
  return url
}

/** One without tables, or a copy of another. */
export function blankDatabase(template?: string): Promise<string> {
  return createDatabase(inject('postgres'), `t_${randomUUID().replaceAll('-', '')}`, template)
}

/** Asks one question over a connection of its own. */
export async function ask(url: string, text: string): Promise<void> {
  const client = new Client(url)
  client.on('error', () => {})
  await client.connect()
  await client.query(text)
  await client.end()
}
