import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type Policy, PolicyShape } from '../core/policy/policy.ts'
import type { Packs } from './app.ts'
import type { Log } from './host.ts'
import type { Store } from './ports.ts'

const KEPT = 'pack:'
const HASHES = 'packs'
/** The version of what a kept pack looks like. Raised with an upcast whenever that changes. */
const PACK_SCHEMA = 1

const Kept = z.object({ schema: z.number().int(), policy: z.unknown() })

type Upcasts = Readonly<Record<number, (policy: unknown) => unknown>>

/** From each old schema to the next; entries are added, never edited. */
const UPCASTS: Upcasts = {}

/** Keeps the pack in force by its content hash, beside every one that a record began under. */
export async function openPacks(store: Store, current: Policy, log: Log): Promise<Packs> {
  const hash = hashOf(current)
  const hashes = namesIn(await store.setting(HASHES))
  if (!hashes.includes(hash)) {
    await store.keepSetting(`${KEPT}${hash}`, { schema: PACK_SCHEMA, policy: current })
    await store.keepSetting(HASHES, [...hashes, hash])
  }
  const known = new Map([[hash, current]])
  for (const one of hashes.filter((other) => other !== hash)) {
    const policy = packIn(await store.setting(`${KEPT}${one}`))
    if (policy) known.set(one, policy)
    else
      log.warn(
        { pack: one },
        'A rulebook kept by an earlier version cannot be read: records that began under it go on under the one in force',
      )
  }
  return { current: { policy: current, hash }, byHash: (one) => known.get(one) }
}

/** A kept pack as this version knows it; undefined when it cannot be read. */
export function packIn(
  kept: unknown,
  upcasts: Upcasts = UPCASTS,
  latest = PACK_SCHEMA,
): Policy | undefined {
  const parsed = Kept.safeParse(kept)
  if (!parsed.success || parsed.data.schema > latest) return undefined
  let { policy } = parsed.data
  for (let from = parsed.data.schema; from < latest; from++) {
    const step = upcasts[from]
    if (!step) return undefined
    policy = step(policy)
  }
  return PolicyShape.safeParse(policy).data
}

function hashOf(policy: Policy): string {
  return createHash('sha256').update(JSON.stringify(policy)).digest('base64url').slice(0, 22)
}

function namesIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}
