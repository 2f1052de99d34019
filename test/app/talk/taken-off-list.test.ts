import { describe, expect, test } from 'vitest'
import { seatsOf } from '../../../src/core/meeting/seats.ts'
import { type RecordId, referenceOf } from '../../../src/core/record-id.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { convening, person } from '../../fixtures/cases.ts'
import { access, confidential, done } from './confidentially.ts'
import { formIn, pressOn, speaker, wordsOf } from './speaking.ts'

const WHY = 'The keys are still gone.'

/** A risk summit on a confidential case; Wanda and Rhea are on its list, and called. */
async function summit(world: TestApp) {
  const { id } = await confidential(world)
  await done(world, access('quinn', 'giveAccess', 'wanda'), id)
  await done(world, access('quinn', 'giveAccess', 'rhea'), id)
  await done(world, { ...convening(), why: WHY }, id)
  const [called] = (await world.record('case', id)).meetings
  if (!called) throw new Error('No meeting was called')
  const { meeting } = called
  const room = world.web.rooms.find(({ name }) => name.startsWith('risk-summit'))?.room ?? ''
  return { id, meeting, reference: referenceOf(meeting), room, key: `web/room/${room}` }
}

async function seatsWith(world: TestApp, meeting: RecordId, who: string) {
  const record = await world.record('meeting', meeting)
  return seatsOf(record)
    .filter(({ calls }) => calls.some((call) => call.person === who))
    .map(({ calls }) => calls.map((call) => `${call.person} ${call.state}`))
}

const ownCall = (world: TestApp, who: string) =>
  world.web.says(`web/person/${who}`, `prompt:seat-${who}`)

