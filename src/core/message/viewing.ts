import type { Message } from './message.ts'

/** Everybody for whom some of its buttons are; nobody where they are for all. */
export function pressersOf({ parts }: Message): readonly string[] {
  const people = parts.flatMap((part) => (part.kind === 'buttons' ? (part.for ?? []) : []))
  return [...new Set(people)]
}

/** A message as one person sees it, or everybody (null): without the buttons that are for others. */
export function seenBy(message: Message, person: string | null): Message {
  const parts = message.parts.filter(
    (part) =>
      part.kind !== 'buttons' ||
      part.for === undefined ||
      (person !== null && part.for.includes(person)),
  )
  return { ...message, parts }
}
