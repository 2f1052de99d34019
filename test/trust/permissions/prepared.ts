import { read } from '../../../src/app/read.ts'
import type { CaseIntentOf } from '../../../src/core/case/intent.ts'
import type { MeetingIntent } from '../../../src/core/meeting/intent.ts'
import type { Rehearsal } from '../../../src/core/policy/rehearsal.ts'
import { organisationId, providerId, type RecordId } from '../../../src/core/record-id.ts'
import { type MadeUpWorld, madeUpWorld, person, STARTS } from '../made-up-world.ts'

import { duties } from './duties.ts'
import { type Followed, followedUp } from './incidents.ts'
import { type OnFile, onFile } from './on-file.ts'
import { questioned, type Reviews, reviews } from './reviews.ts'
import { type Shared, sharedWith } from './with-host.ts'

/** One record of each kind of trial, made ready so that whoever may ask changes something. */
export interface Prepared extends Reviews, Shared, Followed {
  readonly world: MadeUpWorld
  /** Raised, and nothing more. */
  readonly concern: RecordId
  /** Triaged: its level is to be decided, and it could be closed. */
  readonly triaged: RecordId
  /** Somebody is in danger: the urgent question is open, and every clock runs. */
  readonly incident: RecordId
  /** Reported when one of its clocks was over already. */
  readonly late: RecordId
  readonly closed: RecordId
  /** Closed, and held beyond its time. */
  readonly held: RecordId
  /** Closed, and past the time for which it was kept. */
  readonly past: RecordId
  /** About a provider that is in no directory. */
  readonly unlisted: RecordId
  /** Of a service in the Midlands. */
  readonly farAway: RecordId
  /** Confidential: raised by Amina; Tomasz asks to see it. */
  readonly secret: RecordId
  readonly anonymous: RecordId
  readonly summit: RecordId
  readonly teleconference: RecordId
  /** Risk summits that are recorded: one may be corrected, one is sealed. */
  readonly draft: RecordId
  readonly sealed: RecordId
  /** Called by Farida; Hamza has asked Alder House for three actions: open, accepted, done. */
  readonly acting: RecordId
  /** A summit where Desmond is out; decision 1 is open, 2 has passed, 3 is in dispute. */
  readonly deciding: RecordId
  readonly alder: RecordId
  /** The Lead Provider itself. */
  readonly lead: RecordId
  readonly orchard: RecordId
  /** What is on file about it. */
  readonly onFile: OnFile
  readonly alderHouse: RecordId
  /** Begun by Amina, and the case inside it. */
  readonly rehearsal: RecordId
  readonly inside: RecordId
  readonly script: Rehearsal
}

const TEODORA = person('teodora-whitlock')
/** Nothing goes on there, so that the level may be taken back. */
const MISTYPED = {
  kind: 'provider',
  type: 'changeLevel',
  by: TEODORA,
  transition: 'G13',
  reason: 'Another provider was meant.',
  evidence: null,
  because: null,
} as const
const ADMINISTRATOR = 'beatriz.thornby@saltmarsh.example.org'
/** Left the directory an hour before everything is tried, with a reminder and a card in their hands. */
const REMOVED = 'marek-ashdown'

