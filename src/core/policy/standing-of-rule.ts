import { z } from 'zod'

const source = { document: z.string().min(1), section: z.string().min(1) }
const note = z.string().min(1)

/** Whether what a rule rests on still stands, as far as the makers of a pack know. */
export const RuleStanding = z.discriminatedUnion('state', [
  /** `since`: as it is said, `autumn 2023`. The document is what took its place. */
  z.object({ state: z.literal('superseded'), since: z.string().min(1), note, ...source }),
  z.object({ state: z.literal('still used'), note, ...source }),
  z.object({ state: z.literal('unknown'), note, document: z.exactOptional(source.document) }),
])
export type RuleStanding = z.infer<typeof RuleStanding>

interface Cited {
  readonly standing?: RuleStanding
}

/** `Superseded since autumn 2023: see PSIRF, how it replaces the framework`; null for every other rule. */
export function supersededWords({ standing }: Cited): string | null {
  if (standing?.state !== 'superseded') return null
  const { since, document, section } = standing
  return `Superseded since ${since}: see ${document}, ${section}`
}

/** All that is known of it, for whoever looks at the rules; null where the pack does not say. */
export function standingWords({ standing }: Cited): string | null {
  switch (standing?.state) {
    case undefined:
      return null
    case 'superseded':
      return `${supersededWords({ standing })}. ${standing.note}`
    case 'still used':
      return `Still used: ${standing.document}, ${standing.section}. ${standing.note}`
    case 'unknown':
      return `Not known whether it still stands. ${standing.note}`
  }
}
