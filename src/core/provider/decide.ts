import { accept, type Decision, refuse } from '../decision.ts'
import { noteEdited } from '../edited.ts'
import { noteGate } from '../gate/gate.ts'
import type { Context } from '../kind.ts'
import { reminderAt } from '../overtaken.ts'
import { doerOf } from '../people/doer.ts'
import { MUSTER } from '../permission/asked.ts'
import { type Allowed, permitted } from '../permission/permitted.ts'
import { providerId } from '../record-id.ts'
import { refusedOf } from '../refused-intent.ts'
import { standingAt } from '../standing.ts'
import { notTold } from '../telling/arrival.ts'
import { tellingOf } from '../telling/telling.ts'
import { isAbout } from './action.ts'
import { standingProvider } from './announce.ts'
import { askedOfProvider } from './asked.ts'
import { changeLevel } from './change-level.ts'
import { keptAhead } from './cycle/ahead.ts'
import { decideDuty } from './cycle/decide.ts'
import { asksOfDuty } from './cycle/intent.ts'
import { completeCycle, wake } from './cycle-decide.ts'
import type { ProviderEvent } from './event.ts'
import { evolveProvider } from './evolve.ts'
import { isToldOfAny } from './forgotten.ts'
import type { ProviderIntent, ProviderIntentOf } from './intent.ts'
import { notAccepted } from './late.ts'
import { fileStep } from './matter/decide.ts'
import { convene, noteOwnMeeting, noteOwnMeetingClosed } from './meetings.ts'
import { moved, placesOf } from './places.ts'
import type { MaybeProvider, Provider } from './provider.ts'
import { heardAgain, lookAgain } from './quiet/decide.ts'
import { rateProvider } from './rate.ts'
import { remindersOfProvider } from './reminders.ts'
import { asksReview, decideReview } from './review/decide.ts'
import { changedMeanwhile } from './seen.ts'
import { noteTold, tell } from './telling.ts'
import { recordTold } from './told-outside.ts'

type Decided = Decision<ProviderEvent>
/** What is settled before it is looked at where the provider’s rooms are now. */
type Earlier = 'register' | 'noteDropped' | 'noteRemoval' | 'noteConfidential'

/** The whole rulebook of a provider in one call: no clock, no I/O, no randomness. */
export function decideProvider(
  provider: MaybeProvider,
  intent: ProviderIntent,
  context: Context,
): Decided {
  if (intent.type === 'register') return registering(provider, intent, context)
  if (provider.status === 'none')
    return refuse(
      'notFound',
      'This provider is not in the directory. Check the name, or ask an administrator to list it.',
    )
  const asked = askedOfProvider(provider, intent, context)
  if ('ok' in asked) return asked
  const may = permitted(asked, context)
  if (!may.ok) return may
  // Asked for where no channel may be on: it must not move the provider from its rooms.
  if (intent.type === 'noteDropped') {
    const { slot, place, reason } = intent
    return accept({ type: 'dropped', at: context.now, slot, place, reason })
  }
  if (intent.type === 'noteRemoval') {
    const { records, removal } = intent
    return isToldOfAny(provider, records)
      ? accept({ type: 'forgotten', at: context.now, records, removal })
      : accept()
  }
  // Where it stood with the words is where they must go, whichever rooms are the provider’s now.
  if (intent.type === 'noteConfidential') return noteConfidential(provider, intent, context)
  const moves = moved(provider, context)
  const standing = moves.reduce<Provider>(evolveProvider, provider)
  const decision =
    changedMeanwhile(standing, intent, context) ??
    decideListed(standing, intent, { ...context, acting: may.acting })
  if (!decision.ok || decision.events.length === 0) return decision
  const events = [...decision.events, ...keptAhead(standing, decision.events, context)]
  return accept(...moves, ...events, ...heardAgain(standing, events, context))
}

function decideListed(
  provider: Provider,
  intent: Exclude<ProviderIntent, { type: Earlier }>,
  context: Allowed,
): Decided {
  const at = context.now
  if (intent.type === 'lookAgain') return lookAgain(provider, intent, context)
  if (asksReview(intent)) return decideReview(provider, intent, context)
  if (asksOfDuty(intent)) return decideDuty(provider, intent, context)
  switch (intent.type) {
    case 'changeLevel':
      return changeLevel(provider, intent, context)
    case 'rate':
      return rateProvider(provider, intent, context)
    case 'completeCycle':
      return completeCycle(provider, intent, context)
    case 'file':
      return fileStep(provider, intent, context)
    case 'note':
      return note(intent, context)
    case 'noteAction':
      return noteAction(provider, intent, context)
    case 'noteSigns':
      return noteSigns(provider, intent, context)
    case 'noteMeeting':
      return noteMeeting(provider, intent, context)
    case 'convene':
      return convene(provider, intent, context)
    case 'tell':
      return tell(provider, intent, context)
    case 'recordTold':
      return recordTold(provider, intent, context)
    case 'noteTold':
      return noteTold(provider, intent, context)
    case 'noteOwnMeeting':
      return noteOwnMeeting(provider, intent, context)
    case 'noteGate':
      return noteGate(provider, intent.gate, context)
    case 'noteOwnMeetingClosed':
      return noteOwnMeetingClosed(provider, intent, context)
    case 'wake':
      return wake(provider, intent.outage ?? null, context)
    case 'repair':
      return repair(provider, intent, context)
    case 'noteRefusal':
      return accept({ type: 'followUpRefused', at, ...refusedOf(intent) })
    case 'noteEdited':
      return noteEdited(intent, context)
    case 'noteLate': {
      const { slot, place, reason } = intent
      return accept(...notAccepted(provider, { slot, place, reason, refused: false }, context))
    }
    case 'noteUndelivered':
      return noteUndelivered(provider, intent, context)
  }
}

