import { describe, expect, onTestFinished, test } from 'vitest'
import type { Channel, NewRoom, Post } from '../../src/app/channel-port.ts'
import type { Outcome, Place } from '../../src/core/effect.ts'
import type { Message } from '../../src/core/message/message.ts'
import { RecordId } from '../../src/core/record-id.ts'
import { testHeld } from './held.ts'
import { testRoomWork } from './room-work.ts'

/** A message as whoever is in a place sees it. */
export interface Seen {
  /** All that can be read of it, however it is laid out. */
  readonly text: string
  /** Whether it stands in the thread of another. */
  readonly inThread: boolean
}

/** A channel on trial, in front of a service of its own. */
export interface ChannelTrial {
  readonly channel: Channel
  /** A room that the directory names. */
  readonly room: Place
  /** A room that is not there (any more). */
  missingRoom(): Place
  /** People that the service knows, and one of the directory whom it does not. */
  readonly people: readonly [string, string, string]
  readonly unreachable: string
  /** An account that is nobody’s in the directory. */
  readonly account: string
  seen(place: Place): Promise<readonly Seen[]>
  /** Who is in a room that was made; ids of people. */
  members(room: string): Promise<readonly string[]>
  /** Whether a room that was made is closed; only where that can be. */
  closed?(room: string): Promise<boolean>
  /** How many messages are pinned in a room, and its links as `title: address`; only where that can be. */
  furnished?(room: string): Promise<{ pinned: number; links: readonly string[] }>
  close(): Promise<void>
}

export interface ChannelHarness {
  /** Whether the service can be asked whether a message arrived. */
  readonly finds: boolean
  /** Whether rooms can be made and joined there yet. */
  readonly rooms: boolean
  /** Whether a room can be closed and still be read; whether a message can be pinned in one. */
  readonly closes: boolean
  readonly pins: boolean
  /** Whether it is a service of letters: to people of the directory, and what is sent stands for ever. */
  readonly lettersOnly?: true
  open(): Promise<ChannelTrial>
}

const record = RecordId.parse('case-7k2m9q4x')
/** Says what is the matter, and is fit to be read. */
export const SENTENCE = /^.{15,}[.!]$/s

/** What every channel must do, outward. */
export function testChannel(name: string, harness: ChannelHarness): void {
  async function trial(): Promise<ChannelTrial> {
    const opened = await harness.open()
    onTestFinished(() => opened.close())
    return opened
  }

  describe(`the ${name} channel keeps the contract`, () => {
    test('is registered under its own name', async () => {
      expect((await trial()).channel.name).toBe(name)
    })

    testWords(trial)
    testPeople(trial)
    testHeld(trial)
    if (harness.lettersOnly) testLetters(trial)
    else testStanding(trial)
    if (harness.finds) testFinding(trial)
    if (harness.rooms) testRooms(trial)
    else testNoRooms(trial)
    testRoomWork(trial, harness)
  })
}

export type Open = () => Promise<ChannelTrial>

/** What a message says reaches whoever it is for, whole; for letters the “room” is a person. */
function testWords(trial: Open): void {
  test('a message stands in its place, under a reference', async () => {
    const { channel, room, seen } = await trial()

    const ref = refOf(await channel.post(room, says('A door was left open.'), post('t-1')))

    expect(ref).not.toBe('')
    expect(await seen(room)).toEqual([
      { text: expect.stringContaining('A door was left open.'), inThread: expect.anything() },
    ])
  })

  test('a room that is not there is told in a sentence, once and for all', async () => {
    const { channel, missingRoom } = await trial()

    const outcome = await channel.post(missingRoom(), says('Hello?'), post('t-1'))

    expect(outcome).toEqual({ type: 'never', reason: expect.stringMatching(SENTENCE) })
  })

  test('a long message loses no word', async () => {
    const { channel, room, seen } = await trial()

    refOf(await channel.post(room, says(numbered('first')), post('t-1')))

    const all = (await seen(room)).map(({ text }) => text).join(' ')
    for (const n of [0, 1, 1499, 2998, 2999]) expect(all).toMatch(new RegExp(`\\bfirst${n}\\b`))
  })
}

const numbered = (word: string) => Array.from({ length: 3000 }, (_, n) => `${word}${n}`).join(' ')

