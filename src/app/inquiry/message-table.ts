import type { Inquiry } from './inquiry.ts'
import type { Notified } from './messages.ts'

export const MESSAGE_HEADS = [
  ...['Of', 'Message', 'For', 'Where', 'Due', 'Written down', 'First tried'],
  ...[
    'Accepted by the service',
    'Its reference',
    'Tries',
    'How it ended',
    'Late since',
    'Opened',
    'Answered',
  ],
] as const

/** One message in words: to whom, when due, when handed over, when its service accepted it. */
export function messageCells(one: Notified, { naming, at }: Inquiry): readonly string[] {
  const time = (instant: string | null) => (instant === null ? '' : naming.time(instant))
  return [
    one.of,
    one.what,
    one.people.map((person) => naming.person(person, one.due ?? at)).join(', '),
    whereWords(one, naming, at),
    time(one.due),
    time(one.addedAt),
    time(one.firstTriedAt),
    time(one.acceptedAt),
    one.ref ?? '',
    one.tries === null ? '' : String(one.tries),
    one.why === null ? one.outcome : `${one.outcome}: ${one.why}`,
    time(one.lateSince),
    time(one.openedAt),
    one.answered ? `${one.answered.answer}, ${time(one.answered.at)}` : '',
  ]
}

function whereWords({ place, due }: Notified, naming: Inquiry['naming'], at: string): string {
  const [channel, kind, name] = place.split('/')
  if (kind === 'person' && name !== undefined)
    return `${naming.person(name, due ?? at)} on ${channel}`
  return name === undefined ? place : `${kind} ${name} on ${channel}`
}
