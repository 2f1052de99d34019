import { type Refused, refuse } from '../decision.ts'
import type { Intent } from '../intent.ts'
import type { Context } from '../kind.ts'
import { RecordId } from '../record-id.ts'
import { Instant } from '../time/instant.ts'
import type { Confirmed } from './confirmed.ts'
import type { Guarding } from './find.ts'
import { guard } from './identifiers.ts'

/**
 * What says nothing of patients: who works where, what Muster was started with, and what comes from
 * services and from records.
 */
const OF_MUSTER: readonly Intent['type'][] = [
  'register',
  'import',
  'addPerson',
  'noteInstallation',
  'approveRules',
  'orderDigest',
  'orderRoomDigest',
  'noteUnapproved',
  'wake',
  'repair',
  'noteLate',
  'noteUndelivered',
  'noteRefusal',
  'noteRoom',
  'noteCall',
  'noteShared',
  'noteNotLetIn',
  'noteMeeting',
  'noteMeetingClosed',
  'noteOwnMeeting',
  'noteOwnMeetingClosed',
  'noteGate',
  'noteTold',
  'noteOutage',
  'noteAlarm',
  'noteEdited',
  'noteRemoval',
  // What was guarded when it was written.
  'noteAction',
  'noteSigns',
  'noteBrief',
  'noteTelling',
  'noteRecordChanged',
  'noteOpened',
  'noteCarried',
  'noteLevel',
  'noteLevelLeft',
  'noteProviderLevel',
  'printHead',
  // Of a rehearsal: its story is the pack’s, and the rest has no words.
  'start',
  'move',
  'end',
]

/** Parts of an intent that say who, where and what kind; a room’s name on Teams looks like an address, and a sealed code like anything. */
const NO_TEXT = ['kind', 'type', 'by', 'via', 'code', 'place', 'places', 'slot']

/** The patterns in force now, for this year, and who may be named. */
export function guardingOf({
  policy,
  now,
  directory,
}: Pick<Context, 'policy' | 'now'> & Partial<Pick<Context, 'directory'>>): Guarding {
  const fixed = { rules: policy.identifiers, year: Number(now.slice(0, 4)) }
  return directory ? { ...fixed, directory } : fixed
}

/**
 * Refuses an intent that holds what may identify a patient, wherever in it that stands. Whatever a
 * later intent brings is guarded too, unless it is named above. What was `confirmed` to be something
 * else passes.
 */
export function guardIntent(
  intent: Intent,
  confirmed: readonly Confirmed[],
  guarding: Guarding,
): Refused | null {
  if (OF_MUSTER.includes(intent.type)) return null
  // What is asked inside a rehearsal is guarded as it would be outside.
  if (intent.type === 'act')
    return guardIntent(intent.asked, confirmed, guarding) ?? guardTexts([intent.as], [], guarding)
  // It names somebody at work, who may be in no directory: no NHS number is taken all the same.
  const rules = intent.type === 'recordTold' ? [] : guarding.rules
  return guardTexts(textsOf(intent), confirmed, { ...guarding, rules })
}

function guardTexts(
  texts: readonly string[],
  confirmed: readonly Confirmed[],
  guarding: Guarding,
): Refused | null {
  const known = new Set(confirmed.flatMap(({ looksLike }) => looksLike.map(({ kind }) => kind)))
  for (const text of texts) {
    const guarded = guard(text, guarding)
    if (guarded.type === 'clear') continue
    if (guarded.type === 'doubtful' && guarded.found.every(({ kind }) => known.has(kind))) continue
    return refuse('identifier', guarded.message)
  }
  return null
}

/** Every text of an intent: all but times, references and who asks. */
function textsOf(intent: Intent): readonly string[] {
  return Object.entries(intent).flatMap(([part, value]) =>
    NO_TEXT.includes(part) ? [] : textsIn(value),
  )
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return isNoText(value) ? [] : [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}

function isNoText(value: string): boolean {
  return Instant.safeParse(value).success || RecordId.safeParse(value).success
}
