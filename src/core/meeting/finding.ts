import { z } from 'zod'
import { Instant } from '../time/instant.ts'

/** What a provider is told of the record of a meeting about it. */
export const Finding = {
  heldAt: z.exactOptional(Instant),
  /** The way to another level that it decided on; null for none. Not there where it is not told. */
  leadsTo: z.exactOptional(z.string().nullable()),
}

export interface Found {
  readonly heldAt?: Instant
  readonly leadsTo?: string | null
}

/** The same, without a key for what is not told. */
export function findingOf({ heldAt, leadsTo }: Found): Found {
  return {
    ...(heldAt !== undefined && { heldAt }),
    ...(leadsTo !== undefined && { leadsTo }),
  }
}
