import { accept, type Decision, type Refused, refuse } from '../../decision.ts'
import type { Context } from '../../kind.ts'
import { doerOf } from '../../people/doer.ts'
import { findOrganisation, findPerson, nameOf } from '../../people/find.ts'
import { type Allowed, permitted } from '../../permission/permitted.ts'
import type { Instant } from '../../time/instant.ts'
import { localDay, showDay } from '../../time/local.ts'
import { draftOf } from '../draft.ts'
import type { MeetingEvent } from '../event.ts'
import type { Meeting } from '../meeting.ts'
import { addressable, inLineFor, mayBeTold } from './addressed.ts'
import { askedOfAction } from './asked.ts'
import type { ActionIntentOf } from './intent.ts'
import { tellFirst } from './told.ts'

type Ask = ActionIntentOf<'askAction'>

/** Asks an organisation for an action: whoever speaks for it is told in private. */
export function askAction(meeting: Meeting, ask: Ask, context: Allowed): Decision<MeetingEvent> {
  const { directory, acting, now } = context
  // Whoever asked is told what comes of it: it takes a person of the directory.
  if (ask.by.type !== 'person') return refuse('notYours', 'Only a person can ask for an action.')
  const refused =
    unfit(meeting, ask, context) ??
    notAgain(meeting, ask, context) ??
    notInstead(meeting, ask, context)
  if (refused) return refused
  const { of, owner, dueAt } = ask
  const draft = draftOf(meeting)
  const by = doerOf(directory, ask.by, acting)
  const n = ask.again ?? (meeting.actions?.length ?? 0) + 1
  draft.add({
    type: 'actionAsked',
    at: now,
    action: n,
    by,
    what: ask.what.trim(),
    of,
    owner,
    dueAt,
    evidence: ask.evidence.trim(),
    risk: ask.risk?.trim() || null,
    asker: ask.by.person,
  })
  tellFirst(draft, n, ask.again === null ? null : 'asked again', context)
  if (ask.instead !== undefined) {
    const reason = `Another organisation is asked for it (action ${n}).`
    draft.add({ type: 'actionWithdrawn', at: now, action: ask.instead, by, reason })
    tellFirst(draft, ask.instead, 'withdrawn', context)
  }
  return accept(...draft.events)
}

function unfit(meeting: Meeting, ask: Ask, context: Context): Refused | undefined {
  const { directory } = context
  if (ask.what.trim() === '') return missing('what', 'Say what is to be done, in a sentence.')
  if (ask.evidence.trim() === '') return missing('evidence', 'Say what will show that it is done.')
  const organisation = addressable(meeting, directory).find(({ slug }) => slug === ask.of)
  if (!organisation)
    return refuse('unknown', ASKED_OF_NOBODY, { of: 'Choose an organisation from the list.' })
  const owned = ownerFault(meeting, ask.of, ask.owner, context)
  if (owned) return owned
  if (inLineFor(meeting, ask, context).length === 0) {
    const words = `Nobody of ${organisation.name} can be told of it. Choose who is to own it, or bring somebody of theirs into the meeting first.`
    return refuse('missing', words, { owner: 'Choose somebody.' })
  }
  return dueFault(ask.dueAt, 'due', context)
}

/** Whoever was told of it before goes on seeing it: another organisation is asked for an action of its own. */
function notAgain(
  meeting: Meeting,
  { again, of }: Ask,
  { directory }: Pick<Context, 'directory'>,
): Refused | undefined {
  if (again === null) return undefined
  const before = meeting.actions?.find(({ n }) => n === again)
  if (before?.state !== 'declined')
    return refuse('stale', `Action ${again} has not been declined, so it cannot be asked again.`)
  if (before.of === of) return undefined
  const name = findOrganisation(directory, before.of)?.name ?? before.of
  const words = `Action ${again} was asked of ${name}, and is asked again of it alone. For another one press “Ask another organisation…” under it.`
  return refuse('invalid', words, { of: `Choose ${name}.` })
}

/** What was declined is let go as another organisation is asked for it: by whoever may let it go. */
function notInstead(
  meeting: Meeting,
  { instead, of, by }: Ask,
  context: Context,
): Refused | undefined {
  if (instead === undefined) return undefined
  const before = meeting.actions?.find(({ n }) => n === instead)
  if (before?.state !== 'declined')
    return refuse('stale', `Action ${instead} is not declined any more; nobody was asked.`)
  if (before.of === of) {
    const name = findOrganisation(context.directory, of)?.name ?? of
    const words = `${name} has declined it. Choose another organisation, or press “Ask again…” under action ${instead}.`
    return refuse('invalid', words, { of: 'Choose another organisation.' })
  }
  const asking = { type: 'withdrawAction', by, action: instead } as const
  const may = permitted(askedOfAction(meeting, asking, context), context)
  return may.ok ? undefined : may
}

/** An organisation names one of its own people; of what is confidential, one of those who are in it. */
export function ownerFault(
  meeting: Meeting,
  of: string,
  owner: string | null,
  { directory }: Pick<Context, 'directory'>,
): Refused | undefined {
  if (owner === null) return undefined
  if (findPerson(directory, owner)?.organisation.slug !== of) {
    const name = findOrganisation(directory, of)?.name ?? of
    const words = `An owner must be of the organisation that is asked. Choose somebody of ${name}.`
    return refuse('invalid', words, { owner: `Choose somebody of ${name}.` })
  }
  if (mayBeTold(meeting, owner)) return undefined
  const words = `${nameOf(directory, owner)} may not see this meeting. Bring them in first, or choose somebody who was called.`
  return refuse('invalid', words, { owner: 'Choose somebody who was called.' })
}

/** A day that is over cannot be met; today can. */
export function dueFault(
  dueAt: Instant,
  field: string,
  { policy, now }: Pick<Context, 'policy' | 'now'>,
): Refused | undefined {
  if (localDay(dueAt, policy.zone) >= localDay(now, policy.zone)) return undefined
  const words = `${showDay(dueAt, policy.zone)} has passed: today is ${showDay(now, policy.zone)}. Choose today or a later day.`
  return refuse('invalid', words, { [field]: 'This day has passed.' })
}

const ASKED_OF_NOBODY =
  'An action is asked of an organisation of somebody who was called, or of the provider. Choose one from the list.'

function missing(field: string, words: string): Refused {
  return refuse('missing', words, { [field]: words })
}