export async function prepared(): Promise<Prepared> {
  const world = await madeUpWorld([ADMINISTRATOR])
  const reviewing = await reviews(world)
  const lead = await duties(world)
  const orchard = providerId('orchard-view')
  await world.must(MISTYPED, orchard)
  const raise = (over: Partial<CaseIntentOf<'raise'>>) => world.must(raised(over))
  const concern = await raise(CONCERN)
  const triaged = await raise(CONCERN)
  await world.must(triage(), triaged)
  const incident = await raise({ danger: true })
  const late = await raise({
    occurredAt: '2027-03-08T09:00:00Z',
    identifiedAt: '2027-03-25T09:00:00Z',
  })
  const closed = await raise(CONCERN)
  await world.must(triage(), closed)
  await world.must(
    { kind: 'case', type: 'close', by: TEODORA, outcome: 'Put right.', reason: 'No risk is left.' },
    closed,
  )
  const held = await closedIncident(world, STARTS)
  const hold = { kind: 'case', type: 'hold', because: 'The coroner asked.' } as const
  await world.must({ ...hold, by: person('beatriz-thornby') }, held)
  const past = await closedIncident(world, '2010-03-08T09:00:00Z')
  const unlisted = await raise({ ...CONCERN, provider: null })
  const farAway = await raise({
    provider: 'kestrel-lodge',
    by: person('siobhan-ekwueme'),
    what: 'A door was left open.',
    where: 'Ridge ward',
    done: null,
  })
  const secret = await raise({ ...CONCERN, confidential: true })
  await world.must(
    { kind: 'case', type: 'askAccess', by: person('tomasz-ellery'), reason: 'To help.' },
    secret,
  )
  const code = { salt: 'salt', hash: 'hash' }
  const anonymous = await raise({ ...CONCERN, how: 'anonymous', code })
  await world.must(
    {
      kind: 'organisation',
      type: 'removePerson',
      by: person('beatriz-thornby'),
      person: REMOVED,
      reason: 'Left for another trust.',
    },
    organisationId('alder-house'),
  )
  // Alder House comes to enhanced, and what a way on needs is recorded after that.
  await world.must(convene('M1'), await raise({}))
  await world.pass(60)
  const meetings = await raise({})
  await world.must(convene('M1'), meetings)
  await world.must(convene('M3'), meetings)
  const summit = await meetingOf(world, meetings, 'M1')
  await world.must(DECLINED, summit)
  const teleconference = await meetingOf(world, meetings, 'M3')
  const draft = await recorded(world, await raise({}))
  const sealed = await recorded(world, await raise({}))
  await world.must({ kind: 'meeting', type: 'seal', by: TEODORA }, sealed)
  const rehearsed = await begun(world)
  const acting = await withActions(world, await raise({}))
  const deciding = await summitThatDecides(world)
  await questioned(world, sealed)
  const filed = await onFile(world)
  const sharing = await sharedWith(world)
  const following = await followedUp(world, raised({}))
  world.freeze()
  return {
    world,
    concern,
    triaged,
    incident,
    late,
    closed,
    held,
    past,
    unlisted,
    farAway,
    secret,
    anonymous,
    summit,
    teleconference,
    draft,
    sealed,
    acting,
    deciding,
    alder: providerId('alder-house'),
    lead,
    orchard,
    onFile: filed,
    alderHouse: organisationId('alder-house'),
    ...rehearsed,
    ...reviewing,
    ...sharing,
    ...following,
  }
}

async function recorded(world: MadeUpWorld, kase: RecordId): Promise<RecordId> {
  await world.must(convene('M1'), kase)
  const summit = await meetingOf(world, kase, 'M1')
  const declining = { by: person('cornelius-abara'), prompt: 'chair', answer: 'cannot' } as const
  await world.must(
    { kind: 'meeting', type: 'answer', ...declining, revision: null, reason: null, person: null },
    summit,
  )
  // Whoever writes it may not step down: that is for those who may.
  const present = ['teodora-whitlock', 'farida-lochhead']
  const answers = { judgement: 'The ward is safe.', assurance: 'yes', present }
  const record = { form: 'riskSummitRecord', answers } as const
  const heldAt = world.app.now()
  await world.must({ kind: 'meeting', type: 'record', by: TEODORA, heldAt, ...record }, summit)
  return summit
}

async function begun(
  world: MadeUpWorld,
): Promise<Pick<Prepared, 'rehearsal' | 'inside' | 'script'>> {
  const script = world.app.packs.current.policy.rehearsals?.find(({ id }) => id === 'good-friday')
  if (!script) throw new Error('There is nothing to rehearse')
  const by = person('amina-farrow')
  const rehearsal = await world.must({
    kind: 'drill',
    type: 'start',
    by,
    script,
    channel: 'web',
    people: [],
  })
  const record = await read(world.app, { type: 'operator' }, rehearsal)
  const inside = record?.kind === 'drill' && record.records.find(({ kind }) => kind === 'case')
  if (!inside) throw new Error('There is no case in the rehearsal')
  return { rehearsal, inside: inside.id, script }
}

/** Whoever would chair cannot, so that the next in line is asked. */
const DECLINED: MeetingIntent = {
  kind: 'meeting',
  type: 'answer',
  by: person('cornelius-abara'),
  prompt: 'chair',
  answer: 'cannot',
  revision: null,
  reason: null,
  person: null,
}