function repair(
  provider: Provider,
  intent: ProviderIntentOf<'repair'>,
  { now: at }: Context,
): Decided {
  const lost =
    standingAt(standingProvider(provider), intent) ??
    reminderAt(remindersOfProvider(provider), intent)
  return lost ? accept({ type: 'repaired', at, ...lost }) : accept()
}

function noteUndelivered(
  provider: Provider,
  { slot, place, reason }: ProviderIntentOf<'noteUndelivered'>,
  context: Context,
): Decided {
  const telling = tellingOf(provider.tellings ?? [], slot)
  if (telling) return accept(...notTold(telling, place, reason, context))
  // A notice of a lost notice would be lost as well, without end.
  if (!slot.startsWith('nudge:')) return accept()
  return accept<ProviderEvent>(
    { type: 'undelivered', at: context.now, slot, place, reason },
    ...notAccepted(provider, { slot, place, reason, refused: true }, context),
  )
}

function registering(
  provider: MaybeProvider,
  intent: ProviderIntentOf<'register'>,
  context: Context,
): Decided {
  const { kind, type, slug, leadProvider } = intent
  const asked = { kind, intent: type, by: MUSTER, provider: { slug, leadProvider } }
  const may = permitted(asked, context)
  return may.ok ? register(provider, intent, context) : may
}

function register(
  provider: MaybeProvider,
  { slug, leadProvider, name }: ProviderIntentOf<'register'>,
  context: Context,
): Decided {
  const { policy, timeline, now: at } = context
  if (provider.id !== providerId(slug))
    return refuse('invalid', `${provider.id} is not the record of ${slug}. Check the slug.`)
  if (provider.status === 'listed') {
    if (provider.leadProvider === leadProvider && provider.name === name) return accept()
    return accept({ type: 'renamed', at, leadProvider, name })
  }
  const level = policy.levels[0]?.id
  if (level === undefined) throw new Error(`Pack ${policy.id} has no levels`)
  const places = placesOf({ slug, leadProvider }, context)
  return accept({ type: 'registered', at, timeline, slug, leadProvider, name, level, places })
}

/** One that has become confidential by now is told what is known, and stands nowhere. */
function noteMeeting(
  { confidential = [] }: Provider,
  { meeting, rule }: ProviderIntentOf<'noteMeeting'>,
  { now: at }: Context,
): Decided {
  const stands = rule !== undefined && !confidential.includes(meeting)
  return accept({ type: 'briefed', at, meeting, ...(stands && { rule }) })
}

/** Also where no decision has its words yet: one may be on its way. */
function noteConfidential(
  { confidential }: Provider,
  { record }: ProviderIntentOf<'noteConfidential'>,
  { now: at }: Context,
): Decided {
  if (confidential?.includes(record)) return accept()
  return accept({ type: 'withheld', at, record })
}

/** What is confidential stays with those on its list. */
function noteSigns(
  { signs = [], confidential }: Provider,
  { case: kase, triggers, levelAsked }: ProviderIntentOf<'noteSigns'>,
  { now: at }: Context,
): Decided {
  const isKnown = signs.some((one) => one.case === kase)
  if (confidential?.includes(kase) || (triggers.length === 0 && !isKnown)) return accept()
  const asked = levelAsked === undefined ? {} : { levelAsked }
  return accept({ type: 'signsNoted', at, case: kase, triggers, ...asked })
}

/** What is confidential stays with those who were called. */
function noteAction(
  { actions = [], confidential }: Provider,
  { meeting, n, action }: ProviderIntentOf<'noteAction'>,
  { now: at }: Context,
): Decided {
  if (confidential?.includes(meeting)) return accept()
  const isKnown = actions.some((one) => isAbout(one, { meeting, n }))
  if (!action && !isKnown) return accept()
  return accept({ type: 'actionNoted', at, meeting, n, action })
}

function note({ by, text }: ProviderIntentOf<'note'>, { directory, now }: Context): Decided {
  if (text.trim() === '') return refuse('missing', 'Write what is to be noted after “note”.')
  return accept({ type: 'noted', at: now, by: doerOf(directory, by), text: text.trim() })
}
