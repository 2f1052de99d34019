import { read } from '../../../src/app/read.ts'
import { providerId } from '../../../src/core/record-id.ts'
import { type MadeUpWorld, person } from '../made-up-world.ts'

const ORCHARD = providerId('orchard-view')

/** What the unannounced visit is for. */
export const UNANNOUNCED = 'Whether the nights are staffed'

/** What is on file of Orchard View, by number. */
export interface OnFile {
  readonly suspension: string
  readonly visit: string
  readonly operational: string
}

/** Orchard View: suspended, to be visited unannounced, and short of staff so that partners are asked. */
export async function onFile(world: MadeUpWorld): Promise<OnFile> {
  const by = person('teodora-whitlock')
  const opens = { kind: 'provider', type: 'file', by, matter: null, seen: null } as const
  await world.must(
    {
      ...opens,
      rule: 'suspension',
      step: 'suspension.full',
      answers: {
        reasons: 'Three safeguarding concerns.',
        lifting: 'The plan is complete.',
        lookOn: '2027-04-16T08:00:00Z',
      },
    },
    ORCHARD,
  )
  await world.must(
    {
      ...opens,
      rule: 'visit',
      step: 'visit.unannounced',
      answers: {
        kind: 'assurance',
        purpose: UNANNOUNCED,
        visitOn: '2027-04-09T08:00:00Z',
        goes: 'The quality lead.',
        invited: ['quality-manager'],
      },
    },
    ORCHARD,
  )
  await world.must(
    {
      ...opens,
      rule: 'operational',
      step: 'operational.raised',
      answers: {
        type: 'staffing',
        what: 'Half the shift is ill.',
        since: world.app.now(),
        capacity: 'Two wards.',
        tried: 'Agencies.',
        partners: ['quality-manager', 'icb'],
        asked: 'Four nurses for a week.',
        answerBy: '2027-04-01T08:00:00Z',
      },
    },
    ORCHARD,
  )
  const provider = await read(world.app, { type: 'operator' }, ORCHARD)
  const of = (rule: string) => {
    const matters = provider?.kind === 'provider' ? provider.matters : undefined
    return `${matters?.find((one) => one.rule === rule)?.n}`
  }
  return { suspension: of('suspension'), visit: of('visit'), operational: of('operational') }
}
