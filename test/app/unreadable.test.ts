import { describe, expect, test } from 'vitest'
import { loadDirectory } from '../../src/app/directory.ts'
import type { Saved } from '../../src/app/ports.ts'
import { list, messageFor, read } from '../../src/app/read.ts'
import { UnreadableRecord } from '../../src/app/upcast.ts'
import { plainMessage } from '../../src/core/message/plain.ts'
import type { Actor } from '../../src/core/people/actor.ts'
import { organisationId, RecordId, referenceOf } from '../../src/core/record-id.ts'
import { openApp, type TestApp } from '../fixtures/app.ts'
import { concern, person } from '../fixtures/cases.ts'
import { ADMINISTRATOR } from '../fixtures/closed-case.ts'

const stranger: Actor = { type: 'unlisted', channel: 'web', account: 'guest', name: 'Gus Guest' }

const says = (by: Actor) => ({ actor: by, channel: 'web', key: 'heard-1' })

/** Two concerns at Willow House, one of which is then saved as something that this version cannot read. */
async function oneOfTwo(spoil: (record: object) => object = ({ ...record }) => broken(record)) {
  const world = await openApp({ administrators: [ADMINISTRATOR] })
  const [bad, good] = [await raised(world), await raised(world)]
  await spoilt(world, bad, ({ record }) => ({ record: spoil(Object(record)) }))
  return { world, bad, good }
}

const broken = (record: object) => ({ ...record, raisedAt: 'some day' })
const underOtherRules = (record: object) => ({
  ...record,
  policy: { id: 'provider-collaborative', version: 1, hash: 'lost' },
})

async function status(world: TestApp, id: RecordId, who: string): Promise<string> {
  const words = `status ${referenceOf(id)}`
  const reply = await world.conversation.command(says(person(who)), 'muster', words)
  return reply.type === 'say' ? plainMessage(reply.message, world.app.directory()) : reply.type
}

async function raised(world: TestApp) {
  const answer = await world.ask(concern())
  if (!answer.ok) throw new Error(answer.refusal.message)
  return answer.id
}

async function spoilt(world: TestApp, id: RecordId, over: (saved: Saved) => Partial<Saved>) {
  const saved = await world.store.load(id)
  const [listed] = (await world.store.list({ facets: {} })).filter((one) => one.id === id)
  if (!saved || !listed) throw new Error(`${id} is not there`)
  const next = { ...saved, ...over(saved), version: saved.version + 1 }
  const change = { saved: next, index: listed.index, entries: [], tasks: [], requests: [] }
  expect(await world.store.save(id, saved.version, change)).toBe('saved')
}

