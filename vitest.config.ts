import { defineConfig } from 'vitest/config'

/** Unit tests run twice, in two time zones: a result may never depend on the host's. */
const unit = (name: string, zone: string) => ({
  test: {
    name,
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**'],
    env: { TZ: zone },
  },
})

export default defineConfig({
  test: {
    projects: [
      unit('unit', 'UTC'),
      unit('unit-tokyo', 'Asia/Tokyo'),
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          env: { TZ: 'UTC' },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
