import { accept, type Decision, type Refused, refuse } from '../decision.ts'
import type { Effect, Place } from '../effect.ts'
import type { Intent } from '../intent.ts'
import type { Context, FollowUp } from '../kind.ts'
import type { Answers } from '../message/form.ts'
import type { Doer } from '../people/actor.ts'
import { doerOf } from '../people/doer.ts'
import { orHost } from '../people/lead.ts'
import { actingFor } from '../people/posts.ts'
import type { Allowed } from '../permission/permitted.ts'
import type { MatterStep } from '../policy/matter.ts'
import type { Policy } from '../policy/policy.ts'
import type { Post } from '../policy/post.ts'
import type { TellingRule } from '../policy/telling.ts'
import { hasReference, type RecordId, referenceOf } from '../record-id.ts'
import { reached } from '../telling/arrival.ts'
import { resolveTelling } from '../telling/resolve.ts'
import { slotOf, type Telling } from '../telling/telling.ts'
import { isEnhanced } from './change-level.ts'
import type { ProviderEvent } from './event.ts'
import { tellsOfAny } from './forgotten.ts'
import type { ProviderIntentOf } from './intent.ts'
import { isToldBack } from './matter/kept-back.ts'
import type { Provider } from './provider.ts'
import type { TellingsEvent } from './tellings.ts'

/** The list of people that somebody asks to have told; refused where it is none that is asked for. */
export function ruleToTell(
  telling: string,
  { policy }: Pick<Context, 'policy'>,
): TellingRule | Refused {
  const all = (policy.tellings ?? []).filter(({ when }) => when === 'asked')
  const rule = all.find(({ id }) => id === telling)
  if (rule) return rule
  const known = all.map(({ id, label }) => `${id} (${label})`).join(', ')
  return refuse(
    'unknown',
    known === ''
      ? 'These rules have no list of people to tell.'
      : `There is no list “${telling}” of people to tell. Choose one of: ${known}.`,
  )
}

/** Who may have them told: where nobody holds any of the posts that the rule names, those in their place. */
export function tellersOf(
  { slug, leadProvider }: Provider,
  { mayTell, otherwise = [] }: TellingRule,
  { directory, now }: Pick<Context, 'directory' | 'now'>,
): readonly Post[] {
  const isHeld = (post: Post) => actingFor(directory, { slug, leadProvider }, post, now).length > 0
  return mayTell.some(isHeld) ? mayTell : [...mayTell, ...otherwise]
}

/** Who may record that somebody of a list was told outside Muster: whoever may tell, otherwise who leads on quality. */
export function recordersOf(
  provider: Provider,
  rule: TellingRule | undefined,
  context: Pick<Context, 'policy' | 'directory' | 'now'>,
): readonly Post[] {
  const posts = rule ? tellersOf(provider, rule, context) : []
  return posts.length > 0
    ? posts
    : [orHost(context.policy.prompting.triage, provider, context.policy)]
}

/** Has the people of a list told, in the words of whoever asks. */
export function tell(
  provider: Provider,
  { by, telling, words, case: kase, except }: ProviderIntentOf<'tell'>,
  context: Allowed,
): Decision<ProviderEvent> {
  const rule = ruleToTell(telling, context)
  if ('ok' in rule) return rule
  if (words.trim() === '')
    return refuse('missing', 'Write what they are told: each reads it in private.', {
      words: 'Write what they are told.',
    })
  if (hasReference(words)) return NO_REFERENCE
  // Whoever may not know of it reads the same as of a case that is not there.
  if (kase && provider.confidential?.includes(kase))
    return refuse('notFound', `There is no case ${referenceOf(kase)}. Check the reference.`)
  const doer = doerOf(context.directory, by, context.acting)
  const said = { words: words.trim(), level: null, ...(kase && { case: kase }) }
  return accept<ProviderEvent>(begun(provider, rule, doer, said, context, except))
}

const NO_REFERENCE = refuse(
  'invalid',
  'A reference of a case cannot stand in these words: who reads them may not see the case. Say what it is about. Nobody was told.',
  { words: 'No reference of a case here: say what it is about.' },
)

/** Whoever must know that the provider has come to an enhanced level from another. */
export function toldOfLevel(
  provider: Provider,
  from: string,
  to: string,
  by: Doer,
  context: Context,
): ProviderEvent[] {
  const { policy } = context
  if (isEnhanced(policy, from) || !isEnhanced(policy, to)) return []
  return lists(policy).map((rule) =>
    begun(provider, rule, by, { words: null, level: { from, to } }, context),
  )
}

