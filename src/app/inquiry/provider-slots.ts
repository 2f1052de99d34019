import { slotOfQuestion } from '../../core/provider/cycle/question.ts'
import type { Provider } from '../../core/provider/provider.ts'
import { slotOfReview } from '../../core/provider/review/review.ts'
import { slotOf } from '../../core/telling/telling.ts'
import { spaced } from './markdown.ts'
import type { Slotted } from './slots.ts'
import type { Gathered } from './told-events.ts'

/** Every message that a provider had to send, by its slot: also reminders of rounds that are over. */
export function slotsOfProvider({
  record,
  told,
}: Gathered<Provider>): ReadonlyMap<string, Slotted> {
  const { notices, tellings = [], reviews = [], questions = [] } = record
  const nudged = told.flatMap(({ event }) => (event?.type === 'cycleNudged' ? [event] : []))
  const listed = told.find(({ event }) => event?.type === 'registered')?.event?.at ?? null
  return new Map<string, Slotted>([
    ['root', { what: 'The provider itself, kept up to date', due: listed, people: [] }],
    ...nudged.map(({ cycle, nudge: { n, at, why, to } }): [string, Slotted] => [
      `nudge:${cycle}:${n}`,
      { what: `${cycle} reminder ${n}: ${why}`, due: at, people: to },
    ]),
    ...notices.map(({ n, at, said }): [string, Slotted] => [
      `notice:${n}`,
      { what: `Notice: ${spaced(said.say)}`, due: at, people: [] },
    ]),
    ...reviews.map((review): [string, Slotted] => [
      slotOfReview(review),
      { what: 'Question: does the level still stand?', due: review.at, people: review.asked },
    ]),
    ...questions.map((question): [string, Slotted] => [
      slotOfQuestion(question),
      {
        what: `Question: ${spaced(question.about.ask)}, ${question.about.of}`,
        due: question.at,
        people: question.asked,
      },
    ]),
    ...tellings.map((telling): [string, Slotted] => [
      slotOf(telling),
      { what: `${telling.rule}: told in private`, due: telling.at, people: [] },
    ]),
  ])
}
