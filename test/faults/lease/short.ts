import { type StoreSettings, stores } from '../../../adapters/stores/index.ts'

/** Loaded before a bot: its claims end as soon as it is told, so that nobody waits for a minute. */
const leaseMilliseconds = Number(process.env.FAULTS_LEASE)

for (const kind of stores) {
  const { open } = kind
  const shortened = (settings: StoreSettings) => open({ ...settings, leaseMilliseconds })
  Object.assign(kind, { open: shortened })
}
