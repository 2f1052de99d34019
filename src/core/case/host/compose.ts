import type { Composing } from '../../kind.ts'
import type { Button, Part, Text } from '../../message/message.ts'
import { findOrganisation } from '../../people/find.ts'
import { actingFor, organisationFor } from '../../people/posts.ts'
import { providerId } from '../../record-id.ts'
import type { Case } from '../case.ts'
import { providerOf } from '../rules.ts'
import { people, postLabel } from '../words.ts'
import { triagePost } from './host.ts'

type Facts = readonly (readonly [string, Text])[]

/** What a placing commissioner shared, and whose it is to look at. */
export function sharedFacts(kase: Case, composing: Composing): Facts {
  const { shared } = kase
  if (!shared) return []
  const { directory, policy } = composing
  const placing = findOrganisation(directory, shared.placing ?? '')?.name ?? 'not in the directory'
  const signs = shared.signs.map(({ id, evidence, direction }): readonly [string, Text] => {
    const rule = policy.triggers.find((one) => one.id === id)
    return [id, `${rule?.short ?? id} (${direction}): ${evidence}`]
  })
  return [
    ['Shared by', `${placing}, who stays responsible for its own patients`],
    ...hostFacts(kase, composing),
    ...signs,
  ]
}

function hostFacts(kase: Case, composing: Composing): Facts {
  const { policy, directory, now } = composing
  const post = policy.hosting?.host
  if (!post) return []
  const provider = providerOf(kase)
  if (!organisationFor(directory, provider, post.of))
    return [['Host commissioner', 'none is named in the directory: the Lead Provider is asked']]
  const [holder] = actingFor(directory, provider, post, now)
  const where = postLabel(kase, post, composing)
  return [
    [
      'Host commissioner',
      holder === undefined ? `${where}: nobody holds it` : [...people([holder]), `, ${where}`],
    ],
  ]
}

/** What the host, or whoever is asked in their place, does next: have told whoever must know. Those of them alone are shown it. */
export function hostParts(kase: Case, composing: Composing): Part[] {
  const { type, status, provider, shared, confidential } = kase
  const { policy, directory, now } = composing
  const { hosting, tellings = [] } = policy
  if (type !== 'intelligence' || status !== 'open' || confidential) return []
  if (!hosting || provider.slug === null) return []
  const record = providerId(provider.slug)
  const except = shared?.placing ?? null
  const buttons = hosting.tells.flatMap((telling): Button[] => {
    const rule = tellings.find(({ id }) => id === telling)
    if (!rule) return []
    const filled = { case: kase.id, telling, ...(except === null ? {} : { except }) }
    const press = { do: 'open', form: 'tell', record, with: filled } as const
    return [{ label: `Tell: ${rule.label}…`, press }]
  })
  if (buttons.length === 0) return []
  const may = actingFor(directory, providerOf(kase), triagePost(kase, composing), now)
  return [{ kind: 'buttons', buttons, for: may }, ...ruleParts(hosting)]
}

function ruleParts({ id, citation }: NonNullable<Composing['policy']['hosting']>): Part[] {
  return id === undefined ? [] : [{ kind: 'rule', id, citation }]
}

/** For whoever raised or shared it: who was asked, and then what they hear of it. */
export function askedWords(kase: Case, composing: Composing, next: string): Text {
  const asked = kase.prompts.find(({ asks }) => asks === 'triage')
  const whom = people(asked?.asked ?? [])
  if (!asked?.post || whom.length === 0)
    return 'Thank you. Nobody holds the post of the host commissioner: phone, and ask an administrator to name somebody.'
  const where = postLabel(kase, asked.post, composing)
  return ['Thank you. ', ...whom, `, ${where}, has been asked to look at it. ${next}`]
}

/** Why it cannot wait, where one of the signs says so; null otherwise. */
export function urgentSign({ shared }: Case, { triggers }: Composing['policy']): string | null {
  const all = shared?.signs ?? []
  const rule = triggers.find(
    ({ id, counts }) => counts === 'urgent' && all.some((one) => one.id === id),
  )
  return rule ? `${rule.id} was shared: ${rule.label.toLowerCase()}.` : null
}
