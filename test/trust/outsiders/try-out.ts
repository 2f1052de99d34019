import { type Answered, type Asked, ask } from './ask.ts'

/** Somebody who should get nothing, with the answer that was written down for them by hand. */
export interface Outsider {
  readonly name: string
  readonly asked: Asked
  readonly status: number
  /** All that they are told. */
  readonly text: string
}

/** What each got instead of what was written down; and how many were let in. */
export async function tryOut(port: number, outsiders: readonly Outsider[]): Promise<string[]> {
  const wrongs: string[] = []
  for (const { name, asked, status, text } of outsiders) {
    const got = await ask(port, asked)
    if (got.status !== status || got.text.trim() !== text) wrongs.push(`${name}: ${words(got)}`)
  }
  return wrongs
}

function words({ status, text }: Answered): string {
  return `${status} ${text.slice(0, 120)}`
}
