import { describe, expect, test } from 'vitest'
import type { RecordId } from '../../../src/core/record-id.ts'
import { teleconference } from '../../core/meeting/meeting.ts'
import type { TestApp } from '../../fixtures/app.ts'
import { convening } from '../../fixtures/cases.ts'
import { thread } from './in-thread.ts'
import { speaker } from './speaking.ts'

describe('a meeting’s own messages', () => {
  async function called(): Promise<{ world: TestApp; id: RecordId; meeting: RecordId }> {
    const { world, id } = await thread()
    await world.ask(convening(), id)
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

  test.each([
    ['coming', 'coming'],
    ['apologies because I am away', 'apologies'],
  ])('without a room of its own take “%s” in the thread of the case', async (text, answer) => {
    const { world, id } = await thread()
    const convened = await world.ask({ ...teleconference, case: id })
    if (!convened.ok) throw new Error(convened.refusal.message)

    expect(await speaker(world, 'mara').reply(id, text)).toEqual({ type: 'nothing' })

    const { prompts } = await world.record('meeting', convened.id)
    expect(prompts.find(({ id: seat }) => seat === 'seat-mara')).toMatchObject({ answer })
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
