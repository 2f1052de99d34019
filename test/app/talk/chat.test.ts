import { describe, expect, test } from 'vitest'
import type { Place } from '../../../src/core/effect.ts'
import { type RecordId, referenceOf } from '../../../src/core/record-id.ts'
import { openApp, type TestApp } from '../../fixtures/app.ts'
import { convening } from '../../fixtures/cases.ts'
import { noted } from './in-thread.ts'
import {
  buttonsOf,
  guest,
  raisedIncident,
  speaker,
  triaged,
  WILLOW_KEY,
  wordsOf,
} from './speaking.ts'

const ROOM: readonly Place[] = [{ channel: 'web', to: { type: 'room', room: 'willow' } }]
const ownChat = (person: string): readonly Place[] => [
  { channel: 'web', to: { type: 'person', person } },
  { channel: 'web', to: { type: 'account', account: person } },
]

async function called(world: TestApp, id: RecordId): Promise<RecordId> {
  await world.ask(convening(), id)
  const [found] = await world.store.list({ facets: { kind: 'meeting', case: id } })
  if (!found) throw new Error('No meeting was called')
  return found.id
}

const seatOf = async (world: TestApp, meeting: RecordId, who: string) =>
  (await world.record('meeting', meeting)).prompts.find(({ id }) => id === `seat-${who}`)

async function asked() {
  const world = await openApp()
  const { id, reference } = await raisedIncident(world)
  return { world, id, reference, meeting: await called(world, id) }
}

describe('words in somebody’s own chat', () => {
  test.each(['coming', 'Coming.', 'apologies because I am away'])(
    '“%s” answers the call that stands there',
    async (text) => {
      const { world, meeting } = await asked()

      expect(await speaker(world, 'rhea').chat(ownChat('rhea'), text)).toEqual({ type: 'nothing' })

      expect((await seatOf(world, meeting, 'rhea'))?.state).toBe('answered')
    },
  )

  test('answer the call whose message they quote, though others are open', async () => {
    const { world, meeting } = await asked()
    const { id } = await raisedIncident(world)
    const other = await called(world, id)
    const quoted = await world.store.shown(other, 'web/person/rhea', 'prompt:seat-rhea')

    await speaker(world, 'rhea').chat(ownChat('rhea'), 'coming', quoted)

    expect((await seatOf(world, other, 'rhea'))?.answer).toBe('coming')
    expect((await seatOf(world, meeting, 'rhea'))?.state).toBe('open')
  })

  test('that fit several calls are asked about, each by its reference', async () => {
    const { world, meeting } = await asked()
    const { id } = await raisedIncident(world)
    const other = await called(world, id)

    const reply = await speaker(world, 'rhea').chat(ownChat('rhea'), 'coming')

    if (reply.type !== 'say') throw new Error(reply.type)
    expect(reply.message.title).toBe('Which question do you answer?')
    const labels = buttonsOf(reply.message).map(({ label }) => label)
    const references = labels.map((label) => /M-\w{4}-\w{4}/.exec(label)?.[0])
    expect(new Set(references)).toEqual(new Set([meeting, other].map(referenceOf)))
    for (const one of [meeting, other])
      expect((await seatOf(world, one, 'rhea'))?.state).toBe('open')
  })

  test('never answer a call to somebody else, nor one that stands elsewhere', async () => {
    const { world, meeting } = await asked()
    const elsewhere: readonly Place[] = [
      { channel: 'slack', to: { type: 'person', person: 'rhea' } },
    ]

    const other = wordsOf(world, await speaker(world, 'ines').chat(ownChat('ines'), 'coming'))
    const there = wordsOf(world, await speaker(world, 'rhea').chat(elsewhere, 'coming'))

    expect(other).toContain('There is no “/muster coming”')
    expect(there).toContain('There is no “/muster coming”')
    expect((await seatOf(world, meeting, 'rhea'))?.state).toBe('open')
  })

  test('that quote one call and do not fit it answer no other', async () => {
    const { world, meeting } = await asked()
    const { id } = await raisedIncident(world)
    const other = await called(world, id)
    const quoted = await world.store.shown(other, 'web/person/rhea', 'prompt:seat-rhea')
    const rhea = speaker(world, 'rhea')
    await rhea.chat(ownChat('rhea'), 'coming', quoted)

    const again = wordsOf(world, await rhea.chat(ownChat('rhea'), 'coming', quoted))

    expect(again).toContain('There is no “/muster coming”')
    expect((await seatOf(world, meeting, 'rhea'))?.state).toBe('open')
  })

  test('are commands as before, and unknown ones are told the nearest', async () => {
    const { world } = await asked()
    const rhea = (text: string) => speaker(world, 'rhea').chat(ownChat('rhea'), text)

    expect(wordsOf(world, await rhea('mine'))).toContain('What you owe')
    expect(wordsOf(world, await rhea('Help'))).toContain('What you can do here')
    expect(wordsOf(world, await rhea('satus'))).toContain('Did you mean “/muster status”?')
    expect(wordsOf(world, await rhea('note They phoned.'))).toContain('Begin with its reference')
    expect(wordsOf(world, await rhea(`coming ${'x'.repeat(5000)}`))).toContain('There is no')
  })

  test('about a case must name it', async () => {
    const { world, id, reference } = await asked()
    const ivan = (text: string) => speaker(world, 'ivan').chat(ownChat('ivan'), text)

    expect(wordsOf(world, await ivan('done D1 now'))).toContain('Begin with its reference')
    expect(await ivan(`${reference} note The family knows.`)).toEqual({ type: 'nothing' })
    expect(wordsOf(world, await ivan('C-2222-2222 done D1 now'))).toContain('that you can see')

    expect(noted(await world.record('case', id))).toEqual(['The family knows.'])
  })

  test('of somebody who is not listed change nothing, in a sentence', async () => {
    const { world } = await asked()
    const said = await speaker(world, guest).chat(ownChat('guest'), 'coming')

    expect(wordsOf(world, said)).toContain('You are not in the directory')
  })
})

