import { expect, test } from 'vitest'
import type { Intent } from '../../../src/core/intent.ts'
import { type RecordId, referenceOf } from '../../../src/core/record-id.ts'
import { openApp } from '../../fixtures/app.ts'
import { convening, incident, person } from '../../fixtures/cases.ts'
import { fieldIn, formIn, speaker, standingIn, wordsOf } from './speaking.ts'

/** A first summit has passed the first gate and is recorded; a second one about the same case goes on. */
async function twoSummits() {
  const app = await openApp({ channels: ['web'], startsAt: '2027-08-14T07:55:00Z' })
  const raised = await app.ask(incident())
  if (!raised.ok) throw new Error(raised.refusal.message)
  const asked = async (intent: Intent, to: RecordId) => {
    const answer = await app.ask(intent, to)
    if (!answer.ok) throw new Error(answer.refusal.message)
  }
  const called = async () => {
    await asked(convening(), raised.id)
    const meeting = (await app.record('case', raised.id)).meetings.at(-1)?.meeting
    if (!meeting) throw new Error('No meeting was called')
    return meeting
  }
  const by = person('quinn')
  const about = { kind: 'meeting', by } as const
  const first = await called()
  const put = {
    question: 'It is shared.',
    affects: ['willow'],
    form: 'joint',
    topic: null,
  }
  const plain = {
    authority: 'decision',
    ratifiedBy: null,
    supersedes: null,
    because: null,
  } as const
  await asked({ ...about, type: 'proposeDecision', ...put, ...plain, gate: 'risk' }, first)
  const vote = { type: 'vote', decision: 1, choice: 'for' } as const
  await asked({ ...about, ...vote, by: person('wanda') }, first)
  await asked({ ...about, type: 'closeVote', decision: 1, reason: 'It is plain.' }, first)
  const record = { type: 'record', heldAt: app.app.now(), form: 'riskSummitRecord' } as const
  await asked({ ...about, ...record, answers: { judgement: 'Shared.' } }, first)
  return { app, first, second: await called() }
}

test('the form offers what an earlier summit has passed, and puts another decision instead with a reason', async () => {
  const { app, first, second } = await twoSummits()
  const quinn = speaker(app, 'quinn')
  const open = { do: 'open', form: 'decide', record: second } as const
  const form = formIn(await quinn.press(open))
  const reference = referenceOf(first)

  expect(fieldIn(form, 'gate').options?.map(({ description }) => description)).toEqual([
    'passed',
    'open to be decided',
    'locked until the one before has passed',
  ])
  expect(fieldIn(form, 'supersedes').options).toEqual([
    {
      value: `${first}/1`,
      label: `Decision 1 of ${reference}`,
      description: '“Which risk is shared”, passed',
    },
  ])
  const answers = { question: 'It is worse.', form: 'joint', authority: 'decision' }
  const instead = { ...answers, supersedes: `${first}/1` }
  expect(wordsOf(app, await quinn.fill(form, instead))).toContain('has passed. Say why')
  const said = await quinn.fill(form, { ...instead, because: 'Two more were hurt.' })

  expect(wordsOf(app, said)).toContain('It stands in the meeting.')
  const room = app.web.rooms.at(-1)?.room
  const words = standingIn(app, 'decision:1', `web/room/${room}`)
  expect(JSON.stringify(words)).toContain(`decision 1 of ${reference}: Two more were hurt.`)
  expect(JSON.stringify(words)).toContain('Which risk is shared')
})
