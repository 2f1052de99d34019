import { handle } from '../../src/app/handle.ts'
import { askedOfCase } from '../../src/core/case/asked.ts'
import { guardIntent, guardingOf } from '../../src/core/guard/intent.ts'
import { permitted } from '../../src/core/permission/permitted.ts'
import { openCase, person, raisedAt } from '../core/case/cases.ts'
import { contextAt } from '../fixtures/context.ts'
import { clock, median, timed } from './measure.ts'
import { IVAN, seeded } from './seeded.ts'
import type { Row } from './table.ts'

/** At most so much of a durable change. */
const SHARE = 0.05
const TEXT =
  'The ward was two nurses short on the late shift. A patient was moved to the side room at 21:40 after she had hit a door, and nobody told the bed manager until the morning. '

/** The identifier guard and the permission check of a note, beside the whole change that it is. */
export async function trusting(smoke: boolean): Promise<Row[]> {
  const rounds = smoke ? 5 : 400
  const { app, cases, close } = await seeded('lowdb', smoke ? 5 : 400)
  const times = { trust: [] as number[], change: [] as number[] }
  try {
    for (let round = 0; round < rounds; round += 1) {
      const text = `${round} ${TEXT}`
      times.trust.push(trusted(text))
      const intent = { kind: 'case', type: 'note', by: IVAN, text } as const
      const to = cases[round % cases.length]
      if (!to) throw new Error('There are no cases')
      times.change.push(
        await timed(async () => {
          const answer = await handle(app, { key: `trust-${round}`, to, intent })
          if (!answer.ok) throw new Error(answer.refusal.message)
        }),
      )
    }
  } finally {
    await close()
  }
  return [
    {
      name: 'guard and permission of a note',
      unit: 'ms',
      ours: median(times.trust),
      floorName: 'the durable change',
      floor: median(times.change),
      goal: SHARE,
    },
  ]
}

function trusted(text: string): number {
  const kase = openCase().record()
  const context = contextAt(raisedAt)
  const intent = { kind: 'case', type: 'note', by: person('omar'), text } as const
  const start = clock()
  guardIntent(intent, [], guardingOf(context))
  const asked = askedOfCase(kase, intent, context)
  if (!('ok' in asked)) permitted(asked, context)
  return clock() - start
}