/** What is sent stays as it was sent; an update of it is no letter of its own. */
function testLetters(trial: Open): void {
  test('an update changes nothing, and is no other letter', async () => {
    const { channel, room, seen } = await trial()
    const ref = refOf(await channel.post(room, says('Due on Sunday.'), post('t-1')))

    const again = await channel.post(room, says('Met in time.'), post('t-2', { update: ref }))

    expect(refOf(again)).toBe(ref)
    expect((await seen(room)).map(({ text }) => text)).toEqual([
      expect.stringContaining('Due on Sunday.'),
    ])
  })

  test('an account that is not in the directory is told in a sentence', async () => {
    const { channel, account } = await trial()
    const place: Place = { channel: channel.name, to: { type: 'account', account } }

    const outcome = await channel.post(place, says('Thank you.'), post('t-1'))

    expect(outcome).toEqual({ type: 'never', reason: expect.stringMatching(SENTENCE) })
  })
}

/** A message stands where it was put, in its thread, and is kept up to date. */
function testStanding(trial: Open): void {
  test('an update changes the message that stands, and adds none', async () => {
    const { channel, room, seen } = await trial()
    const ref = refOf(await channel.post(room, says('Due on Sunday.'), post('t-1')))

    const again = await channel.post(room, says('Met in time.'), post('t-2', { update: ref }))

    expect(refOf(again)).toBe(ref)
    const [only, ...others] = await seen(room)
    expect(others).toEqual([])
    expect(only?.text).toContain('Met in time.')
    expect(only?.text).not.toContain('Due on Sunday.')
  })

  test('what belongs to a root stands in its thread', async () => {
    const { channel, room, seen } = await trial()
    const thread = refOf(await channel.post(room, says('The root.'), post('t-1')))

    await channel.post(room, says('The question.'), post('t-2', { slot: 'prompt:triage', thread }))

    expect(await seen(room)).toEqual([reads('The root.'), reads('The question.', true)])
  })

  test('a message to a person is kept up to date as well', async () => {
    const { channel, people, seen } = await trial()
    const place = placeOf(channel, people[0])
    const ref = refOf(await channel.post(place, says('You are called.'), post('t-1')))

    await channel.post(place, says('It is over.'), post('t-2', { update: ref }))

    expect(await seen(place)).toEqual([reads('It is over.')])
  })

  test('an account that is not in the directory can be answered', async () => {
    const { channel, account, seen } = await trial()
    const place: Place = { channel: channel.name, to: { type: 'account', account } }

    refOf(await channel.post(place, says('Thank you.'), post('t-1')))

    expect(await seen(place)).toEqual([reads('Thank you.')])
  })

  test('the update of a long message loses no word either', async () => {
    const { channel, room, seen } = await trial()
    const ref = refOf(await channel.post(room, says(numbered('first')), post('t-1')))
    const all = async () => (await seen(room)).map(({ text }) => text).join(' ')

    refOf(await channel.post(room, says(numbered('second')), post('t-2', { update: ref })))

    const after = await all()
    for (const n of [0, 1, 1499, 2998, 2999]) {
      expect(after).toMatch(new RegExp(`\\bsecond${n}\\b`))
    }
    expect(after).not.toContain('first')
  })
}

function testPeople(trial: Open): void {
  test('a message to a person reaches that person alone', async () => {
    const { channel, people, room, seen } = await trial()
    const [one, other] = people.map((person) => placeOf(channel, person))
    if (!one || !other) throw new Error('Two people are needed')

    refOf(await channel.post(one, says('For you.'), post('t-1')))

    expect((await seen(one)).map(({ text }) => text)).toEqual([expect.stringContaining('For you.')])
    expect(await seen(other)).toEqual([])
    expect(await seen(room)).toEqual([])
  })

  test('somebody whom the service does not know is told in a sentence', async () => {
    const { channel, unreachable } = await trial()

    const outcome = await channel.post(placeOf(channel, unreachable), says('Hello.'), post('t-1'))

    expect(outcome).toEqual({ type: 'never', reason: expect.stringMatching(SENTENCE) })
  })
}

function testFinding(trial: Open): void {
  test('a message is found by its id, and what never arrived is not', async () => {
    const { channel, room, people } = await trial()
    const place = placeOf(channel, people[0])
    const [inRoom, inPerson] = [
      refOf(await channel.post(room, says('One.'), post('t-1'))),
      refOf(await channel.post(place, says('Two.'), post('t-2'))),
    ]
    const slot = 'prompt:triage'
    const below = refOf(
      await channel.post(room, says('Below.'), post('t-3', { slot, thread: inRoom })),
    )

    expect(await channel.find(room, post('t-1'))).toBe(inRoom)
    expect(await channel.find(place, post('t-2'))).toBe(inPerson)
    expect(await channel.find(room, post('t-3', { slot, thread: inRoom }))).toBe(below)
    expect(await channel.find(room, post('t-2'))).toBeUndefined()
    expect(await channel.find(room, post('t-4'))).toBeUndefined()
  })
}

