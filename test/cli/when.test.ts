import { describe, expect, test } from 'vitest'
import { expected, scenarios } from '../core/time/england.ts'
import { batch, json, run } from './run.ts'

describe('muster when', () => {
  test('S02: answers with each day counted or skipped and why', async () => {
    expect(await json('when', 'D3', '--start', '2027-03-26 20:15', '--json')).toEqual({
      code: 0,
      complaints: '',
      answer: {
        rule: 'D3',
        start: '2027-03-26T20:15:00Z',
        due: '2027-04-01T22:59:59Z',
        dueLocal: 'Thu 1 Apr 2027 23:59 BST',
        counted: ['2027-03-30', '2027-03-31', '2027-04-01'],
        skipped: [
          { date: '2027-03-27', why: 'Saturday' },
          { date: '2027-03-28', why: 'Sunday' },
          { date: '2027-03-29', why: 'Easter Monday bank holiday' },
        ],
      },
    })
  })

  test('answers a reader in words', async () => {
    const { out, code } = await run(['when', 'd3', '--start', '2027-03-26 20:15'])

    expect(code).toBe(0)
    expect(out.split('\n')).toEqual([
      'D3 72-hour report shared, from Fri 26 Mar 2027 20:15 GMT',
      'due Thu 1 Apr 2027 23:59 BST: 3 working days from Fri 26 Mar; Sat 27, Sun 28 not counted; Mon 29 bank holiday (Easter Monday)',
      'Counted: Tue 30 Mar, Wed 31 Mar, Thu 1 Apr.',
      expect.stringMatching(
        /^Runs from the time when it occurred\. Rests on .* \(policy, in part our choice\)\.$/,
      ),
      '',
    ])
  })

  test('answers for the first of two times and says so, and for the second when asked', async () => {
    const start = ['--start', '2027-10-31 01:30', '--json']
    const first = await json('when', 'D1', ...start)
    const second = await json('when', 'D1', ...start, '--fold', 'second')

    expect(first.answer).toMatchObject({
      start: '2027-10-31T00:30:00Z',
      due: expected('S05b', 'steis_alert_due'),
      note: expect.stringMatching(/^01:30 happens twice on Sun 31 Oct 2027.*first/),
    })
    expect(second.answer.due).toBe(expected('S05c', 'steis_alert_due'))
    expect(second.answer).not.toHaveProperty('note')
  })

  test.each(['D2', 'D4'])('says that %s has no duration of its own', async (rule) => {
    expect(await json('when', rule, '--json')).toMatchObject({
      code: 0,
      answer: { rule, message: expect.stringMatching(/has no duration of its own/) },
    })
  })

  test('marks a date past the listed bank holidays', async () => {
    const { answer } = await json('when', 'D3', '--start', '2028-12-29 10:00', '--json')
    expect(answer).toMatchObject({ due: '2029-01-03T23:59:59Z', provisional: true })
  })

  test('takes a cycle, and an instant for a start', async () => {
    const { answer } = await json('when', 'D16', '--start', '2027-05-10T11:00:00Z', '--json')
    expect(answer).toMatchObject({ rule: 'D16', dueLocal: 'Thu 10 Jun 2027 23:59 BST' })
  })

  test.each([
    [['D3', '--start', '2027-03-28 01:30'], /01:30 does not exist on Sun 28 Mar 2027/],
    [['D3', '--start', '2027-02-30 10:00'], /2027-02-30 is not a day/],
    [['D3', '--start', 'yesterday'], /Write the date and the time as/],
    [['D3'], /Say when D3 starts/],
    [['D99', '--start', '2027-03-26 20:15'], /no rule "D99".*Did you mean.*D1, D2/],
    [['D3', 'D1', '--start', '2027-03-26 20:15'], /Name one rule/],
    [['--start', '2027-03-26 20:15'], /Name one rule/],
    [['D3', '--start', '2027-03-26 20:15', '--fold', 'third'], /at "fold"/],
    [['D3', '--begin', '2027-03-26 20:15'], /--begin.*Write: muster when/],
  ])('%j is answered with a sentence and exit code 1', async (args, error) => {
    expect(await json('when', ...args, '--json')).toEqual({
      code: 1,
      complaints: '',
      answer: { error: expect.stringMatching(error) },
    })
    expect(await run(['when', ...args])).toMatchObject({
      code: 1,
      out: '',
      complaints: expect.stringMatching(error),
    })
  })
})

describe('muster when --batch', () => {
  test('answers each line in order, the wrong ones too', async () => {
    const { code, answers } = await batch(
      ['when'],
      [
        '{"rule":"D3","start":"2027-03-26 20:15"}\r',
        '{"rule":"D1","start":"2027-10-31 01:30","fold":"second"}',
        '{"rule":"D3","start":"2027-03-28 01:30"}',
        'rubbish',
        '',
        '[]',
        '{"rule":"D\u2028","start":"2027-03-26 20:15"}',
        '{"rule":"D4"}',
        '{"rule":"__proto__"}',
      ],
    )

    expect(code).toBe(0)
    expect(answers).toEqual([
      expect.objectContaining({ due: '2027-04-01T22:59:59Z' }),
      expect.objectContaining({ due: '2027-11-02T01:30:00Z' }),
      { error: expect.stringMatching(/does not exist/) },
      { error: expect.stringMatching(/not valid JSON/) },
      { error: expect.stringMatching(/not valid JSON/) },
      { error: expect.stringMatching(/not as expected at "rule"/) },
      { error: expect.stringMatching(/no rule "D\u2028"/) },
      { rule: 'D4', message: expect.stringMatching(/no duration/) },
      { error: expect.stringMatching(/no rule "__proto__"/) },
    ])
  })

  test('agrees with the scenarios', async () => {
    const cases = scenarios.scenarios.flatMap(({ id, occurred, identified }) => [
      ...(occurred ? [{ id, rule: 'D3', name: 'report72_due', start: occurred.utc }] : []),
      ...(identified ? [{ id, rule: 'D1', name: 'steis_alert_due', start: identified.utc }] : []),
    ])
    const { answers } = await batch(
      ['when'],
      cases.map((one) => JSON.stringify(one)),
    )
    expect(answers.map(({ due }) => due)).toEqual(cases.map(({ id, name }) => expected(id, name)))
  })

  test('takes the rule from the command line where a line names none', async () => {
    const { answers } = await batch(['when', 'D1'], ['{"start":"2027-02-02 15:10"}'])
    expect(answers).toMatchObject([{ rule: 'D1', due: '2027-02-04T15:10:00Z' }])
  })
})
