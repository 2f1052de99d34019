import type { OptionSources } from '../../core/form/asked.ts'
import type { Context } from '../../core/kind.ts'
import { addressable, owners } from '../../core/meeting/action/addressed.ts'
import { guestsOf } from '../../core/meeting/guest/guests.ts'
import { previewCall, seatIds } from '../../core/meeting/line-up.ts'
import type { Meeting } from '../../core/meeting/meeting.ts'
import { peopleComing } from '../../core/meeting/quorum.ts'
import { isLeftOut, seatsOf } from '../../core/meeting/seats.ts'
import type { Answers, OptionView } from '../../core/message/form.ts'
import { askedOfOrganisation } from '../../core/organisation/asked.ts'
import type { Person } from '../../core/organisation/organisation.ts'
import type { Actor } from '../../core/people/actor.ts'
import { findOrganisation, findPerson, nameOf } from '../../core/people/find.ts'
import { leadOfUnit } from '../../core/people/lead.ts'
import { permitted } from '../../core/permission/permitted.ts'
import type { InstrumentItem } from '../../core/policy/instrument.ts'
import { postsToRecord } from '../../core/provider/compose-told.ts'
import { groundsOf } from '../../core/provider/grounds.ts'
import { phaseWords } from '../../core/provider/services.ts'
import type { AnyRecord } from '../../core/record.ts'
import { attendanceOptions } from './attendance.ts'
import { isConvened, meetingsAbout, providerOfConvened } from './convened.ts'
import { decidingOptions } from './deciding.ts'
import { digestOptions } from './digest.ts'
import { dutyOptions } from './duties.ts'
import { hostingOptions } from './hosting.ts'
import { teamBefore, whoIsCalled } from './preview.ts'
import { wayOptions } from './ways.ts'

/** Every list that a form may offer, as it is now: for this record, under its rules. */
export function sourcesFor(
  record: AnyRecord | null,
  answers: Answers,
  context: Context,
  by: Actor,
): OptionSources {
  const { policy, directory } = context
  const matrix = policy.instruments.find(({ id }) => id === policy.riskMatrix)
  const steps = (id: string) => stepOptions(matrix?.items.find((item) => item.id === id))
  return {
    providers: directory.organisations
      .filter((one) => leadOfUnit(one) !== null || one.services.length > 0)
      .map(({ slug, name }) => ({ value: slug, label: name })),
    triggers: policy.triggers.map(({ id, short, label }) => ({
      value: id,
      label: `${id} ${short}`,
      ...(label === short ? {} : { description: label }),
    })),
    consequence: steps('consequence'),
    likelihood: steps('likelihood'),
    tellings: (policy.tellings ?? [])
      .filter(({ when }) => when === 'asked')
      .map(({ id, label }) => ({ value: id, label: `${label} (${id})` })),
    toldPosts: toldPosts(record, answers, context),
    meetings: meetingOptions(record, context),
    seats: seatOptions(record, answers, context),
    people: peopleOf(record, context, by),
    standIns: standIns(record, context, by),
    mayBeAway: mayBeAway(record, context, by),
    mayCover: mayCover(record, answers, by),
    roles: policy.roles.map(({ id, label }) => ({ value: id, label })),
    ...accessOptions(record, context),
    ...guestOptions(record, context),
    ...attendanceOptions(record, context),
    ...actionOptions(record, answers, context),
    ...decidingOptions(record, context, by),
    ...hostingOptions(context, by),
    ...digestOptions(record, context, by),
    ways: wayOptions(record, context),
    grounds: record?.kind === 'provider' ? groundsOf(record, policy) : [],
    itsPeople: itsPeople(record, context),
    services: servicesOf(record, context),
    ...dutyOptions(record, answers, context),
    rehearsals: (policy.rehearsals ?? []).map(({ id, label }) => ({ value: id, label })),
    clocks: policy.clocks
      .filter(({ within }) => within.unit !== 'receiptOf' && within.unit !== 'asRequired')
      .map(({ id, label }) => ({ value: id, label: `${id} ${label}` })),
  }
}

/** Of a list of people who were told: for whom it may be recorded that they were. */
function toldPosts(record: AnyRecord | null, { telling }: Answers, { directory }: Context) {
  const n = typeof telling === 'string' ? telling : undefined
  return record?.kind === 'provider' ? postsToRecord(record, n, directory) : []
}

/** Who may be let into a confidential case, who sees it, and who asks to. */
function accessOptions(record: AnyRecord | null, { directory }: Context): OptionSources {
  const confidential = record?.kind === 'case' ? record.confidential : undefined
  if (!confidential) return {}
  const insiders = confidential.access.map(({ person }) => person)
  const asking = confidential.requests.filter(({ state }) => state === 'open')
  const askers = asking.map(({ person }) => person)
  const option = (id: string): OptionView => {
    const found = findPerson(directory, id)
    const label = found ? `${found.person.name}, ${found.organisation.name}` : id
    return { value: id, label }
  }
  const everybody = directory.organisations.flatMap(({ people }) => people.map(({ id }) => id))
  const others = everybody.filter((id) => !insiders.includes(id) && !askers.includes(id))
  return {
    outsiders: [...askers, ...others].map(option),
    insiders: insiders.map(option),
    askers: askers.map(option),
  }
}

/** Who may be brought into a meeting, and who was. */
function guestOptions(record: AnyRecord | null, { directory }: Context): OptionSources {
  if (record?.kind !== 'meeting') return {}
  const isIn = [...record.people, ...(record.gone ?? [])]
  const guests = guestsOf(record)
  const all = directory.organisations.flatMap(({ name, people }) =>
    people.map(({ id, name: person, title }) => {
      const label = [person, title, name].filter((one) => one !== undefined).join(', ')
      return { value: id, label }
    }),
  )
  return {
    outsiders: all.filter(({ value }) => !isIn.includes(value)),
    insiders: all.filter(({ value }) => guests.includes(value)),
  }
}

