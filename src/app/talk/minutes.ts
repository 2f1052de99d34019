import { type Refused, refuse } from '../../core/decision.ts'
import type { Intent } from '../../core/intent.ts'
import type { MeetingAsking } from '../../core/meeting/asked.ts'
import { slotOfRecord } from '../../core/meeting/minutes/announce.ts'
import type { Answers, Ticket } from '../../core/message/form.ts'
import type { Actor } from '../../core/people/actor.ts'
import type { FormRule } from '../../core/policy/form.ts'
import type { AnyRecord } from '../../core/record.ts'
import { type RecordId, referenceOf } from '../../core/record-id.ts'
import { localDay, localTime } from '../../core/time/local.ts'
import type { Reply } from '../conversation.ts'
import { write } from '../read.ts'
import { type Ask, cannotSee, look } from './ask.ts'
import { openForm } from './forms.ts'
import { type HandedIn, rest, text } from './handed-in.ts'
import { named } from './named.ts'
import { about, refused } from './say.ts'

/** What each form about the record of a meeting asks for. */
export const OF_MINUTES: Readonly<Record<string, (form: HandedIn) => Intent>> = {
  sealRecord: ({ by }) => ({ kind: 'meeting', type: 'seal', by }),
  addendum: (form) => ({
    kind: 'meeting',
    type: 'addendum',
    by: form.by,
    text: text(form, 'text') ?? '',
  }),
}

/** The form that closes a meeting asks for its record; opened from the record it corrects that. */
export function recording(form: HandedIn): Intent | Refused {
  const heldAt = text(form, 'heldAt')
  if (heldAt === null)
    return refuse('missing', 'When was it held?', { heldAt: 'When was it held?' })
  const { by, ticket } = form
  const said = { kind: 'meeting', by, heldAt, answers: rest(form, ['heldAt']) } as const
  const version = versionOf(ticket)
  return version === null
    ? { ...said, type: 'record', form: ticket.form }
    : { ...said, type: 'correct', version }
}

/** Which version of the record was opened to be corrected; null where there was none. */
function versionOf({ with: filled }: Pick<Ticket, 'with'>): number | null {
  const version = filled?.version
  return version !== undefined && /^\d{1,4}$/.test(version) ? Number(version) : null
}

/** Who may fill in a form about the record is said before they do. */
export function minutesAsks(
  form: string,
  { closes, filled, by }: { closes: boolean; filled: Ticket['with']; by: Actor },
): MeetingAsking[] {
  if (closes) return [{ type: versionOf({ with: filled }) === null ? 'record' : 'correct', by }]
  if (form === 'sealRecord') return [{ type: 'seal', by }]
  return form === 'addendum' ? [{ type: 'addendum', by }] : []
}

/** What the record says already fills the form in which it is corrected. */
export function recordedAnswers(
  { with: filled }: Pick<Ticket, 'with'>,
  rule: FormRule,
  record: AnyRecord | null,
  zone: string,
): Answers {
  if (record?.kind !== 'meeting' || !record.record || versionOf({ with: filled }) === null)
    return {}
  const answers: Answers = { ...record.record.answers, heldAt: record.record.heldAt }
  const moments = rule.fields.filter(({ kind }) => kind === 'moment').map(({ id }) => id)
  return Object.fromEntries(
    Object.entries(answers).map(([id, value]) =>
      moments.includes(id) && typeof value === 'string'
        ? [id, `${localDay(value, zone)} ${localTime(value, zone).slice(0, 5)}`]
        : [id, value],
    ),
  )
}

/** `/muster correct REF`: the form of the meeting with what its record says. */
export async function correctRecord(ask: Ask, words: string): Promise<Reply> {
  const { id } = named(words)
  const meeting = id && (await look(ask, id))
  if (meeting?.kind === 'case') return refused(notOfCases(meeting.id))
  if (meeting?.kind !== 'meeting') return refused(id ? cannotSee(ask, id) : NEEDS_MEETING)
  if (!meeting.minutes) return refused(notRecorded(meeting.id))
  const version = String(meeting.minutes.before.length)
  return openForm(ask, meeting.form, meeting.id, { version })
}

/** `/muster export REF` of a meeting: its record as it stands. */
export async function recordOf(ask: Ask, id: RecordId): Promise<Reply> {
  const meeting = await look(ask, id)
  if (meeting?.kind !== 'meeting') return refused(cannotSee(ask, id))
  const [slot] = slotOfRecord(meeting)
  const viewer = { type: 'actor', actor: ask.heard.actor } as const
  const message = slot && write(ask.app, viewer, meeting, slot)
  return about(meeting, message ? { type: 'say', message } : refused(notRecorded(id)))
}

const NEEDS_MEETING = { message: 'Give the reference of the meeting, for example M-7K2M-9Q4X.' }

/** What is on record of a case stays; the truth is put beside it. */
function notOfCases(id: RecordId): { message: string } {
  const reference = referenceOf(id)
  return {
    message: `${reference} is a case, and this corrects the record of a meeting. What a case says stays as it was recorded, its times and its panel’s decision too: write beside it what is right, with “/muster note ${reference} …”. Clocks are not counted anew by that.`,
  }
}

function notRecorded(id: RecordId): { message: string } {
  const reference = referenceOf(id)
  return {
    message: `${reference} has no record yet. “/muster status ${reference}” shows how it stands.`,
  }
}
