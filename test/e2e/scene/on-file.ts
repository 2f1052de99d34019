import type { Entered, Form, Somebody } from './scene.ts'

const DOMAINS = ['Safety', 'Effectiveness', 'Experience', 'Well led', 'Use of resources']

/** The form of a step, from what is on file about Alder House; `on` is what it goes on with, by its number or its kind, if it is begun. */
export async function step(who: Somebody, label: string, on: number | string = ''): Promise<Form> {
  const number = typeof on === 'number' || on === '' ? on : await numberOf(who, on)
  return who.asksFor(`/muster file alder-house ${number}`.trim(), label)
}

/** The number of what is open of that kind, as whoever asks reads it. */
export async function numberOf(who: Somebody, kind: string): Promise<string> {
  const words = await who.asks('/muster file alder-house')
  const number = new RegExp(`${kind} (\\d+):`).exec(words)?.[1]
  if (number === undefined) throw new Error(`There is no ${kind} in: ${words}`)
  return number
}

/** The same scores in all five domains, by the words of the matrix. */
export function scored(consequence: string, likelihood: string, why: string): Entered {
  return Object.fromEntries(
    DOMAINS.flatMap((domain) => [
      [`${domain}: consequence`, consequence],
      [`${domain}: likelihood`, likelihood],
      [`${domain}: why this score?`, why],
    ]),
  )
}

export function contribution(of: string, view: string): Entered {
  return {
    'On behalf of whom?': of,
    'Whose words are these?': `The lead of the ${of}`,
    'What do they say about the risk?': view,
  }
}
