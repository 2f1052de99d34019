import { describe, expect, test } from 'vitest'
import type { Case } from '../../../src/core/case/case.ts'
import type { RecordId } from '../../../src/core/record-id.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import {
  buttonsOf,
  fieldIn,
  formIn,
  pressOn,
  raisedIncident,
  speaker,
  standingIn,
  triaged,
  wordsOf,
} from './speaking.ts'

/** An incident, and what somebody gets back for a reply in its thread. */
async function thread(startsAt?: string) {
  const world = await openApp(startsAt === undefined ? {} : { startsAt })
  const { id, reference } = await raisedIncident(world)
  const say = async (who: string, text: string) =>
    wordsOf(world, await speaker(world, who).reply(id, text))
  const kase = () => world.record('case', id)
  const clock = async (rule: string) => {
    const found = (await kase()).clocks.find((one) => one.rule === rule)
    if (!found) throw new Error(`${rule} does not run`)
    return found
  }
  return { world, id, reference, say, kase, clock }
}

function noted({ notices }: Case): string[] {
  return notices.flatMap(({ said }) => (said.say === 'noted' ? [said.text] : []))
}

async function askedForLevel() {
  const opened = await thread()
  await triaged(opened.world, opened.id)
  return opened
}

describe('the level', () => {
  test.each(['accept', 'Accept.', 'yes', ' YES ', '1'])('“%s” accepts it', async (text) => {
    const { say, kase } = await askedForLevel()

    expect(await say('quinn', text)).toBe('')

    expect((await kase()).level).toMatchObject({ level: 'enhanced', asRecommended: true })
  })

  test('“routine because …” chooses otherwise with the reason', async () => {
    const { say, kase } = await askedForLevel()

    expect(await say('quinn', 'Routine, because the ward has changed its doors.')).toBe('')

    expect((await kase()).level).toMatchObject({
      level: 'routine',
      asRecommended: false,
      reason: 'the ward has changed its doors.',
    })
  })

  test('“enhanced because …” is what was recommended, with a reason', async () => {
    const { say, kase } = await askedForLevel()

    await say('quinn', 'enhanced because I saw it myself')

    expect((await kase()).level).toMatchObject({ level: 'enhanced', asRecommended: true })
  })

  test('“routine” alone is told that it needs a reason', async () => {
    const { say, kase } = await askedForLevel()

    expect(await say('quinn', 'routine')).toContain('give a reason')
    expect((await kase()).level).toBeNull()
  })

  test.each(['no', '2', 'choose otherwise'])('“%s” offers the form that it needs', async (text) => {
    const { world, id } = await askedForLevel()

    const reply = await speaker(world, 'quinn').reply(id, text)

    if (reply.type !== 'say') throw new Error('Nothing was offered')
    expect(pressOn(reply.message, 'Open')).toMatchObject({ form: 'otherwise', record: id })
  })

  test('“no because …” keeps the reason in the form that it offers', async () => {
    const { world, id } = await askedForLevel()
    const quinn = speaker(world, 'quinn')

    const reply = await quinn.reply(id, 'no because it was one bad night')

    if (reply.type !== 'say') throw new Error('Nothing was offered')
    const form = formIn(await quinn.press(pressOn(reply.message, 'Open')))
    expect(fieldIn(form, 'reason').value).toBe('it was one bad night')
  })

  test('is not chosen by somebody who may not, and they are told who may', async () => {
    const { say, kase } = await askedForLevel()

    expect(await say('ivan', 'accept')).toMatch(/Only the quality lead of Harbour/)
    expect((await kase()).level).toBeNull()
  })

  test('that two people choose at the same moment is chosen once', async () => {
    const { world, id, kase } = await askedForLevel()

    const said = await Promise.all([
      speaker(world, 'quinn').reply(id, 'accept'),
      speaker(world, 'dora').reply(id, 'routine because it is calm'),
    ])

    expect(said.map(({ type }) => type).sort()).toEqual(['nothing', 'say'])
    expect((await kase()).notices.filter((one) => one.said.say === 'levelChosen')).toHaveLength(1)
  })
})

describe('several open questions', () => {
  async function both() {
    const opened = await thread()
    await triaged(opened.world, opened.id, { urgent: 'yes' })
    return opened
  }

  test.each(['yes', '1'])('“%s” asks privately which of them is meant', async (text) => {
    const { world, id, kase } = await both()
    const quinn = speaker(world, 'quinn')

    const reply = await quinn.reply(id, text)

    if (reply.type !== 'say') throw new Error('Nothing was asked')
    const labels = buttonsOf(reply.message).map(({ label }) => label)
    expect(labels).toEqual([
      'The trigger tool recommends: consider enhanced: Accept',
      'Does this need a risk summit now?: Call a risk summit…',
    ])
    expect((await kase()).level).toBeNull()
    await quinn.press(pressOn(reply.message, 'The trigger tool'))
    expect((await kase()).level).toMatchObject({ level: 'enhanced' })
  })

  test('“no because …” asks which, and the reason is not lost', async () => {
    const { world, id, kase } = await both()
    const quinn = speaker(world, 'quinn')

    const reply = await quinn.reply(id, 'no because everybody is safe now')

    if (reply.type !== 'say') throw new Error('Nothing was asked')
    const press = pressOn(reply.message, 'Does this need')
    const form = formIn(await quinn.press(press))
    expect(form.ticket.form).toBe('notUrgent')
    await quinn.fill(form, {})
    const urgent = (await kase()).prompts.find(({ id: one }) => one === 'urgent')
    expect(urgent).toMatchObject({ state: 'answered', answer: 'not needed: everybody is safe now' })
  })

  test('an answer that fits one only needs no question back', async () => {
    const { say, kase } = await both()

    expect(await say('quinn', 'accept')).toBe('')

    expect((await kase()).level).toMatchObject({ level: 'enhanced' })
  })
})

