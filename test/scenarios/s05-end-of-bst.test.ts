import { describe, expect, test } from 'vitest'
import { foldFieldId } from '../../src/core/form/field-id.ts'
import type { Answers } from '../../src/core/message/form.ts'
import { incident, person } from '../core/case/cases.ts'
import { openApp, type TestApp } from '../fixtures/app.ts'
import { expected, story, timesOf } from './story.ts'

const RAISED = '2027-10-31T02:00:00Z'

describe('S05: the night in which British Summer Time ends', () => {
  test.each(['S05a', 'S05b', 'S05c'])(
    '%s: D1 counts every hour, D3 whole working days',
    async (id) => {
      const s05 = await story(RAISED, incident(timesOf(id)))

      expect((await s05.clock('D1')).dueAt).toBe(expected(id, 'steis_alert_due'))
      expect((await s05.clock('D3')).dueAt).toBe(expected(id, 'report72_due'))
      expect(s05.says('root')).toContain('due Wed 3 Nov 2027 23:59 GMT')
    },
  )

  test('identified before midnight in summer time, the due time is an hour earlier on the wall', async () => {
    const s05 = await story(RAISED, incident(timesOf('S05a')))

    expect(s05.says('root')).toContain('due Mon 1 Nov 2027 22:40 GMT')
    expect(s05.says('nudge:D1:1')).toContain('it is an hour earlier by the clock on the wall')
  })
})

describe('01:30 on the form', () => {
  const answers: Answers = {
    what: 'A patient was found without observation.',
    provider: 'willow',
    where: 'Ward 2',
    occurred: '2027-10-30 22:10',
    identified: '2027-10-31 01:30',
    danger: 'no',
    done: 'The ward was made safe.',
    safeguarding: 'yes',
    how: 'named',
    confidential: 'no',
  }
  const heard = (key: string) => ({ actor: person('nia'), channel: 'web', key })

  async function handIn(app: TestApp, given: Answers) {
    const opened = await app.conversation.command(heard('c1'), 'incident', '')
    if (opened.type !== 'form') throw new Error('No form was opened')
    const reply = await app.conversation.submit(heard('c2'), opened.form.ticket, given)
    await app.settle()
    return reply
  }

  async function dueD1(app: TestApp): Promise<string | null | undefined> {
    const [row] = await app.store.list({ facets: { kind: 'case' } })
    if (!row) return undefined
    return (await app.record('case', row.id)).clocks.find(({ rule }) => rule === 'D1')?.dueAt
  }

  test('on 31 October happens twice: it is asked which, and the first is offered first', async () => {
    const app = await openApp({ startsAt: RAISED })
    const reply = await handIn(app, answers)

    expect(reply.type).toBe('form')
    const fields = reply.type === 'form' ? reply.form.fields : []
    const which = fields.find(({ id }) => id === foldFieldId('identified'))
    expect(which?.options?.map(({ value }) => value)).toEqual(['first', 'second'])
    expect(which?.value).toBe('first')
    expect(fields.find(({ id }) => id === 'identified')?.error).toContain(
      '01:30 happens twice on Sun 31 Oct 2027',
    )
    expect(await dueD1(app)).toBeUndefined()
  })

  test.each([
    ['first', 'S05b'],
    ['second', 'S05c'],
  ])('answered with the %s it is %s', async (fold, id) => {
    const app = await openApp({ startsAt: RAISED })
    await handIn(app, { ...answers, [foldFieldId('identified')]: fold })

    expect(await dueD1(app)).toBe(expected(id, 'steis_alert_due'))
  })

  test('on 28 March does not exist, and the form says why', async () => {
    const app = await openApp({ startsAt: '2027-03-28T12:00:00Z' })
    const gap = { occurred: '2027-03-28 00:10', identified: '2027-03-28 01:30' }
    const reply = await handIn(app, { ...answers, ...gap })

    const fields = reply.type === 'form' ? reply.form.fields : []
    expect(fields.find(({ id }) => id === 'identified')?.error).toContain(
      '01:30 does not exist on Sun 28 Mar 2027: the clocks go forward',
    )
    expect(await dueD1(app)).toBeUndefined()
  })
})
