import { accept, type Decision, type Refused, refuse } from '../../decision.ts'
import { doerOf } from '../../people/doer.ts'
import { nameOf } from '../../people/find.ts'
import type { Asked } from '../../permission/asked.ts'
import { type Allowed, type Surroundings, whoMay } from '../../permission/permitted.ts'
import { showLocal } from '../../time/local.ts'
import { membersOf, type Party, partyIn, seatedIn } from '../decision/party.ts'
import { passDisputesOn } from '../decision/resolver.ts'
import { draftOf } from '../draft.ts'
import type { MeetingEvent } from '../event.ts'
import type { MeetingIntent, MeetingIntentOf } from '../intent.ts'
import { leaveTheChair } from '../leave-chair.ts'
import type { Meeting } from '../meeting.ts'
import {
  type Conflict,
  conflictFor,
  conflictOf,
  hasConflict,
  organisationConflict,
} from './conflict.ts'

type Decided = Decision<MeetingEvent>
type Declaring = MeetingIntentOf<'declareConflict'>

/** Keeps a person, or all of an organisation, out of the closed part and out of every vote. */
export function declareConflict(meeting: Meeting, intent: Declaring, context: Allowed): Decided {
  const { directory, acting, now } = context
  const { by, whose, what } = intent
  const found = whoseIt(meeting, whose, context)
  if ('ok' in found) return found
  const { party, people, known } = found
  if (known)
    return refuse(
      'alreadyOpen',
      `That is declared already, at ${showLocal(known.at, context.policy.zone)}. Nothing was changed.`,
    )
  if (what.trim() === '')
    return refuse('missing', 'Say in a few words what the conflict of interest is.', {
      what: 'Say what it is.',
    })
  const draft = draftOf(meeting)
  const { slug, name } = party
  draft.add({
    type: 'conflictDeclared',
    at: now,
    by: doerOf(directory, by, acting),
    person: whose.type === 'person' ? whose.person : null,
    organisation: { slug, name },
    what: what.trim(),
    people: [...people],
  })
  leaveTheChair(draft, people, { by, reason: 'A conflict of interest was declared.' }, context)
  passDisputesOn(draft, context)
  return accept(...draft.events)
}

interface Whose {
  readonly party: Party
  readonly people: readonly string[]
  readonly known: Conflict | undefined
}

function whoseIt(
  meeting: Meeting,
  whose: Declaring['whose'],
  { directory }: Allowed,
): Whose | Refused {
  const fault = (words: string) => refuse('unknown', words, { whose: words })
  const members = membersOf(meeting)
  if (whose.type === 'person') {
    const party = partyIn(meeting, whose.person, directory)
    if (!party || !meeting.people.includes(whose.person))
      return fault('That person is not called to this meeting. Choose somebody who is.')
    return { party, people: [whose.person], known: conflictOf(meeting, whose.person) }
  }
  const party = seatedIn(meeting, directory).find(({ slug }) => slug === whose.slug)
  if (!party) return fault('Nobody of that organisation is called to this meeting. Choose another.')
  const people = [...new Set([...members, ...meeting.people])].filter(
    (person) => partyIn(meeting, person, directory)?.slug === party.slug,
  )
  return { party, people, known: organisationConflict(meeting, party.slug) }
}

/** Brings back whoever it kept out. */
export function returnFromConflict(
  meeting: Meeting,
  { by, conflict: n, reason }: MeetingIntentOf<'returnFromConflict'>,
  { policy, directory, acting, now }: Allowed,
): Decided {
  const found = meeting.conflicts?.find((one) => one.n === n)
  if (!found)
    return refuse('unknown', `No such conflict of interest is declared here. Choose one that is.`, {
      conflict: 'Choose one.',
    })
  if (found.returned)
    return refuse(
      'closed',
      `They were let in again at ${showLocal(found.returned.at, policy.zone)}. Nothing was changed.`,
    )
  if (reason.trim() === '')
    return refuse('missing', 'Say why they may come back: the record keeps it.', {
      reason: 'Say why.',
    })
  const doer = doerOf(directory, by, acting)
  return accept({ type: 'conflictReturned', at: now, conflict: n, by: doer, reason: reason.trim() })
}

/** What nobody asks who has a conflict of interest: it would be a hand in what they are kept out of. */
const PRESIDES: readonly MeetingIntent['type'][] = [
  'proposeDecision',
  'closeVote',
  'withdrawVote',
  'disputeDecision',
  'nameResolver',
  'resolveDispute',
  'returnFromConflict',
  'callOff',
]
/** Of a meeting in a room of its own. */
const INSIDE: readonly MeetingIntent['type'][] = [
  'record',
  'correct',
  'seal',
  'addendum',
  'note',
  'askAction',
  'signOffAction',
  'bringIn',
  'takeOut',
  'standIn',
]

/** Refused to whoever is kept out, unless nobody else is left who may. */
export function keptOut(
  meeting: Meeting,
  intent: Pick<MeetingIntent, 'type'> & { readonly prompt?: string },
  asked: Asked,
  around: Surroundings,
): Refused | null {
  const { by } = asked
  if (by.type !== 'person') return null
  const conflict = conflictFor(meeting, by.person, around.directory)
  if (!conflict) return null
  const isChair = intent.type === 'answer' && intent.prompt === 'chair'
  const isInside = meeting.room === 'room' && INSIDE.includes(intent.type)
  if (!PRESIDES.includes(intent.type) && !isInside && !isChair) return null
  const others = whoMay(asked, around).filter(
    (person) => !hasConflict(meeting, person, around.directory),
  )
  if (!isChair && intent.type !== 'note' && others.length === 0) return null
  const names = others.map((person) => nameOf(around.directory, person)).slice(0, MOST_NAMED)
  const instead = names.length > 0 ? ` Ask ${names.join(' or ')}.` : ''
  return refuse(
    'notYours',
    `Only those without a conflict of interest may do that, and one is declared for ${whoseWords(conflict)}.${instead}`,
  )
}

const MOST_NAMED = 3

function whoseWords({ person, organisation }: Conflict): string {
  return person === null ? organisation.name : 'you'
}
