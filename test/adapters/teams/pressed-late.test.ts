import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { onPressed } from '../../../adapters/channels/teams/on-pressed.ts'
import type { PrivateAnswer } from '../../../adapters/channels/teams/private-answer.ts'
import type { Heard, Reply } from '../../../src/app/conversation.ts'
import { saved } from './dialog-client.ts'
import { activity, form, startWorld, type World } from './world.ts'

describe('a form in a chat, handed in, that takes too long', () => {
  const heard = { actor: { type: 'person', person: 'nia' }, channel: 'teams', key: 'k' } as const
  const reply: Reply = { type: 'say', message: saved }
  const handedIn = {
    name: 'adaptiveCard/action',
    value: {
      action: {
        verb: 'submit',
        data: {
          'muster/ticket': form.ticket,
          'muster/fields': { what: 'text' },
          'muster/live': false,
          'muster/own': false,
          what: 'A fall',
        },
      },
    },
  }
  let world: World

  beforeEach(async () => {
    world = await startWorld({ submit: reply })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  })
  afterEach(async () => {
    vi.useRealTimers()
    await world.close()
  })

  /** Pressed, and eight seconds later. */
  async function late(who: Promise<Heard | undefined>) {
    const arrived = vi.fn<PrivateAnswer>(async () => true)
    // A form that does not stand in the own chat is not taken away.
    const port = z.custom<Parameters<typeof onPressed>[1]>().parse({})
    const pressed = onPressed(world.host, port, arrived)
    // Parsed as the port parses it.
    const asked = z.custom<Parameters<typeof pressed>[0]>().parse(activity(world, handedIn))
    const answering = pressed(asked, who)
    await vi.advanceTimersByTimeAsync(8000)
    return { asked, arrived, body: (await answering).body }
  }

  test('is answered in time, whatever hangs, and its answer comes to the own chat', async () => {
    let known: (heard: Heard) => void = () => {}
    const { asked, arrived, body } = await late(new Promise((resolve) => (known = resolve)))

    expect(JSON.stringify(body)).toContain('comes to your own chat')
    expect(arrived).not.toHaveBeenCalled()
    known(heard)
    await vi.waitFor(() => expect(arrived).toHaveBeenCalledWith(asked, reply))
  })

  test('by somebody whom Teams does not name then was not done', async () => {
    const { arrived } = await late(Promise.resolve(undefined))

    expect(arrived).not.toHaveBeenCalled()
    expect(world.asked).toEqual([])
  })
})