describe('somebody who is taken off the list of a case', () => {
  test('leaves its meeting: out of the room, the seat says so and the next in line is called', async () => {
    const world = await openApp({ channels: ['web'] })
    const { id, meeting, key } = await summit(world)
    expect(ownCall(world, 'wanda')).toContain(WHY)

    await done(world, access('quinn', 'removeAccess', 'wanda'), id)

    expect(world.web.calls).toContain(`remove ${key} wanda`)
    expect(await seatsWith(world, meeting, 'wanda')).toEqual([['wanda gone', 'bao asked']])
    expect(world.web.says(key, 'root')).toContain('Wanda Mensah: no longer called')
    expect(ownCall(world, 'bao')).toContain('You are called: Risk summit')
    expect(ownCall(world, 'wanda')).toBe(
      'You are no longer called\nThis meeting is not shown here any more. Nothing more is wanted of you.',
    )
  })

  test('reads it no more, and every press, form and word is refused', async () => {
    const world = await openApp({ channels: ['web'] })
    const { id, meeting, reference, room } = await summit(world)
    const wanda = speaker(world, 'wanda')
    const own = world.web.standing.find(
      ({ record, slot }) => record === meeting && slot === 'prompt:seat-wanda',
    )?.message
    const form = formIn(await wanda.press(pressOn(own, 'Cannot come…')))

    await done(world, access('quinn', 'removeAccess', 'wanda'), id)

    const place = { channel: 'web', to: { type: 'room', room } } as const
    const heard = { actor: person('wanda'), channel: 'web', key: 'looks' }
    const answers = [
      await wanda.command('muster', `status ${reference}`),
      await wanda.command('muster', `note ${reference} Too late.`),
      await wanda.press(pressOn(own, 'Coming')),
      await wanda.press(pressOn(own, 'Cannot come…')),
      await wanda.refresh(form.ticket, { reason: 'Too late.' }),
      await wanda.fill(form, { reason: 'Too late.' }),
      await wanda.reply(meeting, 'note Too late.', place, `web/room/${room}`),
    ]
    for (const reply of answers) expect(wordsOf(world, reply)).toMatch(/^$|There is no M-/)
    expect(await world.conversation.view(heard, place, meeting, 'root')).toBeUndefined()
    expect(await world.conversation.view(heard, place, meeting, 'roll')).toBeUndefined()
    expect(wordsOf(world, await wanda.command('muster', 'mine'))).not.toContain(reference)
    expect(JSON.stringify(await world.store.history(meeting))).not.toContain('Too late.')
  })

  test('neither chairs nor records it by the post that they hold: the next is asked', async () => {
    const world = await openApp({ channels: ['web'] })
    const { id, meeting } = await summit(world)
    const chairs = {
      prompt: 'chair',
      answer: 'confirm',
      revision: null,
      reason: null,
      person: null,
    }
    const confirm = { kind: 'meeting', type: 'answer', by: person('rhea'), ...chairs } as const
    await done(world, confirm, meeting)

    await done(world, access('quinn', 'removeAccess', 'rhea'), id)

    const { chair, prompts } = await world.record('meeting', meeting)
    expect(chair?.person).toBeNull()
    expect(prompts.find((one) => one.id === 'chair')).toMatchObject({
      state: 'open',
      asked: ['remy'],
    })
    const record = { heldAt: '2027-03-26T20:20:00Z', form: 'riskSummitRecord', answers: {} }
    for (const intent of [
      confirm,
      { kind: 'meeting', type: 'record', by: person('rhea'), ...record },
    ] as const) {
      const answer = await world.ask(intent, meeting)
      expect(answer).toMatchObject({ ok: false, refusal: { code: 'notFound' } })
    }
  })

  test('is not sent as a deputy, nor called as the next in line', async () => {
    const world = await openApp({ channels: ['web'] })
    const { id, meeting } = await summit(world)
    await done(world, access('quinn', 'giveAccess', 'bao'), id)
    await done(world, access('quinn', 'removeAccess', 'bao'), id)
    const seat = {
      kind: 'meeting',
      type: 'answer',
      by: person('wanda'),
      prompt: 'seat-wanda',
    } as const
    const rest = { revision: null, reason: null }

    const sent = await world.ask({ ...seat, ...rest, answer: 'deputy', person: 'bao' }, meeting)
    await done(world, { ...seat, ...rest, answer: 'apologies', person: null }, meeting)

    expect(sent).toMatchObject({ ok: false, refusal: { code: 'invalid' } })
    expect(await seatsWith(world, meeting, 'wanda')).toEqual([['wanda apologies']])
  })

  test('reads a meeting that is over no more, and how they answered it stays', async () => {
    const world = await openApp({ channels: ['web'] })
    const { id, meeting, reference, key } = await summit(world)
    const record = { heldAt: '2027-03-26T20:20:00Z', form: 'riskSummitRecord', answers: {} }
    const by = person('quinn')
    await done(world, { kind: 'meeting', type: 'record', by, ...record }, meeting)

    await done(world, access('quinn', 'removeAccess', 'wanda'), id)

    expect(world.web.calls).toContain(`remove ${key} wanda`)
    expect(ownCall(world, 'wanda')).toContain('You are no longer called')
    expect(await seatsWith(world, meeting, 'wanda')).toEqual([['wanda asked']])
    const said = await speaker(world, 'wanda').command('muster', `status ${reference}`)
    expect(wordsOf(world, said)).toContain('There is no')
  })

  test('can be called again once they are put back on it', async () => {
    const world = await openApp({ channels: ['web'] })
    const { id, meeting } = await summit(world)
    await done(world, access('quinn', 'removeAccess', 'rhea'), id)

    await done(world, access('quinn', 'giveAccess', 'rhea'), id)
    const chairs = {
      prompt: 'chair',
      answer: 'confirm',
      revision: null,
      reason: null,
      person: null,
    }
    await done(world, { kind: 'meeting', type: 'answer', by: person('rhea'), ...chairs }, meeting)

    const { chair, people } = await world.record('meeting', meeting)
    expect(chair?.person).toBe('rhea')
    expect(people).toContain('rhea')
  })

  test('leaves the others who were called where they are', async () => {
    const world = await openApp({ channels: ['web'] })
    const { id, meeting } = await summit(world)
    const before = await seatsWith(world, meeting, 'ada')

    await done(world, access('quinn', 'removeAccess', 'wanda'), id)

    expect(await seatsWith(world, meeting, 'ada')).toEqual(before)
    expect((await world.record('meeting', meeting)).people).toContain('ada')
  })
})
