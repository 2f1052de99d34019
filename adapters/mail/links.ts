import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { Store } from '../../src/app/ports.ts'
import { Slot } from '../../src/core/effect.ts'
import { RecordId } from '../../src/core/record-id.ts'
import { type Instant, toInstant } from '../../src/core/time/instant.ts'

const SECRET = 'answer-links'
const SECRET_BYTES = 32
/** How old the secret may be that a link is held against: replicas that start together settle on one. */
const FRESH_MS = 60_000
const MOST_LETTERS = 1000

/** What a link stands for: one person’s answer to one message of a record. */
const Link = z.tuple([RecordId, Slot, z.string(), z.int()])
export interface Linked {
  readonly record: RecordId
  readonly slot: Slot
  readonly person: string
}

/** What was signed, and until when it answers. */
interface Signed {
  readonly linked: Linked
  readonly until: Instant
}

export interface Links {
  /** The last part of an address that answers until then. */
  tokenFor(linked: Linked, until: Instant): Promise<string>
  /** Undefined for what was not made here, was altered, or is past its time: nobody can tell which. */
  read(token: string, now: Instant): Promise<Linked | undefined>
  /** One that was made here and is past its time. */
  expired(token: string, now: Instant): Promise<Linked | undefined>
}

/** Links that whoever has the store signs with one secret, which is made once and never leaves it. */
export function openLinks(store: Pick<Store, 'setting' | 'keepSetting'>): Links {
  let known: { readonly secret: Buffer; readonly at: number } | null = null

  async function secretNow(): Promise<Buffer> {
    const kept = await store.setting(SECRET)
    if (typeof kept !== 'string') {
      await store.keepSetting(SECRET, randomBytes(SECRET_BYTES).toString('base64url'))
      return secretNow()
    }
    const secret = Buffer.from(kept, 'base64url')
    known = { secret, at: performance.now() }
    return secret
  }

  /** What was signed here, whether it still answers or not. */
  async function signed(token: string): Promise<Signed | undefined> {
    const [payload = '', given = '', ...more] = token.split('.')
    if (token.length > MOST_LETTERS || more.length > 0) return undefined
    const isFresh = known !== null && performance.now() - known.at < FRESH_MS
    const secret = known !== null && isFresh ? known.secret : await secretNow()
    if (!isSame(macOf(payload, secret), Buffer.from(given, 'base64url'))) return undefined
    const link = Link.safeParse(parsed(payload)).data
    if (!link) return undefined
    const [record, slot, person, seconds] = link
    return { linked: { record, slot, person }, until: toInstant(new Date(seconds * 1000)) }
  }

  return {
    async tokenFor({ record, slot, person }, until) {
      const body = JSON.stringify([record, slot, person, Math.floor(Date.parse(until) / 1000)])
      const payload = Buffer.from(body).toString('base64url')
      return `${payload}.${macOf(payload, await secretNow()).toString('base64url')}`
    },
    async read(token, now) {
      const link = await signed(token)
      return link && now < link.until ? link.linked : undefined
    },
    async expired(token, now) {
      const link = await signed(token)
      return link && now >= link.until ? link.linked : undefined
    },
  }
}

function macOf(payload: string, secret: Buffer): Buffer {
  return createHmac('sha256', secret).update(payload).digest()
}

function isSame(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other)
}

function parsed(payload: string): unknown {
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString())
  } catch {
    return undefined
  }
}
