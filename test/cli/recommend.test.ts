import { expect, test } from 'vitest'
import { batch, json, run } from './run.ts'

test('muster recommend answers with reasons', async () => {
  const { code, answer } = await json(
    'recommend',
    '--json',
    '{"triggers":["T3","T4"],"urgent":false}',
  )

  expect(code).toBe(0)
  expect(answer).toMatchObject({
    recommend: 'consider enhanced',
    reasons: [expect.stringMatching(/^2 triggers count: T3/)],
    urgent: false,
  })
})

test('muster recommend answers a reader in words', async () => {
  const { out } = await run(['recommend', 'T3', 'H2', '--score', '16'])

  expect(out.split('\n')).toEqual([
    'Recommended: stay on routine, and the urgent path. A person decides.',
    expect.stringMatching(/^- 1 trigger counts: T3/),
    '- The risk score is 16; from 15 on the urgent path is offered.',
    expect.stringMatching(/^- For information, not counted: H2/),
    expect.stringMatching(/not the NHS England tool/),
    '',
  ])
})

test('muster recommend --batch answers each line in order', async () => {
  const { code, answers } = await batch(
    ['recommend'],
    [
      '{"triggers":["T13"],"urgent":false}',
      '{"triggers":["T3"],"urgent":true}',
      '{"triggers":[{"id":"H7"}]}',
      '{"triggers":["T3","T3"],"urgent":false}',
      '{"triggers":"T3","urgent":false}',
      '{"triggers":[],"urgent":false}',
    ],
  )

  expect(code).toBe(0)
  expect(answers).toMatchObject([
    { recommend: 'consider enhanced', urgent: false },
    { recommend: 'consider enhanced', urgent: true },
    { recommend: 'consider enhanced', urgent: true },
    { error: expect.stringMatching(/T3 is there twice/) },
    { error: expect.stringMatching(/at "triggers"/) },
    { recommend: 'stay on routine', urgent: false },
  ])
})

test.each([
  [['--json', '{"triggers":["T77"]}'], /no trigger "T77"/],
  [['--json', 'T3'], /not valid JSON/],
  [['--json'], /Write: muster recommend/],
])('muster recommend %j is answered with a sentence and exit code 1', async (args, error) => {
  expect(await json('recommend', ...args)).toMatchObject({
    code: 1,
    answer: { error: expect.stringMatching(error) },
  })
})