/** Whoever is told of a step that was put on file. */
export function toldOfFiling(
  provider: Provider,
  { tells, tellsOf, tellsEarlier }: MatterStep,
  { answers, by, matter, words, earlier }: FiledWith,
  context: Context,
): ProviderEvent[] {
  const rule = context.policy.tellings?.find(({ id }) => id === tells)
  if (!rule) return []
  const named = tellsOf === undefined ? [] : [answers[tellsOf] ?? []].flat()
  const chosen = tellsOf === undefined && !tellsEarlier ? null : [...named, ...earlier]
  const whom = rule.whom.filter(({ id }) => chosen === null || chosen.includes(id))
  if (whom.length === 0) return []
  return [begun(provider, { ...rule, whom }, by, { words, level: null, matter }, context)]
}

interface FiledWith {
  readonly answers: Answers
  readonly by: Doer
  readonly matter: number
  /** Whom the steps before named. */
  readonly earlier: readonly string[]
  /** What they read. */
  readonly words: string
}

function lists({ tellings = [] }: Policy): readonly TellingRule[] {
  return tellings.filter(({ when }) => when === 'enhanced')
}

function begun(
  { slug, leadProvider }: Provider,
  rule: TellingRule,
  by: Doer,
  said: Pick<Telling, 'words' | 'level' | 'case' | 'matter'>,
  context: Context,
  except?: readonly string[],
): ProviderEvent {
  const resolved = resolveTelling(rule, { slug, leadProvider }, context, except)
  return {
    type: 'tellingBegun',
    at: context.now,
    telling: { rule: rule.id, by, ...said, ...resolved },
  }
}

/** From its service: it has accepted what somebody is told. */
export function noteTold(
  { tellings = [] }: Provider,
  intent: ProviderIntentOf<'noteTold'>,
  context: Context,
): Decision<ProviderEvent> {
  return accept<ProviderEvent>(...reached(tellings, intent, context))
}

/** To the case that they were told about: who was told, and when. */
export function tellCase({ tellings = [] }: Provider, event: TellingsEvent): FollowUp<Intent>[] {
  const n = event.type === 'tellingBegun' ? tellings.length : event.telling
  const telling = tellings.find((one) => one.n === n)
  if (!telling?.case) return []
  return [{ to: telling.case, intent: { kind: 'case', type: 'noteTelling', telling } }]
}

/** To each in private; the proof in the thread and its count on the card are kept up to date. */
export function announceTelling(provider: Provider, event: TellingsEvent): readonly Effect[] {
  const { places, notices, tellings = [] } = provider
  const n = event.type === 'tellingBegun' ? tellings.length : event.telling
  const telling = tellings.find((one) => one.n === n)
  const proof = notices.find(({ said }) => said.say === 'telling' && said.telling === n)
  if (!telling || !proof) return []
  return [
    ...freshPlaces(telling, event).map((place) => update(place, slotOf(telling))),
    ...(isToldBack(provider, telling) ? [] : places).flatMap((place) => [
      update(place, 'root'),
      update(place, `notice:${proof.n}`),
    ]),
  ]
}

function freshPlaces({ told }: Telling, event: TellingsEvent): readonly Place[] {
  switch (event.type) {
    case 'tellingBegun':
      return told.map(({ place }) => place)
    case 'tellingFailed':
      return event.instead
    case 'toldLate':
      return event.told.map(({ place }) => place)
    case 'tellingReached':
    case 'toldOutside':
      return []
  }
}

/** Wherever the words stand in which people were told of these cases: in private, and in the proof. */
export function wordsOfTellings(
  { places, notices, tellings = [] }: Provider,
  cases: readonly RecordId[],
): readonly Effect[] {
  return tellings
    .filter((one) => tellsOfAny(one, cases))
    .flatMap((telling): Effect[] => {
      const proof = notices.find(({ said }) => said.say === 'telling' && said.telling === telling.n)
      const told = telling.told.filter(({ acceptedAt }) => acceptedAt !== null)
      return [
        ...told.map(({ place }) => update(place, slotOf(telling))),
        ...(proof ? places.map((place) => update(place, `notice:${proof.n}`)) : []),
      ]
    })
}

function update(place: Place, slot: 'root' | `notice:${string}`): Effect {
  return { type: 'message', place, slot, urgent: false }
}
