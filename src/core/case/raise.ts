import { accept, type Decision, type Refused, refuse } from '../decision.ts'
import type { Place } from '../effect.ts'
import type { Context } from '../kind.ts'
import type { Organisation } from '../organisation/organisation.ts'
import type { Actor, Raiser } from '../people/actor.ts'
import { doerOf } from '../people/doer.ts'
import { findOrganisation, findPerson } from '../people/find.ts'
import { LEAD_PROVIDER, leadOfUnit } from '../people/lead.ts'
import { showLocal } from '../time/local.ts'
import { nobody } from './access.ts'
import { begun, firstList, RAISED_IT } from './access-list.ts'
import type { Case } from './case.ts'
import { startClocks } from './clocks.ts'
import type { Access } from './confidential.ts'
import type { CaseEvent, CaseEventOf } from './event.ts'
import { cannotWait, hostPlaces, triagePost } from './host/host.ts'
import type { CaseIntentOf } from './intent.ts'
import { lateReasons } from './late-reasons.ts'
import { openPrompt } from './prompts.ts'
import { beginRoute } from './safeguarding/route.ts'

/** Anybody may raise. What is missing or cannot be is refused where it stands. */
export function raise(intent: CaseIntentOf<'raise'>, context: Context): Decision<CaseEvent> {
  const { policy, now } = context
  const provider = providerFor(intent, context)
  if ('ok' in provider) return provider
  const impossible = timesRefused(intent, context)
  if (impossible) return impossible
  if (intent.what.trim() === '')
    return refuse('missing', 'Say what happened, in a sentence or two.', {
      what: 'Say what happened.',
    })

  const list = intent.confidential ? listFor(intent, provider, context) : null
  if (list?.length === 0) return nobody()
  const places = list ? [] : placesFor(provider, context)
  if (!list && places.length === 0)
    return refuse(
      'missing',
      `No room is set up for ${provider.name}. Tell your quality lead by phone now, and ask an administrator to add a room to the directory.`,
    )
  const raised: CaseEventOf<'raised'> = {
    type: 'raised',
    at: now,
    case: intent.case,
    timeline: context.timeline,
    policy: { id: policy.id, version: policy.version, hash: context.policyHash },
    provider,
    places,
    raiser: raiserOf(intent, context),
    what: intent.what.trim(),
    where: intent.where,
    occurredAt: intent.occurredAt,
    identifiedAt: intent.identifiedAt,
    danger: intent.danger,
    done: intent.done,
    safeguarding: intent.safeguarding,
    answers: intent.answers,
    ...(intent.shared && { shared: intent.shared }),
    ...(list && { confidential: begun(list, null, context) }),
  }
  return accept(raised, ...begins(raised, context))
}

/** What begins with it: its clocks, its questions, and whoever they are put to. */
function begins(raised: CaseEventOf<'raised'>, context: Context): CaseEvent[] {
  const { case: type, at: raisedAt, provider, places, occurredAt, identifiedAt } = raised
  const started = {
    type,
    provider,
    raisedAt,
    occurredAt,
    identifiedAt,
    urgent: cannotWait(raised, context.policy),
    answers: raised.answers,
    ...(raised.confidential && { confidential: raised.confidential }),
  }
  const clocks = startClocks(started, context)
  const reasons = lateReasons(clocks, { ...started, prompts: [] }, context)
  const asks = opening(started, context)
  const host = ofHost({ ...started, places }, asks, context)
  const route = raised.safeguarding === 'yes' ? beginRoute(started, context) : []
  return [...host, ...clocks, ...asks, ...reasons, ...route]
}

/** Whoever is asked of intelligence reads it before they are. */
function ofHost(
  kase: Pick<Case, 'type' | 'provider' | 'confidential' | 'places'>,
  asks: readonly CaseEvent[],
  context: Context,
): CaseEvent[] {
  const asked = asks.flatMap((event) => (event.type === 'promptOpened' ? event.prompt.asked : []))
  return hostPlaces(kase, [...new Set(asked)], context)
}

/** What a new case asks: triage always, the urgent path where somebody is in danger. */
function opening(
  started: Pick<Case, 'type' | 'provider' | 'confidential'> & { urgent: boolean },
  context: Context,
): CaseEvent[] {
  const post = triagePost(started, context)
  const kase = { ...started, prompts: [] }
  const { urgent } = started
  return [
    ...openPrompt(kase, { asks: 'triage', post, urgent }, context),
    ...(urgent ? openPrompt(kase, { asks: 'urgent', post, urgent }, context) : []),
  ]
}

