import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Message, Press } from '../../../src/core/message/message.ts'
import { RecordId } from '../../../src/core/record-id.ts'
import { closing, dialogClient, opened, saved } from './dialog-client.ts'
import { activity, form, mentioned, NIA, SAM, startWorld, type World } from './world.ts'

const nia = { type: 'person', person: 'nia' }
const press: Press = { do: 'have', record: RecordId.parse('case-7k2m9q4x'), clock: 'D1' }

let world: World
const { invoke, fetchTask, chosen } = dialogClient(() => world)

beforeEach(async () => {
  world = await startWorld()
})
afterEach(() => world.close())

describe('a command', () => {
  test.each(['concern', 'incident'])('“%s” opens the form in a dialog', async (name) => {
    world.replies.command = { type: 'form', form }

    const { status, body } = await fetchTask(name)

    expect(status).toBe(200)
    expect(world.asked).toMatchObject([{ name: 'command', with: [{ actor: nia }, name, ''] }])
    expect(opened(body).title).toBe('Raise a concern')
    expect(opened(body).text).toContain('"errorMessage":"Please fill in “What happened”."')
    expect(opened(body).actions?.map(({ title }) => title)).toEqual(['Raise it'])
    expect(world.authority.calls).toEqual([])
  })

  test('“muster” opens what the person can do, and its buttons work in the dialog', async () => {
    const buttons: Message['parts'] = [
      { kind: 'buttons', buttons: [{ label: 'Raise a concern', press }] },
    ]
    vi.spyOn(world.host.conversation, 'home').mockResolvedValue({ title: 'Muster', parts: buttons })
    world.replies.press = { type: 'form', form }

    const { body } = await fetchTask('muster')
    expect(opened(body).body.at(-1)).toEqual({
      type: 'ActionSet',
      actions: [
        { type: 'Action.Submit', title: 'Raise a concern', data: { 'muster/press': press } },
      ],
    })
    const next = await invoke('composeExtension/submitAction', { data: { 'muster/press': press } })

    expect(world.asked).toMatchObject([{ name: 'press', with: [{ actor: nia }, press] }])
    expect(opened(next.body).title).toBe('Raise a concern')
  })

  test('on a message fills in what that message says', async () => {
    const content = '<p>The door <strong>does not</strong> lock &amp; nobody came</p>'
    const messagePayload = { id: '1', body: { contentType: 'html', content } }

    await fetchTask('raise', { commandContext: 'message', messagePayload })

    expect(world.asked).toMatchObject([
      { name: 'command', with: [{}, 'concern', 'The door does not lock & nobody came'] },
    ])
  })

  test('that Muster does not know is answered with a sentence', async () => {
    expect((await fetchTask('dance')).body).toMatchObject(
      closing('does not know this command or form'),
    )
    expect((await invoke('composeExtension/fetchTask', 7)).body).toMatchObject(
      closing('does not know this command or form'),
    )
    expect(world.asked).toEqual([])
  })

  test('from where Muster is no member still finds the person by their own chat', async () => {
    const sam = { id: '29:sam', name: 'Sam Site', aadObjectId: SAM }
    await world.deliver(
      activity(world, {
        type: 'typing',
        from: sam,
        conversation: { id: 'a:sam', conversationType: 'personal' },
      }),
    )
    world.authority.members.set('29:sam', { id: '29:sam', email: 'sam.site@trust.example' })

    await fetchTask('concern', {}, { from: sam, conversation: { id: '19:others@unq.gbl.spaces' } })

    expect(world.asked[0]?.with[0]).toMatchObject({ actor: { type: 'person', person: 'sam' } })
  })
})

