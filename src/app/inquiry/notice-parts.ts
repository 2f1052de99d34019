import { isKeptOut } from '../../core/meeting/conflict/conflict.ts'
import type { Meeting } from '../../core/meeting/meeting.ts'
import type { Part, Text } from '../../core/message/message.ts'
import type { Actor } from '../../core/people/actor.ts'
import type { RecordId } from '../../core/record-id.ts'
import { showLocal } from '../../core/time/local.ts'
import type { Store } from '../ports.ts'
import { deliveredWords } from './delivered-words.ts'
import { letterLines } from './letter-lines.ts'
import { messagesOf, type Notified } from './messages.ts'
import { slotsOfMeeting } from './slots.ts'
import { gathered } from './told-events.ts'

/** Proof of notice of a meeting, for whoever may see it: who was told when, on which service, and who answered. */
export async function noticeParts(
  { store }: { readonly store: Pick<Store, 'row'> },
  id: RecordId,
  zone: string,
  reader: Actor,
): Promise<readonly Part[]> {
  const row = await store.row(id)
  const one = row && gathered('meeting', row)
  if (!one || one.record.removed) return []
  const all = messagesOf(one, slotsOfMeeting(one))
  const calls = all.filter(({ slot }) => slot.startsWith('prompt:'))
  const items = [
    ...peopleOf(one.record).map((person) => lineOf(person, calls, zone)),
    ...(readsVotes(one.record, reader) ? letterLines(one.record, all, zone) : []),
  ]
  if (items.length === 0) return []
  return [
    { kind: 'text', text: 'Proof of notice – told, accepted by the service, answered:' },
    { kind: 'list', items },
    { kind: 'text', text: 'No service tells Muster whether a message was opened.' },
  ]
}

/** What is decided meanwhile is not for whoever is kept out. */
function readsVotes(meeting: Meeting, reader: Actor): boolean {
  return reader.type === 'person' && !isKeptOut(meeting, reader.person)
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
