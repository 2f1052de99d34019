import { providerId, type RecordId } from '../../../src/core/record-id.ts'
import { type MadeUpWorld, person } from '../made-up-world.ts'

/** Twenty years and some days: longer than a meeting is kept. */
const LONG = 60 * 24 * 7400
const ALDER = providerId('alder-house')
const TEODORA = person('teodora-whitlock')

/** Quality review meetings about Alder House that are recorded. */
export interface Reviews {
  readonly reviewed: RecordId
  /** Held beyond its time. */
  readonly heldReview: RecordId
  /** Past the time for which it was kept. */
  readonly pastReview: RecordId
}

export async function reviews(world: MadeUpWorld): Promise<Reviews> {
  await world.pass(-LONG)
  const pastReview = await review(world)
  await world.pass(LONG)
  const reviewed = await review(world)
  const heldReview = await review(world)
  const hold = { kind: 'meeting', type: 'hold', because: 'The coroner asked.' } as const
  await world.must({ ...hold, by: person('beatriz-thornby') }, heldReview)
  return { reviewed, heldReview, pastReview }
}

async function review(world: MadeUpWorld): Promise<RecordId> {
  const asked = { via: 'web', meeting: 'M6', seats: null, startsAt: null, urgent: false } as const
  const why = 'Alder House is in enhanced.'
  await world.must({ kind: 'provider', type: 'convene', by: TEODORA, ...asked, why }, ALDER)
  const all = await world.app.store.list({
    facets: { kind: 'meeting', rule: 'M6', status: 'open' },
  })
  const [found, ...more] = all
  if (!found || more.length > 0) throw new Error('There is not one review that is open')
  const record = { form: 'qualityReviewRecord', answers: {}, heldAt: world.app.now() } as const
  await world.must({ kind: 'meeting', type: 'record', by: TEODORA, ...record }, found.id)
  return found.id
}

/** The record that led to the level of Alder House says something else now. */
export async function questioned(world: MadeUpWorld, meeting: RecordId): Promise<void> {
  const changed = { meeting, label: 'Risk summit', how: 'corrected' } as const
  const correctedBy = { type: 'clock' } as const
  await world.must({ kind: 'provider', type: 'noteRecordChanged', ...changed, correctedBy }, ALDER)
}
