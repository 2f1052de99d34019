import { z } from 'zod'
import { accept, type Decision } from '../../decision.ts'
import type { Effect, Slot } from '../../effect.ts'
import type { Intent } from '../../intent.ts'
import type { Context, FollowUp } from '../../kind.ts'
import type { Policy } from '../../policy/policy.ts'
import type { Held } from '../../provider/held.ts'
import { LeftEnhanced } from '../../provider/left-enhanced.ts'
import { inRooms, itself, message, onChannels, toPeople } from '../addressing.ts'
import type { MeetingEvent } from '../event.ts'
import { withoutPlace } from '../guarded.ts'
import type { Meeting } from '../meeting.ts'
import { toldOff } from '../off/announce.ts'
import { leadsTo } from '../outcome.ts'
import { said } from '../room/announce.ts'

const TakenBack = { reason: z.string(), told: z.array(z.string()) }

export type LevelEvent =
  | ({ readonly type: 'levelLeft' } & LeftEnhanced)
  /** The level on which it was called and called off was taken back; some who were called are told of that elsewhere. */
  | ({
      readonly type: 'levelTakenBack'
      readonly reason: string
      readonly told: readonly string[]
    } & LeftEnhanced)

/** Put to those who were in it. */
export const LevelNotice = z.object({ say: z.literal('levelLeft'), ...LeftEnhanced.shape })
export type LevelNotice = z.infer<typeof LevelNotice>

/** Told to everybody who was called to it. */
export const TakenBackNotice = z.object({
  say: z.literal('levelTakenBack'),
  ...LeftEnhanced.shape,
  ...TakenBack,
})
export type TakenBackNotice = z.infer<typeof TakenBackNotice>

export function levelIntent(kind: z.ZodLiteral<'meeting'>) {
  return z.object({
    kind,
    type: z.literal('noteLevel'),
    ...LeftEnhanced.shape,
    /** Why, of a level on which it had been called; who of them is told of that by the provider. */
    takenBack: z.exactOptional(z.object(TakenBack)),
  })
}
type LevelIntent = z.infer<ReturnType<typeof levelIntent>>

/** Whoever asks knows nothing of what becomes of it. */
export function noteLevel(
  { confidential, record, removed, notices }: Meeting,
  {
    takenBack,
    from,
    to,
    transition,
    decidedBy,
    decidedAt,
    how,
  }: Omit<LevelIntent, 'kind' | 'type'>,
  { now: at }: Pick<Context, 'now'>,
): Decision<MeetingEvent> {
  const left = { from, to, transition, decidedBy, decidedAt, ...(how && { how }) }
  if (takenBack)
    return removed ? accept() : accept({ type: 'levelTakenBack', at, ...left, ...takenBack })
  if (!confidential || !record || removed) return accept()
  // However often its record is corrected: nobody is asked the same twice.
  const isAsked = notices.some(
    ({ said }) => said.say === 'levelLeft' && said.decidedAt === decidedAt && said.how === how,
  )
  if (isAsked) return accept()
  return accept({ type: 'levelLeft', at, ...left })
}

export function announceLevelLeft(meeting: Meeting): Effect[] {
  return said(meeting, `notice:${meeting.notices.length}`)
}

/** To each in private, and in its room where that is open still; what each was told before says so, too. */
export function announceTakenBack(meeting: Meeting): Effect[] {
  const { people, notices } = meeting
  const told = people.flatMap((person) =>
    takenBackSlots(meeting, person).flatMap((slot) => toPeople(meeting, [person], slot)),
  )
  const stands = [...itself(meeting), ...toldOff(meeting), ...calls(meeting)]
  return [...stands, ...inRooms(meeting, `notice:${notices.length}`), ...told]
}

/** By letter only what is new is told. */
function calls(meeting: Meeting): Effect[] {
  const channels = [...meeting.places.map(({ channel }) => channel), ...withoutPlace(meeting)]
  return meeting.prompts.flatMap(({ id, asked }) =>
    asked.flatMap((person) =>
      onChannels(meeting, person, channels).map((place) => message(meeting, place, `prompt:${id}`)),
    ),
  )
}

/** What somebody was told in private of a level that was taken back. */
export function takenBackSlots({ notices }: Meeting, person: string): Slot[] {
  return notices.flatMap(({ n, said: what }): Slot[] => {
    if (what.say !== 'levelTakenBack') return []
    const { decidedBy, told } = what
    const knows = decidedBy.type === 'person' && decidedBy.person === person
    return knows || told.includes(person) ? [] : [`notice:${n}`]
  })
}

/** Its case is read by others who are on the list, and were not in it. */
export function askCaseOfLevel(
  { id: meeting, case: to }: Meeting,
  { from, to: level, transition, decidedBy, decidedAt, how }: LeftEnhanced,
): FollowUp<Intent>[] {
  if (to === null) return []
  const left = { from, to: level, transition, decidedBy, decidedAt, ...(how && { how }) }
  return [{ to, intent: { kind: 'case', type: 'noteLevelLeft', meeting, ...left } }]
}

/** What a confidential meeting found, for whoever may read it; undefined for any other. */
export function confidedBy(meeting: Meeting, policy: Policy): Held | undefined {
  const { id, rule, confidential, record, removed } = meeting
  if (!confidential || !record || removed) return undefined
  const found = leadsTo(meeting, record.answers, policy).leadsTo ?? null
  return { meeting: id, rule, at: record.heldAt, leadsTo: found }
}
