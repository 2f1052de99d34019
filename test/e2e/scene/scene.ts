import type { App } from '../../../src/app/app.ts'

/** One’s own messages with Muster, by the name that the playground gives them. */
export const OWN = 'You and Muster'

/** What somebody enters, by the questions as they read: words, the label of an option, or several. */
export type Entered = Readonly<Record<string, string | readonly string[]>>

/** Where something stands: a room by its name, or one’s own messages; `under` begins the thread. */
export interface Where {
  readonly room: string
  readonly under?: RegExp
}

/** A form before somebody. */
export interface Form {
  /** All of this stands in it, at once or soon. */
  shows(...words: readonly string[]): Promise<void>
  /** Fills it in and hands it in; it must be over then. */
  send(entered?: Entered): Promise<void>
  /** Fills it in and hands it in; there must be something more to read or to put right. */
  goesOn(entered?: Entered): Promise<Form>
  /** Puts it aside. */
  leave(): Promise<void>
}

/** A message as somebody has it before them, whatever becomes of it. */
export interface Kept {
  /** Presses what is out of date by then: what they alone are told. */
  isTold(label: string): Promise<string>
}

/** A person on a chat service: everything is done by what they can see. Titles are of the newest message. */
export interface Somebody {
  /** Types a command that opens a form. */
  types(command: string): Promise<Form>
  /** Types a command that is answered in private. */
  asks(command: string): Promise<string>
  /** Types a command, and presses what opens a form in the private answer. */
  asksFor(command: string, label: string): Promise<Form>
  /** A message, once it says all of these words; throws where they cannot see it. */
  reads(where: Where, title: RegExp, ...words: readonly string[]): Promise<string>
  presses(where: Where, title: RegExp, label: string): Promise<void>
  /** Presses what opens a form. */
  opens(where: Where, title: RegExp, label: string): Promise<Form>
  /** Presses what is not for them, or once more: what they alone are told. */
  isTold(where: Where, title: RegExp, label: string): Promise<string>
  keeps(where: Where, title: RegExp): Promise<Kept>
  /** Whether they are in a room that Muster made. */
  isIn(room: string): Promise<boolean>
  /** The names of those who are in it. */
  peopleIn(room: string): Promise<readonly string[]>
}

/** Muster in front of a chat service, with a made-up world and a clock that the test moves. */
export interface Scene {
  /** To look something up that no person sees, never to do something. */
  readonly app: App
  /** Whatever was logged as wrong. */
  readonly faults: readonly string[]
  person(name: string): Promise<Somebody>
  /** Moves the clock, and waits until all that follows has been sent. */
  at(instant: string): Promise<void>
  close(): Promise<void>
}

/** The label of a button, with or without its dots. */
export function labelled(label: string): RegExp {
  return new RegExp(`^${escaped(label)}…?$`)
}

export function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** Every text inside something that was sent, however deep, as far as somebody reads it. */
export function textsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' ? (READ.has(key) ? [inner] : []) : textsIn(inner),
  )
}

const READ = new Set(['text', 'title', 'label', 'value'])

/** Throws with all that stands there, so that a failure says what people see. */
export function mustSay(text: string, words: readonly string[]): string {
  const missing = words.find((one) => !text.includes(one))
  if (missing !== undefined) throw new Error(`“${missing}” does not stand in:\n${text}`)
  return text
}
