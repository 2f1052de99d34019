import type { Entered, Form, Somebody } from './scene.ts'

const DOMAINS = ['Safety', 'Effectiveness', 'Experience', 'Well led', 'Use of resources']

/** The form of a step, from what is on file about Alder House; `matter` is its number, if it is begun. */
export function step(who: Somebody, label: string, matter: number | '' = ''): Promise<Form> {
  return who.asksFor(`/muster file alder-house ${matter}`.trim(), label)
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
