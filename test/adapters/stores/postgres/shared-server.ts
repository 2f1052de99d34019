import type { TestProject } from 'vitest/node'
import { openPostgres } from '../../../../adapters/stores/postgres/index.ts'
import { createDatabase, TEMPLATE } from './databases.ts'
import { newServer, type Server } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the server’s own database, in which others are made. */
    readonly postgres: string
  }
}

let server: Server | undefined

/** One server for a whole project: making one takes a second. What must survive a crash has its own. */
export async function setup({ provide }: TestProject): Promise<void> {
  // The package that runs the server ends the process with 0, whatever the tests came to.
  process.prependListener('beforeExit', () => process.exit())
  server = await newServer(['fsync=off', 'full_page_writes=off'])
  const admin = server.url('postgres')
  const store = await openPostgres(await createDatabase(admin, TEMPLATE))
  await store.close()
  provide('postgres', admin)
}

export async function teardown(): Promise<void> {
  await server?.remove()
}
