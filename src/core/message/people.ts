import type { Message, Text } from './message.ts'

/** Everybody whom a message names, each once. */
export function peopleIn(message: Message): string[] {
  const texts = message.parts.flatMap((part): Text[] => {
    if (part.kind === 'text' || part.kind === 'alert') return [part.text]
    if (part.kind === 'facts') return part.facts.map(([, value]) => value)
    return part.kind === 'list' ? [...part.items] : []
  })
  const people = texts.flatMap((text) =>
    typeof text === 'string'
      ? []
      : text.flatMap((piece) =>
          typeof piece !== 'string' && 'person' in piece ? [piece.person] : [],
        ),
  )
  return [...new Set(people)]
}

/** Whom a message calls where it stands; whoever is told on another service is only named. */
export function mentionedIn(message: Message): string[] {
  return peopleIn(message).filter((person) => !message.elsewhere?.includes(person))
}
