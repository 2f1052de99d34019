import { expect, test } from 'vitest'
import type { Place } from '../../src/core/effect.ts'
import {
  type ChannelHarness,
  type Open,
  placeOf,
  post,
  reads,
  refOf,
  SENTENCE,
  says,
} from './channel.ts'

/** What is done to a room besides its messages, where the service can. */
export function testRoomWork(trial: Open, { closes, pins }: ChannelHarness): void {
  test('people from outside are asked in only where an administrator says so', async () => {
    expect((await trial()).channel.share).toBeUndefined()
  })

  if (closes) testClosing(trial)
  else
    test('no room can be closed there: it stays as it is', async () => {
      expect((await trial()).channel.archive).toBeUndefined()
    })

  if (pins) testPins(trial)
  else
    test('nothing can be pinned there', async () => {
      expect((await trial()).channel.pin).toBeUndefined()
    })
}

async function madeIn(trial: Open) {
  const opened = await trial()
  const { channel, people } = opened
  const [one, other] = people
  const room = refOf(
    await channel.makeRoom({
      id: 'meeting-7k2m9q4x/summit',
      name: 'risk-summit-m-7k2m-9q4x',
      topic: 'Risk summit M-7K2M-9Q4X.',
      people: [one, other],
    }),
  )
  const place: Place = { channel: channel.name, to: { type: 'room', room } }
  return { ...opened, made: room, place }
}

function testClosing(trial: Open): void {
  test('a room that is closed is read and takes nothing more, however often it is closed', async () => {
    const { channel, people, made, place, seen, closed } = await madeIn(trial)
    refOf(await channel.post(place, says('The record.'), post('t-1')))

    refOf(await channel.archive?.(place))
    refOf(await channel.archive?.(place))

    expect(await closed?.(made)).toBe(true)
    expect(await seen(place)).toEqual([reads('The record.')])
    const shut = { type: 'never', reason: expect.stringMatching(SENTENCE), shut: true }
    expect(await channel.post(place, says('Too late.'), post('t-2', { slot: 'roll' }))).toEqual(
      shut,
    )
    expect(await channel.invite(place, [people[2]])).toEqual(shut)
    expect(await seen(place)).toEqual([reads('The record.')])
  })

  test('a person cannot be closed', async () => {
    const { channel, people } = await trial()

    expect(await channel.archive?.(placeOf(channel, people[0]))).toEqual({
      type: 'never',
      reason: expect.stringMatching(SENTENCE),
    })
  })
}

function testPins(trial: Open): void {
  const call = (url: string) => [{ title: 'Join the call', url }]

  test('what is pinned twice is pinned once, and each link is there once', async () => {
    const { channel, made, place, furnished } = await madeIn(trial)
    const ref = refOf(await channel.post(place, says('The brief.'), post('t-1')))

    refOf(await channel.pin?.(place, ref, call('https://bridge.example.test/1')))
    refOf(await channel.pin?.(place, ref, call('https://bridge.example.test/1')))

    expect(await furnished?.(made)).toEqual({
      pinned: 1,
      links: [
        'Join the call: https://bridge.example.test/1',
        expect.stringMatching(/^Brief: http/),
      ],
    })
  })

  test('a link that has changed takes the place of what it was', async () => {
    const { channel, made, place, furnished } = await madeIn(trial)
    const ref = refOf(await channel.post(place, says('The brief.'), post('t-1')))
    refOf(await channel.pin?.(place, ref, call('https://bridge.example.test/1')))

    refOf(await channel.pin?.(place, ref, call('https://bridge.example.test/2')))

    expect((await furnished?.(made))?.links).toEqual([
      'Join the call: https://bridge.example.test/2',
      expect.stringMatching(/^Brief: http/),
    ])
  })

  test('nothing is pinned in a person', async () => {
    const { channel, people } = await trial()

    expect(await channel.pin?.(placeOf(channel, people[0]), '1.1', [])).toEqual({
      type: 'never',
      reason: expect.stringMatching(SENTENCE),
    })
  })
}
