import { z } from 'zod'
import { Instant } from '../time/instant.ts'
import { Short } from './level/short.ts'

/** What a provider is told of the record of a meeting about it. */
export const Finding = {
  heldAt: z.exactOptional(Instant),
  /** The way to another level that it decided on; null for none. Not there where it is not told. */
  leadsTo: z.exactOptional(z.string().nullable()),
  /** Too few were there for it to change the level by itself; null once its record says that enough were. */
  short: z.exactOptional(Short.nullable()),
}

export interface Found {
  readonly heldAt?: Instant
  readonly leadsTo?: string | null
  readonly short?: Short | null
}

/** The same, without a key for what is not told. */
export function findingOf({ heldAt, leadsTo, short }: Found): Found {
  return {
    ...(heldAt !== undefined && { heldAt }),
    ...(leadsTo !== undefined && { leadsTo }),
    ...(short !== undefined && { short }),
  }
}
