import { describe, expect, test } from 'vitest'
import type { Conversation, Heard, Reply } from '../../../src/app/conversation.ts'
import { atRates } from '../../../src/app/talk/rates.ts'
import { type Place, placeKey } from '../../../src/core/effect.ts'
import type { FormView } from '../../../src/core/message/form.ts'
import { referenceOf } from '../../../src/core/record-id.ts'
import { openApp } from '../../fixtures/app.ts'
import { person } from '../../fixtures/cases.ts'
import { raised } from '../delivering.ts'
import { begin } from '../rehearsal/playing.ts'

const done: Reply = { type: 'say', message: { title: 'Done', parts: [] } }
const form: FormView = {
  ticket: { form: 'concern', nonce: 'n' },
  title: 'Raise a concern',
  heading: [],
  fields: [],
  submit: 'Send',
}
const place = { channel: 'slack', to: { type: 'room', room: 'C1' } } as const

/** A conversation that does everything, and counts what reached it. */
function counted(rates: { person: number; service: number }) {
  const reached: string[] = []
  const warnings: string[] = []
  const did =
    (name: string, reply = done) =>
    async () => {
      reached.push(name)
      return reply
    }
  const inner: Conversation = {
    command: did('command'),
    press: did('press'),
    submit: did('submit'),
    refresh: did('refresh', { type: 'form', form }),
    said: did('said'),
    saidInChat: did('saidInChat'),
    altered: did('altered'),
    view: async () => undefined,
    opened: async () => {},
    home: async () => ({ title: 'Home', parts: [] }),
  }
  let now = 0
  const note = (_: object, words: string) => void warnings.push(words)
  const log = { info() {}, error() {}, warn: note }
  return {
    conversation: atRates(inner, rates, log, () => now),
    reached,
    warnings,
    later(milliseconds: number) {
      now += milliseconds
    },
  }
}

const by = (who: string, channel = 'slack'): Heard => ({ actor: person(who), channel, key: 'k' })

function wordsOf(reply: Reply): string {
  return JSON.stringify(reply)
}

describe('more than sixty things in a minute', () => {
  test('are held back with a sentence to that person, and to nobody else', async () => {
    const { conversation, reached, warnings } = counted({ person: 60, service: 1000 })
    for (let time = 0; time < 60; time += 1) await conversation.command(by('nia'), 'muster', '')
    const over = await conversation.command(by('nia'), 'muster', '')

    expect(wordsOf(over)).toMatch(/more than 60 things within a minute.*If it is urgent, phone/)
    expect(reached).toHaveLength(60)
    expect(await conversation.command(by('ivan'), 'muster', '')).toEqual(done)
    expect(await conversation.press(by('nia'), { do: 'command', words: 'mine' })).not.toEqual(done)
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).not.toMatch(/nia/)
  })

  test('are counted anew in the next minute', async () => {
    const { conversation, later } = counted({ person: 1, service: 1000 })
    await conversation.command(by('nia'), 'muster', '')
    expect(await conversation.command(by('nia'), 'muster', '')).not.toEqual(done)
    later(60_000)
    expect(await conversation.command(by('nia'), 'muster', '')).toEqual(done)
  })

  test('lose no form: it stays as it was filled in', async () => {
    const { conversation, reached } = counted({ person: 1, service: 1000 })
    await conversation.submit(by('nia'), form.ticket, {})
    const over = await conversation.submit(by('nia'), form.ticket, { what: 'The door' })

    expect(over.type === 'form' && over.form.problem).toMatch(/What you wrote is still here/)
    expect(reached).toEqual(['submit', 'refresh'])
  })

  test('are never too many where people write, since that may be evidence', async () => {
    const { conversation, reached } = counted({ person: 1, service: 1 })
    for (let time = 0; time < 100; time += 1) {
      await conversation.said(by('nia'), { place, ref: '1' }, 'done D1 at 21:10')
      await conversation.saidInChat(by('nia'), { places: [place], quoted: undefined }, 'done D1')
      await conversation.refresh(by('nia'), form.ticket, {})
    }
    expect(reached).toHaveLength(300)
  })
})