describe('the urgent path', () => {
  test('“no because …” is enough where nothing else is asked', async () => {
    const world = await openApp()
    const { id } = await raisedIncident(world, { danger: true })

    const reply = await speaker(world, 'quinn').reply(id, 'No because the ward is safe.')

    expect(reply).toEqual({ type: 'nothing' })
    expect(world.web.says('web/room/willow', 'prompt:urgent')).toContain(
      'not needed: the ward is safe.',
    )
  })
})

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
  ])('“%s” says all at once', async (text, reference, metAt) => {
    const { world, say, clock } = await thread()
    await world.moveTo('2027-03-26T21:30:00Z')

    expect(await say('ivan', text)).toBe('')

    expect(await clock('D1')).toMatchObject({ state: 'met', reference, metAt })
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

  test('“have you told the family?” is talk', async () => {
    const { say, clock } = await thread()

    expect(await say('ivan', 'have you told the family?')).toBe('')
    expect((await clock('D1')).haver).toBeNull()
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

describe('anything else', () => {
  test.each([
    'Thank you all.',
    'Does anybody know the bridge number?',
    'noted, thanks',
    'donezo',
    'we are done here',
    'yesterday was worse',
    'nothing new',
    'no news',
    'acceptable',
    'I accept that this is bad',
    '42',
    '',
    '   ',
    'haven’t seen it',
    'extended visiting hours',
    'snoozed',
  ])('“%s” is left alone', async (text) => {
    const { world, id } = await askedForLevel()
    const before = await world.store.load(id)

    expect(await speaker(world, 'quinn').reply(id, text)).toEqual({ type: 'nothing' })
    expect(await world.store.load(id)).toEqual(before)
  })

  test('and everything in a thread that is not of Muster’s is left alone', async () => {
    const { world } = await askedForLevel()
    const elsewhere = 'case-00000000' as RecordId // nothing stands under it

    expect(await speaker(world, 'quinn').reply(elsewhere, 'accept')).toEqual({ type: 'nothing' })
  })

  test('is not heard from somebody who may not see the case', async () => {
    const { world, id } = await askedForLevel()

    for (const text of ['accept', 'note I was here', 'done D1 ref X', 'Hello'])
      expect(await speaker(world, 'anya').reply(id, text)).toEqual({ type: 'nothing' })
  })

  test('the same delivery twice is heard once', async () => {
    const { world, id, kase } = await thread()
    const ref = (await world.store.shown(id, 'web/room/willow', 'root')) ?? ''
    const place = { channel: 'web', to: { type: 'room', room: 'willow' } } as const
    const heard = {
      actor: { type: 'person', person: 'ivan' },
      channel: 'web',
      key: 'the-same',
    } as const

    for (let n = 0; n < 2; n++) await world.conversation.said(heard, { place, ref }, 'note Once.')

    expect(noted(await kase())).toEqual(['Once.'])
  })
})

describe('a meeting’s own messages', () => {
  async function called(): Promise<{ world: TestApp; id: RecordId; meeting: RecordId }> {
    const { world, id } = await thread()
    await world.ask(
      {
        kind: 'case',
        type: 'convene',
        by: { type: 'person', person: 'quinn' },
        via: 'web',
        meeting: 'M1',
        seats: null,
        startsAt: null,
        why: 'A grave risk.',
        urgent: true,
      },
      id,
    )
    const [found] = await world.store.list({ facets: { kind: 'meeting' } })
    if (!found) throw new Error('No meeting was called')
    return { world, id, meeting: found.id }
  }

  async function inPerson(world: TestApp, who: string, meeting: RecordId, text: string) {
    const key = `web/person/${who}`
    const ref = await world.store.shown(meeting, key, `prompt:seat-${who}`)
    const place = { channel: 'web', to: { type: 'person', person: who } } as const
    const heard = {
      actor: { type: 'person', person: who },
      channel: 'web',
      key: `said-${who}-${text}`,
    } as const
    const reply = await world.conversation.said(heard, { place, ref: ref ?? '' }, text)
    await world.settle()
    return reply
  }

  test.each(['coming', 'yes', '1'])(
    '“%s” in reply to one’s own call is an answer',
    async (text) => {
      const { world, meeting } = await called()

      expect(await inPerson(world, 'rhea', meeting, text)).toEqual({ type: 'nothing' })

      const { prompts } = await world.record('meeting', meeting)
      expect(prompts.find(({ id }) => id === 'seat-rhea')).toMatchObject({ answer: 'coming' })
    },
  )

  test('“apologies because …” calls the deputy at once', async () => {
    const { world, meeting } = await called()

    const reply = await inPerson(world, 'rhea', meeting, 'apologies because I am away')

    expect(reply).toEqual({ type: 'nothing' })
    expect(world.web.says('web/person/remy', 'prompt:seat-remy')).toBeDefined()
  })

  test('nobody answers for somebody else', async () => {
    const { world, meeting } = await called()
    const root = await world.store.shown(meeting, 'web/room/room-1', 'root')
    const place = { channel: 'web', to: { type: 'room', room: 'room-1' } } as const
    const actor = { type: 'person', person: 'quinn' } as const

    await world.conversation.said(
      { actor, channel: 'web', key: 'k' },
      { place, ref: root ?? '' },
      'coming',
    )

    const { prompts } = await world.record('meeting', meeting)
    expect(prompts.find(({ id }) => id === 'seat-rhea')?.state).toBe('open')
  })
})