async function summitThatDecides(world: MadeUpWorld): Promise<RecordId> {
  const kase = await world.must(raised({}))
  await world.must(convene('M1'), kase)
  const summit = await meetingOf(world, kase, 'M1')
  const kind = 'meeting'
  const asks = (intent: MeetingIntent) => world.must(intent, summit)
  await asks(DECLINED)
  const whose = { type: 'person', person: 'desmond-valcourt' } as const
  await asks({ kind, type: 'declareConflict', by: TEODORA, whose, what: 'He owns the building.' })
  const put = { kind, type: 'proposeDecision', by: TEODORA, question: 'It closes.' } as const
  const plain = { ratifiedBy: null, gate: null, topic: null, supersedes: null, because: null }
  const how = { form: 'joint', authority: 'decision', ...plain } as const
  const votes = (who: string, decision: number, choice: 'for' | 'against') =>
    asks({ kind, type: 'vote', by: person(who), decision, choice })
  await asks({ ...put, ...how, affects: null })
  await votes('eluned-sarpong', 1, 'for')
  for (const [decision, choice] of [
    [2, 'for'],
    [3, 'against'],
  ] as const) {
    await asks({ ...put, ...how, affects: ['saltmarsh', 'alder-house'] })
    await votes('teodora-whitlock', decision, 'for')
    await votes('oluchi-brandreth', decision, choice)
    await asks({ kind, type: 'closeVote', by: TEODORA, decision, reason: 'All was said.' })
  }
  return summit
}

/** An incident that the panel downgraded. */
async function closedIncident(world: MadeUpWorld, at: string): Promise<RecordId> {
  const id = await world.must(raised({ occurredAt: at, identifiedAt: at }))
  const decided = { decision: 'downgrade', chair: 'Ishani Vantongeren', reason: 'None.' } as const
  const panel = { ...decided, heldAt: world.app.now(), qualityManagerPresent: true, answers: {} }
  await world.must({ kind: 'case', type: 'panel', by: TEODORA, ...panel }, id)
  return id
}

async function withActions(world: MadeUpWorld, kase: RecordId): Promise<RecordId> {
  await world.must({ ...convene('M1'), by: person('farida-lochhead') }, kase)
  const id = await meetingOf(world, kase, 'M1')
  const kind = 'meeting'
  const asked = { what: 'Guard the window.', of: 'alder-house', owner: 'gethin-okonjo' } as const
  const rest = { dueAt: '2027-04-09T22:59:59Z', evidence: 'A photograph.', risk: null } as const
  const by = person('hamza-trevithick')
  for (let n = 1; n <= 3; n++)
    await world.must({ kind, type: 'askAction', by, again: null, ...asked, ...rest }, id)
  const gethin = person('gethin-okonjo')
  const plain = {
    reason: null,
    dueAt: null,
    owner: null,
    revision: null,
    answer: 'accept',
  } as const
  for (const action of [2, 3])
    await world.must({ kind, type: 'answerAction', by: gethin, action, ...plain }, id)
  const guest = { person: 'yusra-pemberley', why: 'She knows the ward.' } as const
  await world.must({ kind, type: 'bringIn', by: person('farida-lochhead'), ...guest }, id)
  const done = { action: 3, evidence: 'It is guarded.' } as const
  await world.must({ kind, type: 'completeAction', by: gethin, ...done }, id)
  return id
}

async function meetingOf(world: MadeUpWorld, kase: RecordId, rule: string): Promise<RecordId> {
  const [found] = await world.app.store.list({ facets: { kind: 'meeting', case: kase, rule } })
  if (!found) throw new Error(`There is no ${rule}`)
  return found.id
}

const CONCERN = { case: 'concern', occurredAt: null, identifiedAt: null } as const

function raised(over: Partial<CaseIntentOf<'raise'>>): CaseIntentOf<'raise'> {
  return {
    kind: 'case',
    type: 'raise',
    by: person('amina-farrow'),
    via: 'web',
    how: 'named',
    case: 'incident',
    provider: 'alder-house',
    what: 'A window restrictor was found broken.',
    where: 'Heron ward',
    occurredAt: STARTS,
    identifiedAt: STARTS,
    danger: false,
    done: 'The window is guarded.',
    safeguarding: 'no',
    answers: {},
    ...over,
  }
}

function triage(): CaseIntentOf<'triage'> {
  return {
    kind: 'case',
    type: 'triage',
    by: TEODORA,
    triggers: [{ id: 'T4', evidence: 'Five referrals this month', direction: 'rising' }],
    consequence: 3,
    likelihood: 3,
    urgent: false,
    safeguardingRoute: false,
  }
}

function convene(meeting: string): CaseIntentOf<'convene'> {
  return {
    kind: 'case',
    type: 'convene',
    by: TEODORA,
    via: 'web',
    meeting,
    seats: null,
    startsAt: null,
    why: 'A grave risk.',
    urgent: true,
  }
}
