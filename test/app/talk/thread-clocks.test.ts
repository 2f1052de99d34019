import { describe, expect, test } from 'vitest'
import { openApp } from '../../fixtures/app.ts'
import { policyOf } from '../../fixtures/context.ts'
import { noted, thread } from './in-thread.ts'
import { fieldIn, formIn, pressOn, raisedIncident, speaker, standingIn } from './speaking.ts'

describe('done', () => {
  test('“done StEIS ref 2027/1234” keeps the reference and asks when', async () => {
    const { world, say, clock } = await thread()

    expect(await say('ivan', 'done StEIS ref 2027/1234')).toBe('')

    expect(await clock('D1')).toMatchObject({ state: 'running', reference: '2027/1234' })
    expect(standingIn(world, 'prompt:notified-D1')?.title).toBe(
      'When was the Quality Manager notified?',
    )
  })

  test.each([
    ['21:10', '2027-03-26T21:10:00Z'],
    ['at 21:10', '2027-03-26T21:10:00Z'],
    ['21.10 GMT', '2027-03-26T21:10:00Z'],
    ['today 21:10', '2027-03-26T21:10:00Z'],
    ['now', '2027-03-26T21:30:00Z'],
    ['just now', '2027-03-26T21:30:00Z'],
    ['1', '2027-03-26T21:30:00Z'],
  ])('“%s” answers when it was', async (text, metAt) => {
    const { world, say, clock } = await thread()
    await say('ivan', 'done StEIS ref 2027/1234')
    await world.moveTo('2027-03-26T21:30:00Z')

    expect(await say('ivan', text)).toBe('')

    expect(await clock('D1')).toMatchObject({ state: 'met', metAt, late: false })
  })

  test.each([
    ['done D1 ref X at 20:45', 'X', '2027-03-26T20:45:00Z'],
    ['Done: D1, reference 2027/1234, at 20:45', '2027/1234', '2027-03-26T20:45:00Z'],
    ['done d1 ref 2027/1234. At 20:45', '2027/1234', '2027-03-26T20:45:00Z'],
    ['done D1 20:45', null, '2027-03-26T20:45:00Z'],
    ['done D1 ref #2027/1234 now', '2027/1234', '2027-03-26T21:30:00Z'],
    ['done D1 today 20:45', null, '2027-03-26T20:45:00Z'],
    ['done D1, referred to the team at 20:45', null, '2027-03-26T20:45:00Z'],
    ['done StEIS ref 2027/1234 on 26 Mar 20:45', '2027/1234', '2027-03-26T20:45:00Z'],
    ['done, StEIS reference number 2027/1234, at 8.45pm', '2027/1234', '2027-03-26T20:45:00Z'],
    ['done D1 at 20:45 on StEIS, ref no. 2027/1234', '2027/1234', '2027-03-26T20:45:00Z'],
    ['done D1 26/3/2027 20:45', null, '2027-03-26T20:45:00Z'],
    ['done StEIS ref D2-1234 2027-03-26T20:45:00Z', 'D2-1234', '2027-03-26T20:45:00Z'],
  ])('“%s” says all at once', async (text, reference, metAt) => {
    const { world, say, clock } = await thread()
    await world.moveTo('2027-03-26T21:30:00Z')

    expect(await say('ivan', text)).toBe('')

    expect(await clock('D1')).toMatchObject({ state: 'met', reference, metAt })
  })

  test('“reported on StEIS, ref …” has no time in it, which is then asked', async () => {
    const { say, clock, kase } = await thread()

    expect(await say('ivan', 'done, reported on StEIS, ref 2027/1234')).toBe('')

    expect(await clock('D1')).toMatchObject({ state: 'running', reference: '2027/1234' })
    expect((await kase()).prompts.map(({ id }) => id)).toContain('notified-D1')
  })

  test('a reason that “done …” cannot keep is not lost in silence', async () => {
    const { world, say, clock } = await thread()
    await world.moveTo('2027-03-26T21:30:00Z')

    expect(await say('ivan', 'done D1 at 20:45 because D3 waits')).toContain(
      'the reason was not recorded',
    )

    expect((await clock('D1')).state).toBe('met')
    expect((await clock('D3')).state).toBe('running')
  })

  test('without a word more means the clock that somebody was nudged about', async () => {
    const { say, kase } = await thread()

    expect(await say('ivan', 'Done!')).toBe('')

    expect((await kase()).prompts.map(({ id }) => id)).toContain('notified-D1')
  })

  test('of a clock that is recorded with a form offers the form', async () => {
    const { world, id } = await thread()

    const reply = await speaker(world, 'quinn').reply(id, 'done D3')

    if (reply.type !== 'say') throw new Error('Nothing was offered')
    expect(pressOn(reply.message, 'Open')).toMatchObject({
      form: 'report72',
      with: { clock: 'D3' },
    })
  })

  test.each([
    ['done D1 at half past', 'Write a time such as 21:10'],
    ['done D1 at 25:00', 'not a time of day'],
    ['done D1 at 20:00', 'cannot have been done before that'],
    ['done D9', 'Say what is done'],
    ['done e2', 'E2 does not run'],
    ['done D1 and D3 at 20:45', 'names D1 and D3'],
    ['done D1 at 20:45, told again at 21:00', 'Write a time such as 21:10'],
    [`done D1 at 20:45 ${'x'.repeat(4000)}`, 'up to 4,000 characters'],
  ])('“%s” is answered with what is wrong', async (text, words) => {
    const { world, say, clock } = await thread()
    await world.moveTo('2027-03-26T21:30:00Z')

    expect(await say('ivan', text)).toContain(words)
    expect((await clock('D1')).state).toBe('running')
  })

  test('by somebody who may not record it is told who may', async () => {
    const { say, clock } = await thread()

    expect(await say('nia', 'done D1 ref X at 20:20')).toMatch(/Only the incident lead of Willow/)
    expect((await clock('D1')).state).toBe('running')
  })

  test('at a time that happens twice asks which one is meant', async () => {
    const world = await openApp({ startsAt: '2027-10-30T20:00:00Z' })
    const night = '2027-10-30T20:00:00Z'
    const { id } = await raisedIncident(world, { occurredAt: night, identifiedAt: night })
    await world.moveTo('2027-10-31T09:00:00Z')
    const ivan = speaker(world, 'ivan')

    const reply = await ivan.reply(id, 'done D1 ref 2027/1234 at 01:30')

    if (reply.type !== 'say') throw new Error('Nothing was asked')
    const form = formIn(await ivan.press(pressOn(reply.message, 'Open')))
    expect(fieldIn(form, 'at').value).toBe('2027-10-31 01:30')
    expect(fieldIn(form, 'at__fold').value).toBe('first')
    expect(fieldIn(form, 'reference').value).toBe('2027/1234')
    await ivan.fill(form, { at__fold: 'second' })
    const d1 = (await world.record('case', id)).clocks.find(({ rule }) => rule === 'D1')
    expect(d1).toMatchObject({
      state: 'met',
      metAt: '2027-10-31T01:30:00Z',
      reference: '2027/1234',
    })
  })
})