/** Whether they can be shown to be readers: by what is left of the record. */
describe.each([
  ['that cannot be read', broken, /raisedAt is not as it should be/, false],
  ['whose rules cannot be read', underOtherRules, /kept as lost\) cannot be read/, true],
])('a record %s', (_what, spoil, why, isShown) => {
  test('is left out of lists, which go on, and is named in the log once', async () => {
    const { world, bad, good } = await oneOfTwo(spoil)
    const viewer = { type: 'actor', actor: person('quinn') } as const

    for (let n = 0; n < 3; n++) {
      const rows = await list(world.app, viewer, { facets: { kind: 'case' } })
      expect(rows.map(({ record }) => record.id)).toEqual([good])
    }

    const named = world.complaints.filter((one) => one.includes(bad))
    expect(named).toEqual([expect.stringMatching(why)])
  })

  test('answers those who may know of it with its reference and whom to tell, and the others as ever', async () => {
    const { world, bad, good } = await oneOfTwo(spoil)
    const told = `This case cannot be read; tell your administrator (reference ${referenceOf(bad)}). If it is urgent, phone.`
    const missing = `There is no ${referenceOf(bad)} that you can see`

    expect(await status(world, bad, 'hugo')).toContain(told)
    expect(await status(world, bad, 'quinn')).toContain(isShown ? told : missing)
    expect(await status(world, good, 'quinn')).toContain('Concern')
    expect(await status(world, good, 'quinn')).not.toContain('cannot be read')
  })

  test.each([
    'status',
    'note',
    'have',
    'close',
    'trigger',
    'convene',
    'export',
    'confidential',
    'access',
    '',
  ])(
    'is to everybody from elsewhere as if there were none, and is in the log: %s',
    async (word) => {
      const { world, bad } = await oneOfTwo(spoil)
      const nowhere = RecordId.parse('case-00000000')
      const asks = async (id: RecordId) => {
        const text = `${word} ${referenceOf(id)}`.trim()
        const reply = await world.conversation.command(says(person('anya')), 'muster', text)
        const nonce = reply.type === 'form' ? reply.form.ticket.nonce : 'no form'
        return JSON.stringify(reply)
          .replaceAll(nonce, '')
          .replaceAll(new RegExp(`${referenceOf(id)}|${id}`, 'gi'), 'IT')
      }

      expect(await asks(bad)).toBe(await asks(nowhere))
      if (!isShown && word !== '')
        expect(world.complaints.filter((one) => one.includes(bad))).toHaveLength(1)
    },
  )

  test('cannot be found out by a button or a form that somebody made up', async () => {
    const { world, bad } = await oneOfTwo(spoil)
    const nowhere = RecordId.parse('case-00000000')
    const tries = async (id: RecordId) => {
      const heard = says(person('anya'))
      const ticket = { form: 'note', nonce: 'made-up', record: id }
      const replies = [
        await world.conversation.press(heard, { do: 'have', record: id, clock: 'D1' }),
        await world.conversation.submit(heard, ticket, { text: 'Seen.' }),
        await world.conversation.refresh(heard, ticket, { text: 'Seen.' }),
      ]
      return JSON.stringify(replies).replaceAll(referenceOf(id), 'IT')
    }

    expect(await tries(bad)).toBe(await tries(nowhere))
  })

  test('is not changed', async () => {
    const { world, bad } = await oneOfTwo(spoil)
    const before = await world.store.load(bad)

    const note = { kind: 'case', type: 'note', by: person('quinn'), text: 'Seen.' } as const
    await expect(world.ask(note, bad)).rejects.toThrow(UnreadableRecord)

    expect(await world.store.load(bad)).toEqual(before)
  })

  test('is not told from what is not there by somebody who is not in the directory', async () => {
    const { world, bad } = await oneOfTwo(spoil)

    expect(await read(world.app, { type: 'actor', actor: stranger }, bad)).toBeUndefined()
  })

  test('keeps its messages waiting: none is taken for sent', async () => {
    const { world, bad } = await oneOfTwo(spoil)
    const place = { channel: 'web', to: { type: 'room', room: 'willow' } } as const

    await expect(messageFor(world.app, place, bad, 'root')).rejects.toThrow(UnreadableRecord)
  })
})

test('an organisation that cannot be read stops the start with a sentence that names it', async () => {
  const world = await openApp()
  await spoilt(world, organisationId('willow'), ({ record }) => ({
    record: { ...Object(record), people: 'everybody' },
  }))

  await expect(loadDirectory(world.store)).rejects.toThrow(
    'organisation-willow cannot be read: people is not as it should be (Invalid input: expected array, received string). Restore it from a backup, or start the version that saved it.',
  )
})

describe('a store that cannot be read just now', () => {
  async function withoutDisk() {
    const world = await openApp()
    const fails = async () => {
      throw new Error('EIO: i/o error')
    }
    // Everything but the reading is the real thing.
    Object.assign(world.app.store, { list: fails, load: fails })
    return world
  }
  const SENTENCE =
    'Muster could not read its records just now; try again in a minute. If it is urgent, phone.'

  test.each(['mine', 'status', 'status C-7K2M-9Q4X', ' Mine '])(
    'is told as that to whoever asks to see something: %s',
    async (words) => {
      const { conversation } = await withoutDisk()
      const heard = says(person('quinn'))

      const replies = [
        await conversation.command(heard, 'muster', words),
        await conversation.press(heard, { do: 'command', words }),
      ]

      for (const reply of replies)
        expect(reply).toEqual({
          type: 'say',
          message: { title: 'Muster', parts: [{ kind: 'text', text: SENTENCE }] },
        })
    },
  )

  test('is told so on one’s own page', async () => {
    const { conversation } = await withoutDisk()

    expect((await conversation.home(says(person('quinn')))).parts).toEqual([
      { kind: 'text', text: SENTENCE },
    ])
  })

  test('is told as not saved to whoever wanted to change something', async () => {
    const { conversation } = await withoutDisk()
    const said = await conversation.command(says(person('quinn')), 'muster', 'have C-7K2M-9Q4X')

    expect(JSON.stringify(said)).toContain('This was not saved')
  })
})