function providerFor(
  { provider, by }: Pick<CaseIntentOf<'raise'>, 'provider' | 'by'>,
  { directory }: Context,
): Case['provider'] | Refused {
  const leads = directory.organisations.filter(({ type }) => type === LEAD_PROVIDER)
  if (provider !== null) {
    const listed = findOrganisation(directory, provider)
    const leadProvider = listed && leadOf(listed)
    // A regulator or a commissioner is in the directory too, and is no provider.
    if (!listed || leadProvider === undefined)
      return refuse(
        'unknown',
        `“${provider}” is not a provider in the directory. Choose from the list, or “Not listed”.`,
        {
          provider: 'Choose from the list, or “Not listed”.',
        },
      )
    return { slug: listed.slug, leadProvider, name: listed.name }
  }
  const home = by.type === 'person' ? findPerson(directory, by.person)?.organisation : undefined
  const leadProvider = (home && leadOf(home)) ?? leads[0]?.slug
  if (leadProvider === undefined)
    return refuse(
      'missing',
      'The directory names no Lead Provider. Ask an administrator to add one.',
    )
  return { slug: null, leadProvider, name: 'a provider that is not listed' }
}

/** Who leads for an organisation; undefined for one that is no provider. */
function leadOf(organisation: Organisation): string | undefined {
  const { type, slug } = organisation
  return leadOfUnit(organisation) ?? (type === LEAD_PROVIDER ? slug : undefined)
}

function timesRefused(
  { occurredAt, identifiedAt, case: type }: CaseIntentOf<'raise'>,
  { now, policy }: Context,
): Refused | null {
  if (type === 'incident' && (occurredAt === null || identifiedAt === null))
    return refuse('missing', 'Give both times: when it occurred and when it was identified.', {
      ...(occurredAt === null ? { occurred: 'When did it occur?' } : {}),
      ...(identifiedAt === null ? { identified: 'When was it identified?' } : {}),
    })
  return impossibleTimes(occurredAt, identifiedAt, now, policy.zone)
}

/** Not in the future, and not identified before it occurred. */
export function impossibleTimes(
  occurredAt: string | null,
  identifiedAt: string | null,
  now: string,
  zone: string,
): Refused | null {
  const nowWords = showLocal(now, zone)
  if (occurredAt !== null && occurredAt > now)
    return refuse(
      'invalid',
      `The incident cannot have occurred in the future: it is ${nowWords}.`,
      {
        occurred: `This is in the future: it is ${nowWords}.`,
      },
    )
  if (identifiedAt !== null && identifiedAt > now)
    return refuse('invalid', `It cannot have been identified in the future: it is ${nowWords}.`, {
      identified: `This is in the future: it is ${nowWords}.`,
    })
  if (occurredAt !== null && identifiedAt !== null && occurredAt > identifiedAt)
    return refuse(
      'invalid',
      'It cannot have been identified before it occurred. Check both times.',
      {
        occurred: 'This is later than when it was identified.',
      },
    )
  return null
}

/** The provider's own private rooms; for a provider without one, the Lead Provider's triage rooms. */
function placesFor(
  provider: Pick<Case['provider'], 'slug' | 'leadProvider'>,
  { directory, channels }: Context,
): Place[] {
  const rooms = (slug: string | null, use: 'cases' | 'triage') =>
    (slug === null ? undefined : findOrganisation(directory, slug))?.rooms
      .filter((room) => room.use === use && channels.includes(room.channel))
      .map(({ channel, room }): Place => ({ channel, to: { type: 'room', room } })) ?? []
  const own = rooms(provider.slug, 'cases')
  return own.length > 0 ? own : rooms(provider.leadProvider, 'triage')
}

/** Whoever raises under their name is on the list; in confidence or anonymously they stay off it. */
function listFor(
  { by, how, safeguarding, case: type }: CaseIntentOf<'raise'>,
  provider: Case['provider'],
  context: Context,
): readonly Access[] {
  if (how !== 'named')
    return firstList(
      { type, provider, safeguarding },
      { by: { type: 'anonymous' }, others: [] },
      context,
    )
  const others = by.type === 'person' ? [{ person: by.person, why: RAISED_IT }] : []
  const doing = doerOf(context.directory, by)
  return firstList({ type, provider, safeguarding }, { by: doing, others }, context)
}

function raiserOf({ by, via, how, code }: CaseIntentOf<'raise'>, { directory }: Context): Raiser {
  if (how === 'anonymous')
    return { how, doer: { type: 'anonymous' }, place: null, ...(code && { code }) }
  return { how, doer: doerOf(directory, by), place: personalPlace(by, via) }
}

function personalPlace(by: Actor, channel: string): Place | null {
  switch (by.type) {
    case 'person':
      return { channel, to: { type: 'person', person: by.person } }
    case 'unlisted':
      return { channel: by.channel, to: { type: 'account', account: by.account } }
    case 'anonymous':
    case 'clock':
      return null
  }
}
