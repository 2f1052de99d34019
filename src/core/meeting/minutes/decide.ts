import { accept, type Decision, type Refused, refuse } from '../../decision.ts'
import type { Context } from '../../kind.ts'
import type { Answers } from '../../message/form.ts'
import { readersOf } from '../../people/access.ts'
import type { Doer } from '../../people/actor.ts'
import { doerOf } from '../../people/doer.ts'
import { findPerson, nameOf } from '../../people/find.ts'
import type { Allowed } from '../../permission/permitted.ts'
import { referenceOf } from '../../record-id.ts'
import { dueDate } from '../../time/due.ts'
import { showLocal } from '../../time/local.ts'
import type { MeetingEvent, MeetingEventOf } from '../event.ts'
import { impossiblyHeld } from '../held.ts'
import type { MeetingIntentOf } from '../intent.ts'
import { shortOf } from '../level/attended.ts'
import type { Short } from '../level/short.ts'
import type { Meeting } from '../meeting.ts'
import { leadsTo } from '../outcome.ts'
import { shutRooms } from '../room/decide.ts'
import { isOverdue } from './over.ts'
import { attendanceField } from './present.ts'
import { sectionsOf } from './sections.ts'

type Decided = Decision<MeetingEvent>
type Asked = MeetingIntentOf<'correct' | 'seal' | 'addendum'>

/** Begins with the record: from when on it may be corrected, and who is told of it in private. */
export function drafting(meeting: Meeting, context: Context): MeetingEventOf<'drafted'> {
  const { policy, now } = context
  const within = policy.minutes?.within
  const until = within ? (dueDate(within, now, policy)?.due ?? null) : null
  return { type: 'drafted', at: now, until, apart: apartFrom(meeting, context) }
}

/** In the thread of a case it is read by whoever reads the case; a room of its own has everybody. */
function apartFrom({ room, people, provider }: Meeting, { directory }: Context): string[] {
  if (room === 'room') return []
  const readers = readersOf(directory, provider)
  return people.filter((person) => {
    const home = findPerson(directory, person)?.organisation.slug
    return home !== undefined && !readers.includes(home)
  })
}

export function decideOnMinutes(meeting: Meeting, intent: Asked, context: Allowed): Decided {
  if (!meeting.record) {
    const { id, label } = meeting
    const words = `${label} ${referenceOf(id)} is not recorded yet. Record it first.`
    return refuse('notOpen', words)
  }
  switch (intent.type) {
    case 'correct':
      return correct(meeting, meeting.record, intent, context)
    case 'seal':
      return (
        shut(meeting, context) ??
        accept<MeetingEvent>(
          sealedBy(meeting, doerFor(intent, context), context),
          ...shutRooms(meeting, context),
        )
      )
    case 'addendum':
      return add(meeting, intent, context)
  }
}

function correct(
  meeting: Meeting,
  record: NonNullable<Meeting['record']>,
  intent: MeetingIntentOf<'correct'>,
  context: Allowed,
): Decided {
  const refused =
    shut(meeting, context) ??
    overtaken(meeting, record, intent.version, context) ??
    impossiblyHeld(meeting, intent.heldAt, context)
  if (refused) return refused
  const { heldAt, answers } = intent
  const fields = [
    ...(heldAt === record.heldAt ? [] : ['heldAt']),
    ...changed(record.answers, answers),
  ]
  if (fields.length === 0)
    return refuse('invalid', 'That is what the record says already. Change something, or close it.')
  const by = doerFor(intent, context)
  const led = leadsTo(meeting, answers, context.policy)
  const asked = attendanceField(record.form, context.policy)
  const before = leadsTo(meeting, record.answers, context.policy)
  const isJudged = led.leadsTo !== before.leadsTo || (asked !== undefined && fields.includes(asked))
  const there = isJudged ? attendedBy(meeting, { ...record, answers }, led.leadsTo, context) : {}
  const isOtherwise = led.leadsTo !== record.leadsTo || (there.short && !record.short)
  const otherwise = isOtherwise ? { otherwise: true as const } : {}
  const said = { heldAt, answers, fields, ...otherwise, ...led, ...there }
  return accept({ type: 'corrected', at: context.now, by, ...said })
}

/** Where it decides on a level: whether enough were there for that, by what it says now. */
function attendedBy(
  meeting: Meeting,
  record: NonNullable<Meeting['record']>,
  way: string | undefined,
  context: Context,
): { readonly short?: Short | null } {
  const decides = way !== undefined && !meeting.confidential
  const short = decides ? shortOf({ ...meeting, record }, context) : undefined
  if (short) return { short }
  return record.short ? { short: null } : {}
}

function changed(before: Answers, after: Answers): string[] {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return ids.filter((id) => said(before[id]) !== said(after[id]))
}

/** What was ticked says the same in any order. */
function said(answer: Answers[string] | undefined): string {
  return typeof answer === 'object' ? [...answer].sort().join() : (answer ?? '')
}

function add(
  { id, minutes }: Meeting,
  intent: MeetingIntentOf<'addendum'>,
  context: Allowed,
): Decided {
  if (minutes && !minutes.sealed)
    return refuse(
      'notOpen',
      `The record of ${referenceOf(id)} is not sealed yet: correct it instead.`,
    )
  const text = intent.text.trim()
  if (!minutes?.sealed || text === '')
    return refuse('missing', 'Say what is to be added.', { text: 'Say what is to be added.' })
  return accept({ type: 'addendumAdded', at: context.now, by: doerFor(intent, context), text })
}

/** Null while it may be corrected and sealed. */
function shut(meeting: Meeting, { now, policy }: Context): Refused | null {
  const { id, minutes } = meeting
  if (minutes && !minutes.sealed && !isOverdue(meeting, now)) return null
  const at = minutes?.sealed?.at ?? minutes?.until ?? meeting.record?.at ?? now
  return refuse(
    'closed',
    `The record of ${referenceOf(id)} is sealed since ${showLocal(at, policy.zone)}: nobody can change it. “/muster addendum ${referenceOf(id)} …” adds something beside it.`,
  )
}

/** Two people may have opened it at once: neither writes over the other unseen. */
function overtaken(
  { minutes }: Meeting,
  { at, by }: NonNullable<Meeting['record']>,
  version: number,
  { directory, policy }: Context,
): Refused | null {
  if (!minutes || minutes.before.length === version) return null
  const who = by.type === 'person' ? nameOf(directory, by.person) : 'Somebody'
  return refuse(
    'stale',
    `${who} corrected it at ${showLocal(at, policy.zone)}, after you opened it. Open it again, so that nothing of theirs is lost.`,
  )
}

/** The record as it is read now is what is sealed. */
export function sealedBy(meeting: Meeting, by: Doer, context: Context): MeetingEventOf<'sealed'> {
  const sections = sectionsOf(meeting, { ...context, viewer: { type: 'operator' } })
  return { type: 'sealed', at: context.now, by, sections }
}

function doerFor({ by }: Pick<Asked, 'by'>, { directory, acting }: Allowed): Doer {
  return doerOf(directory, by, acting)
}
