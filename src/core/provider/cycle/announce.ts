import type { Effect, Slot } from '../../effect.ts'
import type { Standing } from '../../standing.ts'
import type { Instant } from '../../time/instant.ts'
import type { Provider } from '../provider.ts'
import { type DutyEvent, saidOfDuty } from './event.ts'
import { isAsked, type Question, slotOfQuestion } from './question.ts'

/** The card, the notice of what was done, and the questions that it asks or answers. */
export function announceDuty(
  provider: Provider,
  event: DutyEvent & { readonly at: Instant },
): readonly Effect[] {
  const { places, notices, questions = [] } = provider
  const isTold = event.type === 'stageDecided' || saidOfDuty(event) !== null
  const own: Slot[] = isTold ? ['root', `notice:${notices.length}`] : ['root']
  const slots = [...own, ...takenBackBy(provider, event)]
  const isNew = event.type === 'questionAsked'
  // What is closed at this moment was closed by this.
  const changed = questions.filter(
    ({ n, closed }) => closed?.at === event.at || (isNew && n === questions.length),
  )
  return [
    ...places.flatMap((place) =>
      slots.map((slot): Effect => ({ type: 'message', place, slot, urgent: false })),
    ),
    ...changed.flatMap((one) =>
      standingAt(places, one).map((standing): Effect => ({ type: 'message', ...standing })),
    ),
  ]
}

/** What said that it was not held says now that it was, or that it was not after all. */
function takenBackBy({ notices }: Provider, event: DutyEvent): Slot[] {
  if (event.type !== 'roundHeld' && event.type !== 'roundMissed') return []
  return notices
    .filter(
      ({ said }) =>
        said.say === 'roundMissed' &&
        said.cycle === event.cycle &&
        said.wasDueAt === event.wasDueAt,
    )
    .map(({ n }): Slot => `notice:${n}`)
}

/** What must stand while nobody has decided. */
export function standingQuestions({ places, questions = [] }: Provider): readonly Standing[] {
  return questions.filter(isAsked).flatMap((one) => standingAt(places, one))
}

function standingAt(places: Provider['places'], question: Question): Standing[] {
  return [...places, ...question.places].map((place) => ({
    place,
    slot: slotOfQuestion(question),
    urgent: false,
  }))
}
