import type { Directory } from '../people/directory.ts'
import { findPerson, nameOf } from '../people/find.ts'
import { type Prompt, promptName } from '../prompt.ts'
import type { Inner, Line } from './drill.ts'

/** For whom a message is: the person who would have got it; null where it stands in a room for all. */
function addresseesOf(record: Inner, { place, slot }: Line): readonly string[] | null {
  if (place.to.type === 'person') return [place.to.person]
  const [kind = '', id = '', n = ''] = slot.split(':')
  if (kind === 'prompt') return latest(promptsOf(record).find((one) => promptName(one) === id))
  if (kind !== 'nudge') return null
  if (id.startsWith('prompt.')) {
    const asked = promptsOf(record).find((one) => `prompt.${promptName(one)}` === id)
    const person = asked?.asked[Number(n) - 1]
    return person === undefined ? (asked?.asked ?? null) : [person]
  }
  return nudgesOf(record, id).find((one) => one.n === Number(n))?.to ?? null
}

/**
 * `To Maya Trelawn, deputy incident lead; also to Oswin Tarrant` or `In the room larkspur-quality`.
 * The newest comes first: whoever presses plays them.
 */
export function addressWords(record: Inner, line: Line, directory: Directory): string {
  const people = addresseesOf(record, line)
  if (people === null || people.length === 0) {
    const { to } = line.place
    return `In the room ${to.type === 'room' ? to.room : 'of the case'}`
  }
  const [newest = '', ...others] = people.toReversed()
  const also = others.map((one) => nameOf(directory, one))
  return `To ${titled(newest, directory)}${also.length > 0 ? `; also to ${also.join(', ')}` : ''}`
}

/** `Maya Trelawn, deputy incident lead`. */
export function titled(person: string, directory: Directory): string {
  const found = findPerson(directory, person)?.person
  if (!found) return person
  return found.title === undefined ? found.name : `${found.name}, ${found.title}`
}

export function promptsOf(record: Inner): readonly Prompt[] {
  return record.kind === 'provider' ? [] : record.prompts
}

function latest(prompt: Prompt | undefined): readonly string[] | null {
  const person = prompt?.asked.at(-1)
  return person === undefined ? null : [person]
}

function nudgesOf(record: Inner, id: string): readonly { n: number; to: readonly string[] }[] {
  switch (record.kind) {
    case 'case':
      return record.clocks.find(({ rule }) => rule === id)?.nudges ?? []
    case 'provider':
      return record.cycles.find((cycle) => cycle.rule === id)?.nudges ?? []
    case 'meeting':
      return []
  }
}
