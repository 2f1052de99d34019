import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type Policy, PolicyShape } from '../core/policy/policy.ts'
import type { Packs } from './app.ts'
import type { Log } from './host.ts'
import type { Store } from './ports.ts'
import { readSaved, type SavedFormat, type Unreadable } from './saved-format.ts'
import { packToThree, packToTwo } from './upcasts.ts'

const KEPT = 'pack:'
const HASHES = 'packs'

/** How packs are kept. Whether the parts of one fit was asked when it was first used, and is not asked again. */
export const packFormat: SavedFormat<Policy> = {
  number: 3,
  upcasts: { 1: packToTwo, 2: packToThree },
  shape: PolicyShape,
}

const Kept = z.object({ schema: z.int(), policy: z.unknown() })

/** Whether a setting belongs to the packs. */
export function isPack(name: string): boolean {
  return name === HASHES || name.startsWith(KEPT)
}

/** Keeps the pack in force by its content hash, beside every one that a record began under. */
export async function openPacks(store: Store, current: Policy, log: Log): Promise<Packs> {
  const hash = packHash(current)
  const hashes = namesIn(await store.setting(HASHES))
  if (!readPack(await store.setting(`${KEPT}${hash}`)).ok)
    await store.keepSetting(`${KEPT}${hash}`, { schema: packFormat.number, policy: current })
  if (!hashes.includes(hash)) await store.keepSetting(HASHES, [...hashes, hash])
  const known = new Map([[hash, current]])
  for (const one of hashes.filter((other) => other !== hash)) {
    const read = readPack(await store.setting(`${KEPT}${one}`))
    if (read.ok) known.set(one, read.value)
    else log.warn({ pack: one }, complaint(one, read))
  }
  return {
    current: { policy: current, hash },
    byHash: (one) => known.get(one),
    async learn(one) {
      if (known.has(one)) return
      const read = readPack(await store.setting(`${KEPT}${one}`))
      if (read.ok) known.set(one, read.value)
    },
  }
}

/** A kept pack as this version knows it. */
export function readPack(kept: unknown, format = packFormat) {
  const { data } = Kept.safeParse(kept)
  if (data) return readSaved(format, { schema: data.schema, body: data.policy })
  const why = 'it is missing, or does not say its format'
  return { ok: false, newer: false, why, cure: 'Restore the settings from a backup.' } as const
}

function complaint(hash: string, { why, cure }: Unreadable): string {
  return `The policy pack that was kept as ${hash} cannot be read: ${why}. Records that began under it are refused until it can. ${cure}`
}

/** Of its content: a changed pack is another one. */
export function packHash(policy: Policy): string {
  return createHash('sha256').update(JSON.stringify(policy)).digest('base64url').slice(0, 22)
}

function namesIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}