/** The organisations that a meeting may ask for an action, and who could own it. */
function actionOptions(
  record: AnyRecord | null,
  { of, action }: Answers,
  { directory }: Context,
): OptionSources {
  if (record?.kind !== 'meeting') return {}
  const addressed = addressable(record, directory)
  const asked = record.actions?.find(({ n }) => `${n}` === action)?.of
  const chosen = addressed.find(({ slug }) => slug === (of ?? asked))
  // Asked again: of the same organisation.
  const offered = asked === undefined ? addressed : addressed.filter(({ slug }) => slug === asked)
  return {
    addressed: offered.map(({ slug, name }) => ({
      value: slug,
      label: name,
    })),
    owners: chosen ? owners(record, chosen).map(option) : [],
  }
}

function stepOptions(item: InstrumentItem | undefined): readonly OptionView[] {
  return (item?.steps ?? []).flatMap(({ score, label, description }) =>
    description === null ? [] : [{ value: String(score), label: `${score} ${label}`, description }],
  )
}

/** Those that are about such a record. */
function meetingOptions(record: AnyRecord | null, { policy }: Context): OptionView[] {
  const all = isConvened(record) ? meetingsAbout(record.kind, policy) : policy.meetings
  return all.map(({ id, label }) => ({ value: id, label: `${label} (${id})` }))
}

/** All seats of the chosen meeting, with whoever would be called; empty ones say why. */
function seatOptions(record: AnyRecord | null, answers: Answers, context: Context): OptionView[] {
  const { meeting } = answers
  if (record?.kind === 'meeting') return seatsOfMeeting(record, context)
  if (!isConvened(record) || typeof meeting !== 'string') return []
  const rule = context.policy.meetings.find(({ id }) => id === meeting)
  const provider = providerOfConvened(record)
  const own = rule ? seatIds(rule, provider, context.directory) : []
  const seats = [...new Set([...own, ...teamBefore(record, meeting, context)])]
  const lines = previewCall({ rule: meeting, provider, seats }, context)
  return lines.flatMap(({ seats: all }) =>
    all.map((seat) => ({
      value: seat.id,
      label: seat.label,
      description: whoIsCalled(record, seat, context),
    })),
  )
}

/** The seats that somebody may stand in for, and who comes to them. */
function seatsOfMeeting(meeting: Meeting, { directory }: Context): OptionView[] {
  return seatsOf(meeting)
    .filter((seat) => !isLeftOut(seat))
    .map((seat) => {
      const names = peopleComing([seat]).map((person) => nameOf(directory, person))
      const coming = names.length > 0 ? `coming: ${names.join(', ')}` : 'nobody is coming yet'
      return { value: seat.id, label: seat.label, description: coming }
    })
}

/** Whoever is in the meeting, and the colleagues of whoever asks. */
function standIns(record: AnyRecord | null, context: Context, by: Actor): OptionView[] {
  if (record?.kind !== 'meeting') return []
  const { directory } = context
  const { people, gone = [] } = record
  const inside = people.flatMap((id) => {
    const found = gone.includes(id) ? undefined : findPerson(directory, id)
    return found ? [option(found.person)] : []
  })
  const colleagues = peopleOf(record, context, by)
  return [...inside, ...colleagues.filter(({ value }) => !people.includes(value))]
}

/** The people of an organisation; for a meeting the colleagues who may go instead; those who rehearse together. */
function peopleOf(record: AnyRecord | null, { directory }: Context, by: Actor): OptionView[] {
  if (record?.kind === 'organisation') return record.people.map(option)
  if ((record && record.kind !== 'meeting') || by.type !== 'person') return []
  // Their colleagues alone: a room shows what is confidential.
  const own = findPerson(directory, by.person)?.organisation
  return (own?.people ?? []).filter(({ id }) => id !== by.person).map(option)
}

/** Those of whom this person may say that they are away: themselves, for some everybody. */
function mayBeAway(record: AnyRecord | null, context: Context, by: Actor): OptionView[] {
  if (record?.kind !== 'organisation') return []
  const may = ({ id: person }: Person) =>
    permitted(askedOfOrganisation(record, { type: 'setLeave', by, person }), context).ok
  return record.people.filter(may).map(option)
}

/** Nobody covers for themselves. */
function mayCover(record: AnyRecord | null, { person }: Answers, by: Actor): OptionView[] {
  if (record?.kind !== 'organisation') return []
  const away = person ?? (by.type === 'person' ? by.person : '')
  return record.people.filter(({ id }) => id !== away).map(option)
}

/** Who works at the provider that a form is about. */
function itsPeople(record: AnyRecord | null, { directory }: Context): OptionView[] {
  if (record?.kind !== 'provider') return []
  return (findOrganisation(directory, record.slug)?.people ?? []).map(option)
}

/** Of a provider those that the directory names; of anything else, or where it names none, all of the rules. */
function servicesOf(record: AnyRecord | null, { policy, directory }: Context): OptionView[] {
  const slug = record?.kind === 'provider' ? record.slug : ''
  const own = findOrganisation(directory, slug)?.services ?? []
  return policy.services
    .filter(({ id }) => own.length === 0 || own.includes(id))
    .map(({ id, label, phase }) => ({ value: id, label, description: phaseWords(phase) }))
}

function option({ id, name, title }: Person): OptionView {
  return { value: id, label: title ? `${name}, ${title}` : name }
}