describe('snooze and have', () => {
  test.each([
    ['snooze 2h because the ward is being made safe', 'D1'],
    ['Snooze D1 for 2 hours because the ward is being made safe', 'D1'],
    ['snooze 2h because E2 and D3, so the ward is being made safe', 'D1'],
  ])('“%s” delays the nudges and says that the clock still runs', async (text, rule) => {
    const { world, say, clock } = await thread()

    expect(await say('ivan', text)).toBe('')

    const words = world.web.says('web/room/willow', 'notice:1')
    expect(words).toContain('the ward is being made safe')
    expect(words).toMatch(/clock.*runs/i)
    expect((await clock(rule)).dueAt).toBe('2027-03-28T20:15:00Z')
    await world.moveTo('2027-03-26T22:00:00Z')
    expect((await clock(rule)).reached).toEqual(['ivan'])
  })

  test.each(['snooze', 'snooze 2h', 'snooze because I am busy', 'snooze soon because'])(
    '“%s” says how it is done',
    async (text) => {
      const { say } = await thread()

      expect(await say('ivan', text)).toContain('Say how long and why')
    },
  )

  test.each(['I have it', 'have', 'have it', 'Got it!', 'I’ve got it', 'I have D1', 'have d1'])(
    '“%s” stops the climb',
    async (text) => {
      const { world, say, clock } = await thread()

      expect(await say('ivan', text)).toBe('')

      expect((await clock('D1')).haver).toBe('ivan')
      await world.moveTo('2027-03-26T23:00:00Z')
      expect((await clock('D1')).reached).toEqual(['ivan'])
    },
  )

  test('“have” from somebody who was not nudged names the clocks', async () => {
    const { say } = await thread()

    expect(await say('halima', 'have it')).toMatch(/Say which clock: D1, .*“I have D1”/)
  })

  test.each(['have you told the family?', 'Got it, thanks', 'I have it on good authority'])(
    '“%s” is talk',
    async (text) => {
      const { say, clock } = await thread()

      expect(await say('ivan', text)).toBe('')
      expect((await clock('D1')).haver).toBeNull()
    },
  )

  test('a clock of somebody’s own pack is taken by its name', async () => {
    const policy = await policyOf('provider-collaborative')
    const clocks = policy.clocks.map((rule) => (rule.id === 'D4' ? { ...rule, id: 'C1' } : rule))
    const world = await openApp({ policy: { ...policy, clocks } })
    const { id } = await raisedIncident(world)

    expect(await speaker(world, 'quinn').reply(id, 'I have c1')).toEqual({ type: 'nothing' })

    const kase = await world.record('case', id)
    expect(kase.clocks.find(({ rule }) => rule === 'C1')?.haver).toBe('quinn')
  })
})

describe('note and extend', () => {
  test.each([
    ['note The family was told.', 'The family was told.'],
    ['Note: The family was told.\nBy phone.', 'The family was told.\nBy phone.'],
  ])('“%s” adds to the record, with who and when', async (text, words) => {
    const { world, say, kase } = await thread()

    expect(await say('ivan', text)).toBe('')

    expect(noted(await kase())).toEqual([words])
    expect(world.web.says('web/room/willow', 'notice:1')).toContain('Ivan Petrov')
  })

  test('“note” alone asks for the words', async () => {
    const { say } = await thread()

    expect(await say('ivan', 'note')).toContain('Write what is to be noted')
  })

  test('“extend …” says what may be done instead', async () => {
    const { say, clock } = await thread()

    expect(await say('quinn', 'extend to Friday because we agreed')).toContain(
      'A due time is not moved by a reply.',
    )
    expect((await clock('D3')).dueAt).toBe('2027-04-01T22:59:59Z')
  })
})