describe('a dialog handed in', () => {
  test.each(['composeExtension/submitAction', 'task/submit'])(
    'says what happened, each time (%s)',
    async (name) => {
      world.replies.command = { type: 'form', form }
      world.replies.submit = { type: 'say', message: saved }
      const { body } = await fetchTask('concern')
      const [raise] = opened(body).actions ?? []
      const value = { data: { what: 'A fall', danger: 'no', ...raise?.data } }

      const answers = [await invoke(name, value), await invoke(name, value)]

      for (const answer of answers) {
        expect(answer.body).toEqual({
          task: { type: 'message', value: 'Recorded as C-7K2M-9Q4X\nThank you.' },
        })
      }
      expect(world.asked.at(-1)).toMatchObject({
        name: 'submit',
        with: [{ actor: nia }, form.ticket, { what: 'A fall', danger: 'no' }],
      })
    },
  )

  test('for which there is nothing to say is not answered with nothing', async () => {
    const { body } = await invoke('task/submit', { data: { 'muster/press': press } })

    expect(body).toEqual({ task: { type: 'message', value: 'Received.' } })
  })

  test('whose answer is longer than a card goes on in the own chat of the person', async () => {
    const items = Array.from({ length: 100 }, (_, index) => `${index} ${'x'.repeat(500)}`)
    world.replies.press = {
      type: 'say',
      message: { title: 'Open', parts: [{ kind: 'list', items }] },
    }
    const { conversation } = mentioned('', '99')

    const { body } = await invoke(
      'task/submit',
      { data: { 'muster/press': press } },
      { conversation },
    )

    expect(opened(body).text).toContain('The rest is in your own chat with Muster.')
    await vi.waitFor(() => expect(world.authority.calls.length).toBeGreaterThan(2))
    expect(world.authority.calls[1]?.path).toBe(`/v3/conversations/a:${NIA}/activities`)
  })

  test.each([
    ['no value', undefined],
    ['text', 'submit'],
    ['an unknown verb', { data: { 'muster/verb': 'dance' } }],
    ['a button that is none', { data: { 'muster/press': 7 } }],
    ['a form without its ticket', { data: { 'muster/verb': 'submit', what: 'x' } }],
    [
      'values of the wrong type',
      {
        data: {
          'muster/verb': 'submit',
          'muster/ticket': form.ticket,
          'muster/fields': { what: 'text' },
          'muster/live': false,
          'muster/own': false,
          what: { deep: true },
        },
      },
    ],
  ])('that holds %s is answered with a sentence', async (_, value) => {
    const { status, body } = await invoke('composeExtension/submitAction', value)

    expect(status).toBe(200)
    expect(body).toMatchObject(closing('does not know this command or form'))
    expect(world.asked).toEqual([])
  })

  test('at a step that does not exist, with an answer that is too long, is shown to be wrong', async () => {
    world.replies.refresh = { type: 'form', form }
    const data = {
      'muster/verb': 'next',
      'muster/ticket': form.ticket,
      'muster/fields': { what: 'text', danger: 'choice' },
      'muster/live': false,
      'muster/own': false,
      'muster/answers': {},
      what: 'x'.repeat(30_000),
      danger: 'no',
    }

    const long = await invoke('task/submit', { data })
    const beyond = await invoke('task/submit', { data: { ...data, 'muster/step': 100 } })

    expect(opened(long.body).text).toContain('This is too long: 3000 characters at most.')
    expect(opened(beyond.body).title).toBe('Raise a concern')
  })

  test('that fails is shown again as it was filled in, and handed in again it is the same', async () => {
    world.replies.command = { type: 'form', form }
    world.replies.refresh = { type: 'form', form }
    const typed = { what: 'A fall at the door', danger: 'no' }
    vi.spyOn(world.host.conversation, 'submit').mockRejectedValueOnce(new Error('a bug'))

    const failed = await chosen((await fetchTask('concern')).body, 'Raise it', typed)

    expect(opened(failed.body).title).toBe('Raise a concern')
    expect(opened(failed.body).text).toContain('could not save it just now')
    expect(world.asked.at(-1)).toMatchObject({ name: 'refresh', with: [{}, form.ticket, typed] })
    world.replies.submit = { type: 'say', message: saved }
    const again = await chosen(failed.body, 'Raise it', typed)
    expect(again.body).toMatchObject(closing('Recorded as C-7K2M-9Q4X'))
    expect(world.asked.at(-1)).toMatchObject({ name: 'submit', with: [{}, form.ticket, typed] })
  })

  test('that cannot even be shown again closes with a sentence', async () => {
    world.replies.command = { type: 'form', form }
    vi.spyOn(world.host.conversation, 'submit').mockRejectedValueOnce(new Error('a bug'))
    vi.spyOn(world.host.conversation, 'refresh').mockRejectedValueOnce(new Error('a bug'))

    const { body } = await chosen((await fetchTask('concern')).body, 'Raise it', { what: 'A fall' })

    expect(body).toMatchObject(closing('could not do this just now'))
  })

  test('that fails by a bug is answered with a sentence, and the next one is served', async () => {
    vi.spyOn(world.host.conversation, 'command').mockRejectedValueOnce(new Error('a bug'))
    world.replies.command = { type: 'form', form }

    expect((await fetchTask('concern')).body).toMatchObject(closing('could not do this just now'))
    expect(opened((await fetchTask('concern')).body).title).toBe('Raise a concern')
  })
})

test('a button of type task/fetch opens its form', async () => {
  world.replies.press = { type: 'form', form }
  const data = { msteams: { type: 'task/fetch' }, 'muster/press': press }

  const { body } = await invoke('task/fetch', { data, context: { theme: 'default' } })

  expect(opened(body).title).toBe('Raise a concern')
})
