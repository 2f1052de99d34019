import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** On two cores only one file would go on at a time, while the other core waits. */
const maxWorkers = Math.max(2, availableParallelism() - 1)

const inZone = (name: string, zone: string, include: readonly string[]) => ({
  test: { name, include: [...include], env: { TZ: zone }, maxWorkers },
})

/**
 * Rules, the shell and the scenarios: no network, no disk. They end in seconds, also because their files
 * share what is loaded: none leaves anything behind. The long loops are rows of `test/faults`.
 */
const unit = (name: string, zone: string) => {
  const { test } = inZone(name, zone, ['test/*.test.ts', 'test/{core,app,scenarios}/**/*.test.ts'])
  return { test: { ...test, isolate: false } }
}

/** Stores, channels and commands against real files, sockets and processes. */
const adapters = (name: string, zone: string) => {
  const { test } = inZone(name, zone, ['test/{adapters,cli}/**/*.test.ts'])
  return { test: { ...test, globalSetup: 'test/adapters/stores/postgres/shared-server.ts' } }
}

/** Everything but the browser runs twice, in two time zones: a result may never depend on the host's. */
export default defineConfig({
  test: {
    projects: [
      unit('unit', 'UTC'),
      unit('unit-tokyo', 'Asia/Tokyo'),
      adapters('adapters', 'UTC'),
      adapters('adapters-tokyo', 'Asia/Tokyo'),
      {
        test: {
          name: 'e2e',
          // A browser and several Musters at a time are enough for any machine.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          include: ['test/e2e/**/*.test.ts'],
          env: { TZ: 'UTC' },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
