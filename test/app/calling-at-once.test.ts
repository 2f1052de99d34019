import { expect, test } from 'vitest'
import { handle } from '../../src/app/handle.ts'
import { providerId } from '../../src/core/record-id.ts'
import { openApp } from '../fixtures/app.ts'
import { convening, incident } from '../fixtures/cases.ts'

type App = Awaited<ReturnType<typeof openApp>>

async function meetingsIn({ store }: App): Promise<number> {
  return (await store.list({ facets: { kind: 'meeting' } })).length
}

test('two people who confirm the call of a case at once call one meeting; the second reads who does', async () => {
  const app = await openApp({ channels: ['web'] })
  const raised = await app.ask(incident())
  if (!raised.ok) throw new Error('It was not raised.')
  const answers = await Promise.all(
    ['k1', 'k2'].map((key) => handle(app.app, { key, to: raised.id, intent: convening() })),
  )
  await app.settle()

  const refusals = answers.flatMap((one) => (one.ok ? [] : [one.refusal]))
  expect(refusals).toMatchObject([
    { code: 'alreadyOpen', message: expect.stringMatching(/is calling .* at this moment/) },
  ])
  expect(await meetingsIn(app)).toBe(1)
  expect((await app.record('case', raised.id)).meetings).toHaveLength(1)
})

test('two people who confirm the call of a provider at once call one meeting', async () => {
  const app = await openApp({ channels: ['web'] })
  const intent = {
    kind: 'provider',
    type: 'convene',
    by: { type: 'person', person: 'quinn' },
    via: 'web',
    meeting: 'M12',
    seats: null,
    startsAt: null,
    why: 'Two places are missing.',
    urgent: false,
  } as const
  const to = providerId('willow')
  await Promise.all(['k1', 'k2'].map((key) => handle(app.app, { key, to, intent })))
  await app.settle()

  expect(await meetingsIn(app)).toBe(1)
})

test('the corrected time of a teleconference reaches the clock that it met', async () => {
  const app = await openApp({ channels: ['web'] })
  const raised = await app.ask(incident())
  if (!raised.ok) throw new Error('It was not raised.')
  await app.ask({ ...convening(), meeting: 'M3', urgent: false }, raised.id)
  const [meeting] = await app.store.list({ facets: { kind: 'meeting' } })
  await app.moveTo('2027-03-27T12:00:00Z')
  const by = { type: 'person', person: 'quinn' } as const
  const recorded = { heldAt: '2027-03-27T09:00:00Z', form: 'teleconference', answers: {} } as const
  await app.ask({ kind: 'meeting', type: 'record', by, ...recorded }, meeting?.id)
  const corrected = { version: 0, heldAt: '2027-03-27T11:30:00Z', answers: {} } as const
  await app.ask({ kind: 'meeting', type: 'correct', by, ...corrected }, meeting?.id)

  const { clocks } = await app.record('case', raised.id)
  expect(clocks.find(({ rule }) => rule === 'D4')).toMatchObject({
    state: 'met',
    metAt: '2027-03-27T11:30:00Z',
  })
})
