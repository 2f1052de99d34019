import { accept, type Decision, type Refused, refuse } from '../decision.ts'
import type { Context } from '../kind.ts'
import { doerOf } from '../people/doer.ts'
import { nameOf } from '../people/find.ts'
import type { Allowed } from '../permission/permitted.ts'
import { referenceOf } from '../record-id.ts'
import { plusMinutes } from '../time/instant.ts'
import { accessFor, begun, firstList, isListed, RAISED_IT, readersUntilNow } from './access-list.ts'
import type { Case } from './case.ts'
import { type Confidential, decidersOf, isOnList, ownPlacesOf } from './confidential.ts'
import type { CaseEvent } from './event.ts'
import type { CaseIntent, CaseIntentOf } from './intent.ts'
import { providerOf } from './rules.ts'

const DAY_MINUTES = 24 * 60

/** What administrators decide of every case, also of one that they may not read. */
const OF_KEEPING: readonly CaseIntent['type'][] = ['hold', 'release', 'remove']
/** What a confidential case hears of people who may not see it: that they ask, and of meetings they recorded. */
const FROM_OUTSIDE: readonly CaseIntent['type'][] = ['askAccess', 'noteMeetingClosed']

/** Nobody who may not see a case changes it, nor learns from a refusal that there is one. */
export function barred(
  kase: Case,
  intent: CaseIntent,
  { administrators }: Pick<Context, 'administrators'>,
): Refused | null {
  if (!kase.confidential || !('by' in intent) || FROM_OUTSIDE.includes(intent.type)) return null
  const { by } = intent
  if (by.type === 'clock' || by.type === 'anonymous') return null
  if (by.type === 'person' && isOnList(kase, by.person)) return null
  const isKept = OF_KEEPING.includes(intent.type)
  if (isKept && by.type === 'person' && administrators.includes(by.person)) return null
  const words = `There is no ${referenceOf(kase.id)} that you can see. Check the reference, or ask your quality lead.`
  return refuse('notFound', words)
}

type AccessIntent = CaseIntentOf<
  'makeConfidential' | 'giveAccess' | 'removeAccess' | 'refuseAccess' | 'askAccess' | 'noteRoom'
>

/** Who may see a case, and where: who decides on that, and who asks. */
export function decideAccess(
  kase: Case,
  intent: AccessIntent,
  context: Allowed,
): Decision<CaseEvent> {
  switch (intent.type) {
    case 'makeConfidential':
      return makeConfidential(kase, intent, context)
    case 'giveAccess':
      return giveAccess(kase, intent, context)
    case 'removeAccess':
      return removeAccess(kase, intent, context)
    case 'refuseAccess':
      return refuseAccess(kase, intent, context)
    case 'askAccess':
      return askAccess(kase, intent, context)
    case 'noteRoom':
      return noteRoom(kase, intent, context)
  }
}

function makeConfidential(
  kase: Case,
  { by, reason }: CaseIntentOf<'makeConfidential'>,
  context: Allowed,
): Decision<CaseEvent> {
  if (kase.confidential) return refuse('alreadyOpen', 'This case is confidential already.')
  const { directory, now, acting } = context
  if (reason.trim() === '')
    return refuse('missing', 'Say why it is confidential.', { reason: 'Say why.' })
  const { raiser } = kase
  const { doer, how } = raiser
  const raisedIt =
    how === 'named' && doer.type === 'person' ? [{ person: doer.person, why: RAISED_IT }] : []
  const maker = by.type === 'person' ? [{ person: by.person, why: 'made it confidential' }] : []
  const others = [...maker, ...raisedIt]
  const doing = doerOf(directory, by, acting)
  const access = firstList(kase, { by: doing, others }, context)
  if (access.length === 0) return nobody()
  return accept({
    type: 'madeConfidential',
    at: now,
    by: doing,
    reason: reason.trim(),
    confidential: begun(access, readersUntilNow(kase, context), context),
  })
}

