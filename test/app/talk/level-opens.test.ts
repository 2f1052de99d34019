import { expect, test } from 'vitest'
import { seenBy } from '../../../src/core/message/viewing.ts'
import { providerId } from '../../../src/core/record-id.ts'
import { openApp } from '../../fixtures/app.ts'
import { person } from '../../fixtures/cases.ts'

test('on the card of a provider in enhanced each button that opens something is for those who may', async () => {
  const world = await openApp()
  const decided = { transition: 'G13', reason: 'Two incidents in a week.', evidence: null } as const
  await world.ask(
    { kind: 'provider', type: 'changeLevel', by: person('quinn'), ...decided, because: null },
    providerId('willow'),
  )
  await world.settle()
  const card = world.web.standing.findLast(
    ({ record, slot }) => record === providerId('willow') && slot === 'root',
  )
  if (!card) throw new Error('There is no card')
  const buttons = (who: string) =>
    seenBy(card.message, who).parts.flatMap((part) =>
      part.kind === 'buttons' ? part.buttons.map(({ label }) => label) : [],
    )

  const calls = ['Call the intelligence-sharing call…', 'Call the risk summit…']
  expect(buttons('mara')).toEqual(expect.arrayContaining(calls))
  expect(buttons('quinn')).toContain('Quality risk profile…')
  expect(buttons('quinn')).not.toContain('Call the intelligence-sharing call…')
  expect(buttons('wanda')).not.toContain('Quality risk profile…')
})
