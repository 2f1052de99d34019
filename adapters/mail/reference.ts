import { createHash } from 'node:crypto'

/** What a letter told of a calendar’s entry: its number among all about it, and what it was. */
export interface Told {
  readonly sequence: number
  readonly entry: string
}

/** The same for the same task, so that a mail sent twice is one for whoever reads it. */
export function messageIdOf(task: string, domain: string, told: Told | null): string {
  const entry = told === null ? '' : `.${told.sequence}.${told.entry}`
  return `<${digest(task)}${entry}@${domain}>`
}

/** What the letter with this Message-ID told; null where it had no entry. */
export function toldBy(messageId: string): Told | null {
  const [, sequence, entry] = /^<[0-9a-f]{40}\.(\d{1,9})\.([0-9a-f]{16})@/.exec(messageId) ?? []
  return sequence === undefined || entry === undefined
    ? null
    : { sequence: Number(sequence), entry }
}

/** What all mails about one record are answers to. */
export function threadOf(record: string, domain: string): string {
  return `<${digest(record)}@${domain}>`
}

function digest(words: string): string {
  return createHash('sha256').update(words).digest('hex').slice(0, 40)
}
