import { providerId, type RecordId } from '../../../src/core/record-id.ts'
import { type MadeUpWorld, person } from '../made-up-world.ts'

const ALDER = providerId('alder-house')
const LEAD = providerId('saltmarsh')

/** Visits to Alder House, asked about once it is in enhanced; meetings with the Lead Provider of which one was not held. */
export async function duties(world: MadeUpWorld): Promise<RecordId> {
  const name = 'Saltmarsh NHS Foundation Trust'
  const itself = { slug: 'saltmarsh', leadProvider: 'saltmarsh', name } as const
  await world.must({ kind: 'provider', type: 'register', ...itself }, LEAD)
  const asked = { kind: 'provider', type: 'beginDuty', by: person('teodora-whitlock') } as const
  const since = { startAt: '2026-11-02T10:00:00Z', amount: 3 }
  await world.must({ ...asked, cycle: 'D22', ...since }, ALDER)
  await world.must({ ...asked, cycle: 'D13', ...since }, LEAD)
  return LEAD
}
