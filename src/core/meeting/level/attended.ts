import type { Context } from '../../kind.ts'
import { findOrganisation } from '../../people/find.ts'
import { organisationFor } from '../../people/posts.ts'
import type { Policy } from '../../policy/policy.ts'
import { conflictFor } from '../conflict/conflict.ts'
import { partyIn } from '../decision/party.ts'
import type { Meeting } from '../meeting.ts'
import { presentAt } from '../minutes/present.ts'
import type { Short } from './short.ts'

type Recorded = Pick<Meeting, 'rule' | 'lines' | 'conflicts' | 'chair' | 'provider'> & {
  readonly record: Pick<NonNullable<Meeting['record']>, 'form' | 'answers'>
}
type Known = Pick<Context, 'policy' | 'directory'>

/** Undefined where enough were there, or the rules ask for nobody in particular. Nobody with a conflict of interest counts. */
export function shortOf(meeting: Recorded, { policy, directory }: Known): Short | undefined {
  const rule = policy.meetings.find(({ id }) => id === meeting.rule)
  if (!rule?.decidesWith) return undefined
  const { provider, chair, record } = meeting
  const said = presentAt({ record }, policy) ?? []
  const people = said.filter((person) => !conflictFor(meeting, person, directory))
  const slugs = people.flatMap((person) => partyIn(meeting, person, directory)?.slug ?? [])
  const there = [...new Set(slugs)].filter((slug) => slug !== provider.slug)
  const post = chair?.post ?? rule.chair
  const chairing = post && organisationFor(directory, provider, post.of)?.slug
  const isChaired =
    !chairing || there.includes(chairing) || people.some((person) => person === chair?.person)
  const short = { there, chair: isChaired ? null : chairing }
  return isMade(short, rule.decidesWith.organisations) ? undefined : short
}

/** Who chaired it: whoever confirmed that, if its record says that they came; where it asks nobody that, they did. */
export function chairedBy(
  { chair }: Pick<Meeting, 'chair'>,
  record: Recorded['record'],
  { policy }: Pick<Known, 'policy'>,
): { readonly chaired?: string | null } {
  const person = chair?.person ?? null
  const there = presentAt({ record }, policy)
  const came = person === null || there === null || there.includes(person)
  return came ? { chaired: person } : {}
}

/** Whether somebody of that organisation, who decides by that record, is what it lacked. */
export function isMadeBy(
  short: Short,
  organisation: string | undefined,
  ofRule: string,
  policy: Pick<Policy, 'meetings'>,
): boolean {
  if (organisation === undefined) return false
  const least = policy.meetings.find(({ id }) => id === ofRule)?.decidesWith?.organisations ?? 0
  const there = [...new Set([...short.there, organisation])]
  return isMade({ there, chair: short.chair === organisation ? null : short.chair }, least)
}

function isMade({ there, chair }: Short, least: number): boolean {
  return chair === null && there.length >= least
}

/** `nobody of NHSE/I South East, which chairs it, was there`. */
export function shortWords(
  { there, chair }: Short,
  { directory }: Pick<Known, 'directory'>,
): string {
  const name = (slug: string) => findOrganisation(directory, slug)?.name ?? slug
  const only = there.map(name).join(' and ')
  if (chair !== null)
    return `nobody of ${name(chair)}, which chairs it, is recorded as having been there`
  return there.length === 0
    ? 'nobody is recorded as having been there'
    : `only ${only} is recorded as having been there`
}
