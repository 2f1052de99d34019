import type { Context } from '../kind.ts'
import { resolvePost } from '../people/posts.ts'
import type { Post } from '../policy/post.ts'
import type { Offer, Prompt } from '../prompt.ts'
import { nextWorkingDay } from '../time/calendar.ts'
import { plusDays } from '../time/day.ts'
import { type Instant, plusMinutes } from '../time/instant.ts'
import { atLocal, localDay } from '../time/local.ts'
import type { Case } from './case.ts'
import { mayBeTold } from './confidential.ts'
import type { CaseEvent } from './event.ts'
import { rungsOf } from './host/host.ts'
import { LEVEL_OFFERS, offersAt } from './level/offers.ts'
import { providerOf } from './rules.ts'
import { urgentMeeting } from './urgent-meeting.ts'

const HOUR_CLOCK_MINUTES = 30
const WORKING_MORNING = '09:00'

/** The questions that a case can ask, and what is offered with each. */
const QUESTIONS = {
  triage: [{ value: 'triage', label: 'Triage', form: 'triage', style: 'primary' }],
  level: LEVEL_OFFERS,
  providerLevel: [
    { value: 'done', label: 'It is decided there', style: 'primary' },
    { value: 'no', label: 'Leave its level…', form: 'leaveLevel' },
  ],
  levelLeft: [
    { value: 'done', label: 'It is decided anew', style: 'primary' },
    { value: 'no', label: 'It stands…', form: 'leaveLevel' },
  ],
  urgent: [
    { value: 'yes', label: 'Call a meeting…', form: 'convene', style: 'danger' },
    { value: 'no', label: 'Not needed…', form: 'notUrgent' },
  ],
  panel: [
    { value: 'yes', label: 'Call the panel…', form: 'convene', style: 'primary' },
    { value: 'no', label: 'Not yet…', form: 'panelNotYet' },
  ],
  quiet: [
    { value: 'open', label: 'Still open…', form: 'stillOpen', style: 'primary' },
    { value: 'note', label: 'Note what happened…', form: 'note' },
    { value: 'close', label: 'Close…', form: 'closeConcern' },
  ],
  cadence: [{ value: 'choose', label: 'Choose how often…', form: 'cadence', style: 'primary' }],
  notified: [
    { value: 'now', label: 'Just now', style: 'primary' },
    { value: 'time', label: 'At another time…', form: 'notified' },
  ],
  lateReason: [
    { value: 'reason', label: 'Give the reason…', form: 'lateReason', style: 'primary' },
  ],
} as const satisfies Record<string, readonly Offer[]>

export type Question = keyof typeof QUESTIONS

/** What the question for the level goes by. */
type Known = Pick<Case, 'triage' | 'providerLevel'>

export interface Asking {
  readonly asks: Question
  /** The clock that it is about. */
  readonly about?: string
  readonly post: Post
  /** Who is asked; whoever holds the post unless it is somebody in particular. */
  readonly person?: string
  readonly urgent: boolean
  /** Nobody else is asked after a time, where no rule has one. */
  readonly climbs?: false
}

/** Opens a prompt to whoever holds a post now. An open one of the same kind is left as it is. */
export function openPrompt(
  kase: Pick<Case, 'type' | 'provider' | 'prompts' | 'confidential'> & Partial<Known>,
  asking: Asking,
  context: Context,
): CaseEvent[] {
  const { asks, about, post, urgent } = asking
  const id = about === undefined ? asks : `${asks}-${about}`
  const before = kase.prompts.find((one) => one.id === id)
  if (before?.state === 'open') return []
  const { policy, directory, now } = context
  const may = (one: string) => mayBeTold(kase, one, policy)
  const person = asking.person ?? resolvePost(directory, providerOf(kase), post, now, may)?.person
  const prompt: Prompt = {
    id,
    asks,
    about: about ?? null,
    post,
    asked: person === undefined ? [] : [person],
    offers: offersOf(asks, kase, context),
    revision: (before?.revision ?? 0) + 1,
    state: 'open',
    answer: null,
    answeredBy: null,
    answeredAt: null,
    openedAt: context.now,
    urgent,
    climbAt: asking.climbs === false ? null : promptClimb(urgent, kase.type, context),
    climbed: 0,
    folded: [],
  }
  return [{ type: 'promptOpened', at: context.now, prompt }]
}

/** The urgent path, and the question about the panel, offer the meeting that the pack names; an incident is closed by its panel. */
function offersOf(
  asks: Question,
  { type, providerLevel, triage = null }: Pick<Case, 'type'> & Partial<Known>,
  { policy }: Context,
): Offer[] {
  if (asks === 'level' && providerLevel) return offersAt(providerLevel, { triage }, policy)
  const panel = { meeting: policy.incidentPanel?.meeting ?? '' }
  const opened =
    asks === 'panel' ? panel : { meeting: policy.prompting.urgentMeeting, urgent: 'yes' }
  return QUESTIONS[asks].map((one: Offer) => {
    const offer = withForm(one, policy)
    if (offer.form === 'closeConcern' && type === 'incident') return { ...offer, form: 'panel' }
    return offer.form === 'convene'
      ? { ...offer, label: `Call ${urgentMeeting(policy)}…`, with: opened }
      : offer
  })
}

/** A pack of before has no form for it: it is answered in words. */
function withForm(offer: Offer, { forms }: Context['policy']): Offer {
  const { form, ...inWords } = offer
  return form === undefined || forms.some(({ id }) => id === form) ? offer : inWords
}

/** Urgent: in minutes. A serious incident runs on an hour clock. A concern waits for a working morning. */
export function promptClimb(
  urgent: boolean,
  type: Case['type'],
  { policy, now }: Context,
): Instant {
  if (urgent) return plusMinutes(now, policy.prompting.urgentMinutes)
  if (type === 'incident') return plusMinutes(now, HOUR_CLOCK_MINUTES)
  const day = nextWorkingDay(localDay(now, policy.zone), policy)
  return atLocal(day, WORKING_MORNING, policy.zone)
}

/** The number of the message that asks now: one for each person asked, then one for each reminder. */
export function newestMessage(
  { asked: { length }, climbed, post }: Prompt,
  { policy }: Pick<Context, 'policy'>,
): number {
  return length + Math.max(0, climbed - rungsOf({ post }, policy).length)
}

/** When everybody has been asked: every morning where it is urgent, otherwise every working morning. */
export function promptReminder(urgent: boolean, { policy, now }: Context): Instant {
  const today = localDay(now, policy.zone)
  const day = urgent ? plusDays(today, 1) : nextWorkingDay(today, policy)
  return atLocal(day, WORKING_MORNING, policy.zone)
}
