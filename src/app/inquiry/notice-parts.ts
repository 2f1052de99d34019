import { serviceName } from '../../core/late.ts'
import type { Meeting } from '../../core/meeting/meeting.ts'
import type { Part, Text } from '../../core/message/message.ts'
import type { RecordId } from '../../core/record-id.ts'
import type { Instant } from '../../core/time/instant.ts'
import { showLocal } from '../../core/time/local.ts'
import type { Store } from '../ports.ts'
import { messagesOf, type Notified } from './messages.ts'
import { slotsOfMeeting } from './slots.ts'
import { gathered } from './told-events.ts'

/** Proof of notice of a meeting, for whoever may see it: who was told when, on which service, and who answered. */
export async function noticeParts(
  { store }: { readonly store: Pick<Store, 'row'> },
  id: RecordId,
  zone: string,
): Promise<readonly Part[]> {
  const row = await store.row(id)
  const one = row && gathered('meeting', row)
  if (!one || one.record.removed) return []
  const calls = messagesOf(one, slotsOfMeeting(one)).filter(({ slot }) =>
    slot.startsWith('prompt:'),
  )
  const items = peopleOf(one.record).map((person) => lineOf(person, calls, zone))
  if (items.length === 0) return []
  return [
    { kind: 'text', text: 'Proof of notice – told, accepted by the service, answered:' },
    { kind: 'list', items },
    { kind: 'text', text: 'No service tells Muster whether a message was opened.' },
  ]
}

function peopleOf({ prompts, gone = [] }: Meeting): readonly string[] {
  const asked = prompts.flatMap((prompt) => prompt.asked)
  return [...new Set(asked)].filter((person) => !gone.includes(person))
}

function lineOf(person: string, calls: readonly Notified[], zone: string): Text {
  const own = calls.filter(({ place }) => place.endsWith(`/person/${person}`))
  const words = own.map((call) => `${aboutOf(call)}${deliveredWords(call, zone)}`)
  const answers = own.flatMap(({ answered }) => (answered?.by === person ? [answered] : []))
  const [answer] = answers
  const answered = answer
    ? `answered “${answer.answer}” ${showLocal(answer.at, zone)}`
    : 'no answer'
  return [{ person }, `: ${[...words, answered].join('; ')}`]
}

function aboutOf({ slot }: Notified): string {
  return slot === 'prompt:chair' ? 'asked to chair, ' : ''
}

function deliveredWords(call: Notified, zone: string): string {
  const { place, addedAt, acceptedAt, outcome, why } = call
  const service = serviceName(place.slice(0, place.indexOf('/')))
  const time = (at: Instant | null) => (at === null ? '' : ` ${showLocal(at, zone)}`)
  const told = `told${time(addedAt)} on ${service}`
  if (outcome === 'accepted') return `${told}, accepted${time(acceptedAt)}`
  return why === null ? `${told}, ${outcome}` : `${told}, ${outcome}: ${why.replace(/\.$/, '')}`
}
