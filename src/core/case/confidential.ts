import { z } from 'zod'
import { Place } from '../effect.ts'
import { Doer } from '../people/actor.ts'
import type { Directory, ProviderRef } from '../people/directory.ts'
import { actsFor } from '../people/doer.ts'
import { orHost } from '../people/lead.ts'
import type { ConfidentialRule } from '../policy/confidential.ts'
import type { Policy } from '../policy/policy.ts'
import { Instant } from '../time/instant.ts'

/** One person who may see a confidential case, since when and why. */
const Access = z.object({
  person: z.string(),
  why: z.string(),
  at: Instant,
  by: Doer,
  /** Where they are told. */
  channels: z.array(z.string()),
})
export type Access = z.infer<typeof Access>

/** Somebody asks for access; one person is asked privately. */
const AccessRequest = z.object({
  n: z.int().positive(),
  at: Instant,
  by: Doer,
  person: z.string(),
  reason: z.string(),
  places: z.array(Place),
  state: z.enum(['open', 'given', 'refused']),
})

/** Who could have read a case before it became confidential. Who did is known to nobody. */
export const Readers = z.object({
  since: Instant,
  organisations: z.array(z.object({ slug: z.string(), people: z.array(z.string()) })),
  rooms: z.array(Place),
})
export type Readers = z.infer<typeof Readers>

export const Confidential = z.object({
  since: Instant,
  /** Null where it was raised so. */
  readers: Readers.nullable(),
  access: z.array(Access),
  requests: z.array(AccessRequest),
  /** Where its messages stood before: they say there that it is confidential, and nothing more. */
  left: z.array(Place),
  /** Who was on the list once: they are taken out of a room that is made late. */
  gone: z.array(z.string()),
  /** Services on which no room could be made: people are told there one by one. */
  withoutRoom: z.array(z.string()),
})
export type Confidential = z.infer<typeof Confidential>

/** What may be confidential. */
export interface MaybeConfidential {
  readonly confidential?: Confidential
}

/** The rule of a pack; one without it lets in whoever may learn names that are given in confidence. */
export function confidentialRule({ confidential, prompting }: Policy): ConfidentialRule {
  const { confidence: post, citation } = prompting
  const rung = { ...post, when: 'always' } as const
  return (
    confidential ?? {
      access: [
        { ...rung, via: 'holder', why: 'deals with what is raised in confidence' },
        { ...rung, via: 'deputy', why: 'stands in for them' },
      ],
      decides: [post],
      offList: 'skip',
      citation,
    }
  )
}

/** Whether somebody may see the case as far as its own list says. */
export function isOnList({ confidential }: MaybeConfidential, person: string): boolean {
  return !confidential || confidential.access.some((one) => one.person === person)
}

export function onList(kase: MaybeConfidential, people: readonly string[]): readonly string[] {
  return people.filter((person) => isOnList(kase, person))
}

/** Whether somebody may be reminded or asked: where the rule says so, they are let in for that. */
export function mayBeTold(kase: MaybeConfidential, person: string, policy: Policy): boolean {
  return isOnList(kase, person) || confidentialRule(policy).offList === 'add'
}

/** Where somebody on the list is told in private. */
export function ownPlacesOf({ person, channels }: Pick<Access, 'person' | 'channels'>): Place[] {
  return channels.map((channel) => ({ channel, to: { type: 'person', person } }))
}

/** Whoever of the list decides on it: those whom the rule names, or everybody where none of them is left. */
export function decidersOf(
  { access }: Confidential,
  provider: ProviderRef,
  { policy, directory, now }: { policy: Policy; directory: Directory; now: Instant },
): readonly string[] {
  const people = access.map(({ person }) => person)
  const decides = confidentialRule(policy).decides.map((post) => orHost(post, provider, policy))
  const named = people.filter((person) =>
    actsFor(directory, provider, decides, { type: 'person', person }, now),
  )
  return named.length > 0 ? named : people
}