/** Nobody could do anything about it. */
export function nobody(): Refused {
  const words =
    'Nobody could see it: the directory names nobody who deals with confidential cases here. Phone instead, and ask an administrator to name a quality lead.'
  return refuse('missing', words, { confidential: words })
}

function giveAccess(
  kase: Case,
  intent: CaseIntentOf<'giveAccess'>,
  context: Allowed,
): Decision<CaseEvent> {
  const found = changing(kase, intent.reason)
  if ('refusal' in found) return found
  const { person, reason } = intent
  const { directory, now } = context
  if (isOnList(kase, person))
    return refuse('stale', `${nameOf(directory, person)} may see this case already.`)
  if (!isListed(context, person))
    return refuse('unknown', 'That person is not in the directory. Choose somebody who is.', {
      give: 'Choose somebody from the list.',
    })
  const access = accessFor(person, reason.trim(), doerOf(directory, intent.by), context)
  return accept({ type: 'accessGiven', at: now, access })
}

function removeAccess(
  kase: Case,
  intent: CaseIntentOf<'removeAccess'>,
  context: Allowed,
): Decision<CaseEvent> {
  const found = changing(kase, intent.reason)
  if ('refusal' in found) return found
  const { person, reason } = intent
  const { directory, now } = context
  if (!isOnList(kase, person))
    return refuse('stale', `${nameOf(directory, person)} may not see this case anyway.`)
  if (found.access.length === 1)
    return refuse(
      'invalid',
      'This is the last person who sees the case. Give somebody else access first.',
      { take: 'Give somebody else access first.' },
    )
  const by = doerOf(directory, intent.by)
  return accept({ type: 'accessRemoved', at: now, by, person, reason: reason.trim() })
}

/** The one who asked hears nothing of it. */
function refuseAccess(
  kase: Case,
  intent: CaseIntentOf<'refuseAccess'>,
  context: Allowed,
): Decision<CaseEvent> {
  const found = changing(kase, intent.reason)
  if ('refusal' in found) return found
  const { person, reason } = intent
  if (!found.requests.some((one) => one.person === person && one.state === 'open'))
    return refuse('stale', 'That request is no longer open; nothing was changed.')
  const by = doerOf(context.directory, intent.by)
  return accept({ type: 'accessRefused', at: context.now, by, person, reason: reason.trim() })
}

/** Nothing that whoever asks could see comes of it, whatever there is. */
function askAccess(
  kase: Case,
  { by, reason }: CaseIntentOf<'askAccess'>,
  context: Allowed,
): Decision<CaseEvent> {
  const { confidential } = kase
  if (!confidential || by.type !== 'person' || isOnList(kase, by.person)) return accept()
  const { directory, now } = context
  const last = confidential.requests.findLast(({ person }) => person === by.person)
  if (last && (last.state === 'open' || last.at > plusMinutes(now, -DAY_MINUTES))) return accept()
  const [asked] = decidersOf(confidential, providerOf(kase), context)
  const access = confidential.access.find(({ person }) => person === asked)
  return accept({
    type: 'accessAsked',
    at: now,
    by: doerOf(directory, by),
    person: by.person,
    reason: reason.trim(),
    places: access ? ownPlacesOf(access) : [],
  })
}

/** The list, where a reason is given to change it. */
function changing({ confidential }: Case, reason: string): Confidential | Refused {
  if (!confidential) return refuse('invalid', 'This case is not confidential.')
  if (reason.trim() === '') return refuse('missing', 'Say why.', { reason: 'Say why.' })
  return confidential
}

function noteRoom(
  kase: Case,
  { channel, room }: CaseIntentOf<'noteRoom'>,
  { now }: Context,
): Decision<CaseEvent> {
  const isMade = kase.places.some(({ channel: one, to }) => one === channel && to.type === 'room')
  if (isMade || !kase.confidential) return accept()
  return accept({ type: 'roomMade', at: now, place: { channel, to: { type: 'room', room } } })
}
