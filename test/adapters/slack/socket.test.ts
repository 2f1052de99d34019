import { afterEach, describe, expect, test } from 'vitest'
import { type Running, say, scripted, soon, startSlack } from './harness.ts'
import { type SocketServer, socketServer } from './socket-server.ts'

let server: SocketServer
let slack: Running | undefined

afterEach(async () => {
  await slack?.stop()
  slack = undefined
  await server.close()
})

const event = {
  type: 'event_callback',
  team_id: 'T1',
  event_id: 'Ev1',
  event: { type: 'app_mention', channel: 'C1', user: 'U0AMINA', ts: '1.1', text: 'mine' },
}

describe('over a socket', () => {
  test('a command is answered in the acknowledgement', async () => {
    server = await socketServer()
    const { conversation } = scripted({ command: async () => say('You owe nothing.') })
    slack = await startSlack(server.apiUrl, conversation, { appToken: 'xapp-1' })
    await server.open

    const body = {
      command: '/muster',
      text: 'mine',
      user_id: 'U0AMINA',
      trigger_id: '1',
      team_id: 'T1',
    }
    server.send({ envelope_id: 'e1', type: 'slash_commands', payload: body })
    await soon(() => server.heard).toHaveLength(1)
    expect(server.heard[0]).toMatchObject({
      envelope_id: 'e1',
      payload: { response_type: 'ephemeral', text: 'You owe nothing.' },
    })
  })

  test('an event is acknowledged when its work is done, and not when that failed', async () => {
    server = await socketServer()
    let tries = 0
    const { conversation, asked } = scripted({
      command: async () => {
        tries += 1
        if (tries === 1) throw new Error('broken')
        return { type: 'nothing' }
      },
    })
    slack = await startSlack(server.apiUrl, conversation, { appToken: 'xapp-1' })
    await server.open

    server.send({ envelope_id: 'e1', type: 'events_api', payload: event })
    await soon(() => asked).toHaveLength(1)
    server.send({ envelope_id: 'e2', type: 'events_api', payload: event, retry_attempt: 1 })
    await soon(() => server.heard).toHaveLength(1)
    expect(server.heard[0]?.envelope_id).toBe('e2')
  })

  test('what is under way is acknowledged before it stops, and nothing new is begun', async () => {
    server = await socketServer()
    let finish = () => {}
    const { conversation, asked } = scripted({
      command: () =>
        new Promise((resolve) => {
          finish = () => resolve({ type: 'nothing' })
        }),
    })
    slack = await startSlack(server.apiUrl, conversation, { appToken: 'xapp-1' })
    await server.open
    server.send({ envelope_id: 'e1', type: 'events_api', payload: event })
    await soon(() => asked).toHaveLength(1)

    const stopped = slack.stop()
    slack = undefined
    const other = { ...event, event_id: 'Ev2', event: { ...event.event, ts: '2.2' } }
    server.send({ envelope_id: 'e2', type: 'events_api', payload: other })
    finish()
    await stopped
    await soon(() => server.heard.map((one) => one.envelope_id)).toEqual(['e1'])
    expect(asked).toHaveLength(1)
  })

  test('a wrong app token stops the start with one sentence', async () => {
    server = await socketServer({ ok: false, error: 'invalid_auth' })

    const starting = startSlack(server.apiUrl, scripted().conversation, { appToken: 'xapp-wrong' })
    await expect(starting).rejects.toThrow(
      /^Slack does not accept SLACK_APP_TOKEN \(invalid_auth\)/,
    )
  })

  test('no path of the server is taken', async () => {
    server = await socketServer()
    slack = await startSlack(server.apiUrl, scripted().conversation, { appToken: 'xapp-1' })

    expect(slack.running.routes).toEqual([])
  })
})
