import { createHash } from 'node:crypto'
import { Policy } from '../core/policy/policy.ts'
import type { Packs } from './app.ts'
import type { Store } from './ports.ts'

const KEPT = 'pack:'
const HASHES = 'packs'

/** Keeps the pack in force by its content hash, beside every one that a record began under. */
export async function openPacks(store: Store, current: Policy): Promise<Packs> {
  const hash = hashOf(current)
  const hashes = namesIn(await store.setting(HASHES))
  if (!hashes.includes(hash)) {
    await store.keepSetting(`${KEPT}${hash}`, current)
    await store.keepSetting(HASHES, [...hashes, hash])
  }
  const known = new Map([[hash, current]])
  for (const one of hashes) {
    if (!known.has(one)) known.set(one, Policy.parse(await store.setting(`${KEPT}${one}`)))
  }
  return { current: { policy: current, hash }, byHash: (one) => known.get(one) }
}

function hashOf(policy: Policy): string {
  return createHash('sha256').update(JSON.stringify(policy)).digest('base64url').slice(0, 22)
}

function namesIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}