describe('words in a room without threads', () => {
  const inRoom = (world: TestApp, who: string, text: string, quoted?: string) =>
    speaker(world, who).chat(ROOM, text, quoted)

  test('are about the one open case that stands there', async () => {
    const world = await openApp()
    const { id } = await raisedIncident(world)
    await triaged(world, id)

    expect(await inRoom(world, 'quinn', 'accept')).toEqual({ type: 'nothing' })
    expect(await inRoom(world, 'ivan', 'note The family knows.')).toEqual({ type: 'nothing' })

    const { prompts, ...kase } = await world.record('case', id)
    expect(prompts.find(({ asks }) => asks === 'level')?.state).toBe('answered')
    expect(noted({ prompts, ...kase })).toEqual(['The family knows.'])
  })

  test('must name the case where several are open, or quote its message', async () => {
    const world = await openApp()
    const [{ id, reference }, other] = [await raisedIncident(world), await raisedIncident(world)]
    const root = await world.store.shown(other.id, WILLOW_KEY, 'root')

    const unclear = wordsOf(world, await inRoom(world, 'ivan', 'note Which?'))
    await inRoom(world, 'ivan', `${reference}: note This one.`)
    await inRoom(world, 'ivan', 'note The other.', root)

    expect(unclear).toContain('Begin with its reference')
    expect(noted(await world.record('case', id))).toEqual(['This one.'])
    expect(noted(await world.record('case', other.id))).toEqual(['The other.'])
  })

  test('have nothing to be about where no case stands', async () => {
    const world = await openApp()

    expect(wordsOf(world, await inRoom(world, 'ivan', 'coming'))).toContain('There is no')
    expect(wordsOf(world, await inRoom(world, 'ivan', 'note x'))).toContain(
      'Begin with its reference',
    )
  })
})
