import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { InstallationChanges } from '../core/organisation/installation.ts'
import type { Organisation } from '../core/organisation/organisation.ts'
import type { App } from './app.ts'
import type { Setting } from './config/secrets.ts'
import { handle } from './handle.ts'

const LAST = 'installation'
/** So short that it tells a change, and nothing of the secret. */
const DIGEST_LETTERS = 4

/** What a start found: the pack, and each setting with its value or, of a secret, a short digest. */
const Kept = z.object({
  count: z.int(),
  salt: z.string(),
  pack: z.object({ id: z.string(), version: z.int(), hash: z.string() }),
  settings: z.record(z.string(), z.object({ value: z.string().nullable(), digest: z.string() })),
})
type Kept = z.infer<typeof Kept>
type Found = Omit<Kept, 'count'>

/**
 * Whoever starts Muster with another pack or other settings changes what it does: the history of the
 * Lead Provider says so, once, whichever replica comes first.
 */
export async function noteInstallation(app: App, settings: readonly Setting[]): Promise<void> {
  const owner = installationOwner(app)
  if (!owner) return
  const last = Kept.safeParse(await app.store.setting(LAST)).data ?? null
  const found = foundNow(app, settings, last?.salt ?? randomBytes(12).toString('base64url'))
  const changes = changesSince(last, found)
  if (changes.pack === null && changes.settings.length === 0) return
  const count = (last?.count ?? 0) + 1
  const key = `installation:${count}:${digest(JSON.stringify(changes))}`
  const intent = { kind: 'organisation', type: 'noteInstallation', changes } as const
  const answer = await handle(app, { key, to: owner.id, intent })
  if (!answer.ok) throw new Error(answer.refusal.message)
  await app.store.keepSetting(LAST, { count, ...found })
}

/** Whose history has what is about the whole installation: the Lead Provider’s. */
export function installationOwner({ directory }: Pick<App, 'directory'>): Organisation | undefined {
  const staffed = directory().organisations.filter(({ people }) => people.length > 0)
  return staffed.find(({ type }) => type === 'lead-provider') ?? staffed[0]
}

function foundNow({ packs }: App, settings: readonly Setting[], salt: string): Found {
  const { policy, hash } = packs.current
  const kept = settings.map(({ name, value, isSecret }) => {
    const short = digest(`${salt} ${name} ${value}`).slice(0, DIGEST_LETTERS)
    return [name, { value: isSecret ? null : value, digest: short }] as const
  })
  const pack = { id: policy.id, version: policy.version, hash }
  return { salt, pack, settings: Object.fromEntries(kept) }
}

function changesSince(last: Found | null, found: Found): InstallationChanges {
  const before = last?.settings ?? {}
  const names = [...new Set([...Object.keys(before), ...Object.keys(found.settings)])].sort()
  const isSame = last !== null && last.pack.hash === found.pack.hash
  return {
    pack: isSame ? null : { from: last?.pack ?? null, to: found.pack },
    settings: names.flatMap((name) => {
      const [then, now] = [before[name], found.settings[name]]
      if (then && now && then.digest === now.digest && then.value === now.value) return []
      const how = then ? (now ? ('changed' as const) : ('unset' as const)) : ('set' as const)
      return [{ name, how, from: then?.value ?? null, to: now?.value ?? null }]
    }),
  }
}

function digest(words: string): string {
  return createHash('sha256').update(words).digest('hex')
}