function testRooms(trial: Open): void {
  const room = (people: readonly string[], more: Partial<NewRoom> = {}): NewRoom => ({
    id: 'meeting-7k2m9q4x/summit',
    name: 'risk-summit-m-7k2m-9q4x',
    topic: 'Risk summit M-7K2M-9Q4X. No patient identifiers.',
    people,
    ...more,
  })

  test('a new room has exactly the people that were named, and takes messages', async () => {
    const { channel, people, members, seen } = await trial()
    const [one, other] = people

    const made = refOf(await channel.makeRoom(room([one, other])))

    const place: Place = { channel: channel.name, to: { type: 'room', room: made } }
    expect([...(await members(made))].sort()).toEqual([one, other].sort())
    refOf(await channel.post(place, says('The brief.'), post('t-1')))
    expect(await seen(place)).toEqual([reads('The brief.')])
  })

  test('the same id twice is one room; another id of the same name is another', async () => {
    const { channel, people } = await trial()
    const [one, other] = people

    const refs = [
      refOf(await channel.makeRoom(room([one, other]))),
      refOf(await channel.makeRoom(room([one, other]))),
      refOf(await channel.makeRoom(room([one, other], { id: 'meeting-00000000/summit' }))),
    ]

    expect(refs[0]).toBe(refs[1])
    expect(refs[2]).not.toBe(refs[0])
  })

  test('somebody who is invited is in, however often they are', async () => {
    const { channel, people, members } = await trial()
    const [one, other, third] = people
    const made = refOf(await channel.makeRoom(room([one, other])))
    const place: Place = { channel: channel.name, to: { type: 'room', room: made } }

    refOf(await channel.invite(place, [third]))
    refOf(await channel.invite(place, [third]))

    expect([...(await members(made))].sort()).toEqual([...people].sort())
  })

  test('somebody who is taken out is out, however often they are, and nobody else is', async () => {
    const { channel, people, members } = await trial()
    const [one, other, third] = people
    const made = refOf(await channel.makeRoom(room([one, other, third])))
    const place: Place = { channel: channel.name, to: { type: 'room', room: made } }

    refOf(await channel.remove(place, [third]))
    refOf(await channel.remove(place, [third]))

    expect([...(await members(made))].sort()).toEqual([one, other].sort())
  })

  test('nobody can be taken out of a person', async () => {
    const { channel, people } = await trial()

    const outcome = await channel.remove(placeOf(channel, people[0]), [people[1]])

    expect(outcome).toEqual({ type: 'never', reason: expect.stringMatching(SENTENCE) })
  })

  test('somebody who cannot be reached keeps nobody else out', async () => {
    const { channel, people, unreachable, members } = await trial()

    const made = refOf(await channel.makeRoom(room([unreachable, ...people])))

    expect(await members(made)).toEqual(expect.arrayContaining([...people]))
  })

  test('nobody can be invited to a person', async () => {
    const { channel, people } = await trial()

    const outcome = await channel.invite(placeOf(channel, people[0]), [people[1]])

    expect(outcome).toEqual({ type: 'never', reason: expect.stringMatching(SENTENCE) })
  })
}

/** Where rooms cannot be made yet, a sentence says what to do instead. */
function testNoRooms(trial: Open): void {
  test('says how to make do without rooms', async () => {
    const { channel, people, room } = await trial()
    const wanted = { id: 'meeting-1/summit', name: 'summit', topic: 'Summit', people }

    const outcomes = [
      await channel.makeRoom(wanted),
      await channel.invite(room, people),
      await channel.remove(room, people),
    ]

    for (const outcome of outcomes)
      expect(outcome).toEqual({ type: 'never', reason: expect.stringMatching(SENTENCE) })
  })
}

export function post(id: string, more: Partial<Post> = {}): Post {
  return { id, record, slot: 'root', update: undefined, thread: undefined, ...more }
}

export function says(text: string): Message {
  return { title: 'Muster', parts: [{ kind: 'text', text }] }
}

export function reads(text: string, inThread = false) {
  return { text: expect.stringContaining(text), inThread }
}

export function placeOf({ name }: Channel, person: string): Place {
  return { channel: name, to: { type: 'person', person } }
}

export function refOf(outcome: Outcome | undefined): string {
  if (outcome?.type !== 'done') throw new Error(`Not done: ${JSON.stringify(outcome)}`)
  return outcome.ref
}
