import { askedOfCase, type CaseAsking } from '../../src/core/case/asked.ts'
import { permitted } from '../../src/core/permission/permitted.ts'
import { openCase, person, raisedAt } from '../core/case/cases.ts'
import { contextAt } from '../fixtures/context.ts'
import { clock, median } from './measure.ts'
import type { Row } from './table.ts'

/** Together with the identifier guard, whose own goal is the rest, at most 0.2 ms. */
const GOAL = 0.05
const AT_ONCE = 100

/** The door of a decision: whether somebody may, and the sentence that says who may instead. */
export async function permitting(smoke: boolean): Promise<Row[]> {
  return [
    row(
      'allowed, by the longest row',
      { type: 'evidence', by: person('omar'), clock: 'D1' },
      smoke,
    ),
    row('refused in a sentence', { type: 'have', by: person('nia'), clock: 'D1' }, smoke),
  ]
}

function row(name: string, intent: CaseAsking, smoke: boolean): Row {
  const kase = openCase().record()
  const context = contextAt(raisedAt)
  const times = Array.from({ length: smoke ? 5 : 500 }, () => {
    const start = clock()
    for (let n = 0; n < AT_ONCE; n += 1) {
      const asked = askedOfCase(kase, intent, context)
      if (!('ok' in asked)) permitted(asked, context)
    }
    return (clock() - start) / AT_ONCE
  })
  const ours = median(times)
  return { name: `permission, ${name}`, unit: 'ms', ours, floorName: null, floor: null, goal: GOAL }
}
