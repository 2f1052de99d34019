import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { onDialog } from '../../../adapters/channels/teams/on-dialog.ts'
import type { PrivateAnswer } from '../../../adapters/channels/teams/private-answer.ts'
import type { Reply } from '../../../src/app/conversation.ts'
import { closing, saved } from './dialog-client.ts'
import { activity, form, startWorld, type World } from './world.ts'

describe('a form handed in that takes too long', () => {
  const heard = { actor: { type: 'person', person: 'nia' }, channel: 'teams', key: 'k' } as const
  let world: World
  let finish: (reply: Reply) => void
  let fail: (error: Error) => void

  beforeEach(async () => {
    world = await startWorld()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const slow = new Promise<Reply>((resolve, reject) => {
      finish = resolve
      fail = reject
    })
    vi.spyOn(world.host.conversation, 'submit').mockReturnValue(slow)
  })
  afterEach(async () => {
    vi.useRealTimers()
    await world.close()
  })

  /** The dialog has been closed, and the work goes on. */
  async function late() {
    const arrived = vi.fn<PrivateAnswer>(async () => true)
    const dialog = onDialog(world.host, arrived)
    const data = {
      'muster/verb': 'submit',
      'muster/ticket': form.ticket,
      'muster/fields': { what: 'text' },
      'muster/live': false,
      'muster/own': false,
      what: 'A fall',
    }
    const handed = { name: 'task/submit', value: { data } }
    // Parsed as the port parses it.
    const asked = z.custom<Parameters<typeof dialog>[0]>().parse(activity(world, handed))
    const answering = dialog(asked, async () => heard)
    await vi.advanceTimersByTimeAsync(4000)
    return { asked, arrived, body: (await answering).body }
  }

  test('is answered in time, with what to do if nothing comes, and its answer comes to the own chat', async () => {
    const { asked, arrived, body } = await late()

    expect(body).toMatchObject(closing('comes to your own chat'))
    expect(body).toMatchObject(closing('If nothing comes within a minute, take it as not done'))
    expect(arrived).not.toHaveBeenCalled()
    const reply: Reply = { type: 'say', message: saved }
    finish(reply)
    await vi.waitFor(() => expect(arrived).toHaveBeenCalledWith(asked, reply))
  })

  test('and then fails comes to the own chat as the form with what was typed, under the same key', async () => {
    const { arrived } = await late()
    world.replies.refresh = { type: 'form', form }

    fail(new Error('a bug'))

    await vi.waitFor(() => expect(arrived).toHaveBeenCalled())
    expect(arrived.mock.calls[0]?.[1]).toMatchObject({
      form: { ticket: form.ticket, problem: expect.stringContaining('could not save it') },
    })
    expect(world.asked.at(-1)).toMatchObject({
      name: 'refresh',
      with: [{}, form.ticket, { what: 'A fall' }],
    })
  })

  test('and then fails for good is said in the own chat not to be done', async () => {
    const { arrived } = await late()
    vi.spyOn(world.host.conversation, 'refresh').mockRejectedValueOnce(new Error('a bug'))

    fail(new Error('a bug'))

    await vi.waitFor(() => expect(arrived).toHaveBeenCalled())
    expect(JSON.stringify(arrived.mock.calls[0]?.[1])).toContain('take it as not done')
  })
})
