import { serviceName } from '../../late.ts'
import type { Part, Text } from '../../message/message.ts'
import { conflictOf } from '../conflict/conflict.ts'
import { lettersOf } from '../invitation/letters.ts'
import type { Meeting } from '../meeting.ts'

type Shared = NonNullable<Meeting['shared']>[number]

const SHUT =
  'Its room is closed: it can be read, and Muster writes nothing more there. What comes after is told to each person in private.'

/** At the head of a room that is closed. */
export function shutPart({ shut = [] }: Meeting): Part[] {
  return shut.length > 0 ? [{ kind: 'text', text: SHUT }] : []
}

/** On the roll: who was asked into a room from outside, and which room somebody closed by hand. */
export function roomLines(meeting: Meeting): Part[] {
  const { shut = [], shared = [], notLetIn = [] } = meeting
  const items = [
    ...shut.flatMap(({ place, found }) => (found ? [foundText(place.channel)] : [])),
    ...notLetIn.flatMap((one) => notLetInText(meeting, one)),
    ...shared.flatMap((one) => sharedText(meeting, one)),
  ]
  return items.length === 0 ? [] : [{ kind: 'list', items }]
}

function foundText(channel: string): Text {
  return `Somebody archived the room on ${serviceName(channel)}: what comes is told to each person in private.`
}

/** They have their call in private; nothing says that they cannot be let in by hand. */
function notLetInText(
  meeting: Meeting,
  { person, channel, reason }: NonNullable<Meeting['notLetIn']>[number],
): Text[] {
  if (!meeting.people.includes(person) || conflictOf(meeting, person)) return []
  const room = `the room on ${serviceName(channel)}`
  const then = 'They have their call in private. Let them in there by hand, or phone them.'
  return [[{ person }, ` is not in ${room}: ${reason.replace(/\.$/, '')}. ${then}`]]
}

/** Nobody can be taken out, or their invitation taken back, by Muster: it knows no account of theirs. */
function sharedText(meeting: Meeting, { person, channel, refused }: Shared): Text[] {
  const room = `the room on ${serviceName(channel)}`
  const isIn = meeting.people.includes(person) && !conflictOf(meeting, person)
  if (refused !== null) {
    if (!isIn) return []
    const isMailed = lettersOf(meeting, person).length > 0
    const then = isMailed ? 'They are told by mail.' : 'Whoever called the meeting phones.'
    const why = refused.replace(/\.$/, '')
    return [[{ person }, ` could not be asked into ${room} from outside: ${why}. ${then}`]]
  }
  const text = isIn
    ? ` was asked into ${room} from outside; its mail says how to join.`
    : ` was asked into ${room} from outside and must leave it: take them out there by hand, Muster cannot.`
  return [[{ person }, text]]
}
