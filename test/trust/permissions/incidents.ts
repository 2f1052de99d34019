import type { CaseIntentOf } from '../../../src/core/case/intent.ts'
import type { RecordId } from '../../../src/core/record-id.ts'
import { type MadeUpWorld, person } from '../made-up-world.ts'

/** Serious incidents that are followed to the end. */
export interface Followed {
  /** Its teleconference was held, and CQC may have to be told of it. */
  readonly followed: RecordId
}

export async function followedUp(
  world: MadeUpWorld,
  raised: CaseIntentOf<'raise'>,
): Promise<Followed> {
  const followed = await world.must({ ...raised, answers: { under18: 'yes' } })
  const held = { clock: 'D4', doneAt: world.app.now(), reference: null } as const
  const note = { form: 'teleconference', answers: { attendees: 'All who were asked.' } } as const
  const by = person('teodora-whitlock')
  await world.must({ kind: 'case', type: 'evidence', by, ...held, ...note }, followed)
  return { followed }
}