describe('words in a chat without threads', () => {
  const log = { info() {}, error() {}, warn() {} }
  const WILLOW: Place = { channel: 'web', to: { type: 'room', room: 'willow' } }
  const own: Place = { channel: 'web', to: { type: 'person', person: 'ivan' } }

  async function chatting() {
    const world = await openApp()
    const id = await raised(world)
    const conversation = atRates(world.conversation, { person: 2, service: 1000 }, log, () => 0)
    let heard = 0
    const says = async (text: string, quoted?: string) => {
      const from = { actor: person('ivan'), channel: 'web', key: `said-${++heard}` }
      const said = await conversation.saidInChat(from, { places: [own, WILLOW], quoted }, text)
      await world.settle()
      return wordsOf(said)
    }
    return { world, id, says }
  }
  const OVER = /more than 2 things within a minute/

  test.each([['mine'], ['status'], ['nonsense']])(
    'count where they are a command: %s',
    async (text) => {
      const { says } = await chatting()

      expect(await says(text)).not.toMatch(OVER)
      expect(await says('help')).not.toMatch(OVER)
      expect(await says(text)).toMatch(OVER)
    },
  )

  test('count where they quote what they do not fit', async () => {
    const { world, id, says } = await chatting()
    const root = await world.store.shown(id, placeKey(WILLOW), 'root')

    for (let time = 0; time < 2; time += 1) await says('mine', root)
    expect(await says('mine', root)).toMatch(OVER)
  })

  test('never count as evidence, as an answer or as a note', async () => {
    const { world, id, says } = await chatting()
    for (let time = 0; time < 3; time += 1) await says('mine')
    const reference = referenceOf(id)

    for (const text of ['have D1', 'note the window is guarded', 'done D1 ref 2027/1234, 20:20']) {
      expect(await says(`${reference} ${text}`)).not.toMatch(OVER)
    }
    for (const text of [`have ${reference} D1`, `note ${reference} it is guarded`]) {
      expect(await says(text)).not.toMatch(OVER)
    }
    const { clocks } = await world.record('case', id)
    expect(clocks.find(({ rule }) => rule === 'D1')).toMatchObject({ state: 'met', haver: 'ivan' })
    expect(await says('mine')).toMatch(OVER)
  })

  test('count in the room of a rehearsal as well', async () => {
    let asked = 0
    const over = () => {
      asked += 1
      return 'Wait a minute.'
    }
    const world = await openApp()
    const { room } = await begin(world, 'good-friday')
    const [, , drillRoom = ''] = room.split('/')
    const place = { channel: 'web', to: { type: 'room', room: drillRoom } } as const
    const heard = { actor: person('nia'), channel: 'web', key: 'said-in-rehearsal' }
    const reply = await world.conversation.saidInChat(
      heard,
      { places: [place], quoted: undefined, excess: over },
      'mine',
    )

    expect(wordsOf(reply)).toContain('Wait a minute.')
    expect(asked).toBe(1)
  })
})

test('a whole service is held back by itself, and strangers by their accounts', async () => {
  const { conversation } = counted({ person: 2, service: 3 })
  const stranger = (account: string): Heard => ({
    actor: { type: 'unlisted', channel: 'teams', account, name: 'Jo' },
    channel: 'teams',
    key: 'k',
  })
  for (const who of ['a', 'b', 'c']) {
    expect(await conversation.command(stranger(who), 'muster', '')).toEqual(done)
  }
  const over = await conversation.command(stranger('d'), 'muster', '')
  expect(wordsOf(over)).toContain('More is asked of Muster just now than it can do')
  expect(await conversation.command(by('nia', 'slack'), 'muster', '')).toEqual(done)
})
