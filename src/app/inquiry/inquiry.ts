import type { Case } from '../../core/case/case.ts'
import type { Meeting } from '../../core/meeting/meeting.ts'
import { readersOf } from '../../core/people/access.ts'
import { orHost } from '../../core/people/lead.ts'
import type { Policy } from '../../core/policy/policy.ts'
import type { Provider } from '../../core/provider/provider.ts'
import { guarded } from '../../core/record.ts'
import { type RecordId, recordKind } from '../../core/record-id.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { App } from '../app.ts'
import { learnRules, rulesOf } from '../handle.ts'
import type { Whole } from '../ports.ts'
import { type ChainVerdict, chainOf } from './chain.ts'
import { type PastDirectory, pastDirectory, type RoleThen, rolesThen } from './directory-then.ts'
import { withoutHidden } from './hidden.ts'
import { messagesOf, type Notified } from './messages.ts'
import { type Naming, namingOf } from './naming.ts'
import { slotsOfProvider } from './provider-slots.ts'
import { slotsOfCase, slotsOfMeeting } from './slots.ts'
import { isToRaiser } from './timeline.ts'
import { type Gathered, gathered } from './told-events.ts'

/** What an inquiry is into: a case with its meetings, or a provider with those about it. */
export type Subject = Gathered<Case> | Gathered<Provider>

/** All that answers who was told what, when, and under which rule. */
export interface Inquiry {
  readonly at: Instant
  readonly subject: Subject
  readonly meetings: readonly Gathered<Meeting>[]
  readonly rules: { readonly policy: Policy; readonly hash: string }
  readonly naming: Naming
  /** Instead of the name, where it was raised in confidence. */
  readonly raiser: string | null
  readonly messages: readonly Notified[]
  readonly roles: readonly RolesAt[]
  /** Organisations of which it cannot be said who held which role. */
  readonly withoutRoles: readonly RecordId[]
  readonly chain: ChainVerdict
}

/** Who held which role when something of weight happened. */
export interface RolesAt {
  readonly at: Instant
  readonly event: string
  readonly roles: readonly RoleThen[]
}

/**
 * What an inquiry asks of a case or a provider; undefined where there is none. `mayRead` leaves out
 * meetings that the reader may not see. The name of somebody who raised a case in confidence is never
 * in it, nor does that of a provider tell of confidential cases.
 */
export async function inquiryInto(
  app: App,
  id: RecordId,
  mayRead: (meeting: RecordId) => Promise<boolean> = async () => true,
): Promise<Inquiry | undefined> {
  const subject = await subjectOf(app, id)
  if (!subject) return undefined
  await learnRules(app, subject.record)
  const rules = rulesOf(app, subject.record)
  const rows: Whole[] = []
  for (const { meeting } of subject.record.meetings ?? []) {
    const held = (await mayRead(meeting)) ? await app.store.row(meeting) : undefined
    if (held) rows.push(held)
  }
  const meetings = rows.flatMap((one) => gathered('meeting', one) ?? [])
  const past = await pastDirectory(app.store)
  const naming = namingOf(rules.policy, past, app.directory())
  const raiser = raiserOf(subject.record, rules.policy)
  const messages = [
    ...messagesOf(subject, slotsOf(subject)),
    ...meetings.flatMap((one) => messagesOf(one, slotsOfMeeting(one))),
  ].map((one) => (raiser !== null && isToRaiser(one.slot) ? { ...one, place: 'withheld' } : one))
  return {
    at: app.now(),
    subject,
    meetings,
    rules,
    naming,
    raiser,
    messages,
    roles: rolesOver(subject, past),
    withoutRoles: past.unreadable,
    chain: await chainOf(app.store, id, [subject.row, ...rows]),
  }
}

async function subjectOf({ store }: App, id: RecordId): Promise<Subject | undefined> {
  const row = await store.row(id)
  if (!row) return undefined
  if (recordKind(id) === 'case') return gathered('case', row)
  const provider = gathered('provider', row)
  return provider && withoutHidden(store, provider)
}

/** Whichever of the two it is: the record says so, and the compiler cannot carry that to what is around it. */
export function isOfCase(subject: Subject): subject is Gathered<Case> {
  return subject.record.kind === 'case'
}

function slotsOf(subject: Subject) {
  return isOfCase(subject) ? slotsOfCase(subject) : slotsOfProvider(subject)
}

function raiserOf(record: Case | Provider, policy: Policy): string | null {
  if (record.kind === 'provider' || record.raiser.how === 'named') return null
  if (record.raiser.how === 'anonymous') return 'Somebody who gave no name; none is kept'
  const post = orHost(policy.prompting.confidence, record.provider, policy)
  const role = policy.roles.find(({ id }) => id === post.role)?.label ?? post.role
  return `Someone in confidence; the name is known to the ${role.toLowerCase()} of the ${post.of.replaceAll('-', ' ')}`
}

const OF_WEIGHT: readonly string[] = [
  ...['raised', 'becameIncident', 'clockMet', 'clockMissed', 'triaged', 'levelChosen'],
  ...['meetingCalled', 'meetingClosed', 'meetingCalledOff', 'panelDecided', 'closed'],
  ...['levelDecided', 'rated', 'tellingBegun'],
]

/** At each event of weight; only where it was another than at the one before. */
function rolesOver({ record, told }: Subject, past: PastDirectory): readonly RolesAt[] {
  const found: RolesAt[] = []
  for (const { event } of told) {
    if (event === null || !OF_WEIGHT.includes(event.type)) continue
    const directory = past.at(event.at)
    const { provider, also } = guarded(record)
    const readers = readersOf(directory, provider, also)
    const roles = directory.organisations
      .filter(({ slug }) => readers.includes(slug))
      .flatMap((organisation) => rolesThen(organisation, event.at))
    if (JSON.stringify(found.at(-1)?.roles) !== JSON.stringify(roles))
      found.push({ at: event.at, event: event.type, roles })
  }
  return found
}
