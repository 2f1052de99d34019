import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { slackChannel } from '../../adapters/channels/slack/index.ts'
import { teamsChannel } from '../../adapters/channels/teams/index.ts'
import { webChannel } from '../../adapters/channels/web/index.ts'
import { memoryStore } from '../../adapters/stores/memory.ts'
import { channelDelivery } from '../../src/app/channel-delivery.ts'
import type { Host, Route } from '../../src/app/host.ts'
import { unmeasured } from '../../src/app/metrics/meter.ts'
import type { Store } from '../../src/app/ports.ts'
import { guard } from '../../src/core/guard/identifiers.ts'
import { startAuthority } from '../adapters/teams/authority.ts'
import { startSlackService } from '../faults/slack-service.ts'
import { openApp } from '../fixtures/app.ts'
import { incident } from '../fixtures/cases.ts'
import { guarding } from '../fixtures/guarding.ts'
import { slackForms, slackJson, teamsActivities, webBodies } from './bodies.ts'
import { knock } from './knock.ts'
import { mutated } from './mutated.ts'
import { type Named, trial } from './trial.ts'

const SECRET = 'a-signing-secret'
const FORM_TYPE = 'application/x-www-form-urlencoded'
/** Of an invoke that no bot must know; and where an answer could not be sent, so that Teams asks again. */
const TEAMS_MEANS = [501, 502]

export interface Doors {
  readonly trials: readonly Named[]
  close(): Promise<void>
}

/**
 * Each channel as it is, before the whole conversation, for a stranger who knows the references, the
 * rooms and the secrets: whatever is sent, nothing breaks and nothing is changed.
 */
export async function openDoors(): Promise<Doors> {
  const counted = countingSaves()
  const world = await openApp({ store: counted.store })
  const raised = await world.ask(incident())
  if (!raised.ok) throw new Error(raised.refusal.message)
  const thread = (await world.store.shown(raised.id, 'slack/room/C0WILLOW', 'root')) ?? ''
  const [slack, teams] = await Promise.all([startSlackService({ bare: true }), startAuthority()])
  const { app, conversation, store } = world
  const host: Host = {
    conversation,
    store,
    log: app.log,
    guard: (text) => guard(text, guarding),
    directory: app.directory,
    now: app.now,
    delivery: channelDelivery(unmeasured),
  }
  const access = { botToken: 'xoxb-a', signingSecret: SECRET, apiUrl: slack.url }
  const running = [
    await slackChannel(access, host),
    await teamsChannel(teams.settings, host),
    await webChannel(host),
  ]
  const [slackRoute, teamsRoute, webRoute] = running.flatMap(({ routes }) => routes)
  if (!slackRoute || !teamsRoute || !webRoute) throw new Error('A channel has no route')
  await running[0]?.start?.()
  const token = await tokenOf(webRoute)
  const about = { record: raised.id, thread }

  /** What must hold after each. */
  async function held(status: number, allowed: readonly number[] = []): Promise<void> {
    if (status >= 500 && !allowed.includes(status))
      throw new Error(`${status}: ${world.complaints.at(-1)}`)
    const saves = counted.saves()
    if (saves > 0) throw new Error('Something was changed')
  }
  if (counted.saves() === 0) throw new Error('Changes are not counted')
  counted.reset()

  return {
    trials: [
      trial({
        name: 'Slack’s commands, buttons and forms',
        share: 15,
        inputs: mutated(...slackForms(about)),
        async run(body) {
          const text = isCommand(body)
            ? new URLSearchParams(stringsOf(body)).toString()
            : new URLSearchParams({ payload: JSON.stringify(body) }).toString()
          await held((await knock(slackRoute, signed(text, FORM_TYPE))).status)
        },
      }),
      trial({
        name: 'Slack’s events',
        share: 15,
        inputs: fc.oneof(
          mutated(...slackJson(about)).map((body) => JSON.stringify(body)),
          fc.string({ unit: 'binary', maxLength: 200 }),
        ),
        run: async (text) =>
          held((await knock(slackRoute, signed(text, 'application/json'))).status),
      }),
      trial({
        name: 'Teams’ activities',
        share: 15,
        inputs: mutated(...teamsActivities({ ...about, serviceUrl: teams.serviceUrl })),
        async run(body) {
          const headers = { authorization: `Bearer ${teams.token()}` }
          const asked = { headers, body: JSON.stringify(body) }
          await held((await knock(teamsRoute, asked)).status, TEAMS_MEANS)
        },
      }),
      trial({
        name: 'the playground’s requests',
        share: 15,
        inputs: fc.constantFrom(...Object.keys(webBodies(about))).chain((path) => {
          const bodies = webBodies(about)[path] ?? {}
          return mutated(bodies).map((body) => ({ path, body: JSON.stringify(body) }))
        }),
        async run({ path, body }) {
          const headers = { host: '127.0.0.1', 'x-muster-token': token, 'x-person': '~stranger' }
          await held((await knock(webRoute, { path, headers, body })).status)
        },
      }),
    ],
    async close() {
      for (const { channel } of running) await channel.stop()
      await Promise.all([slack.stop(), teams.close()])
    },
  }
}

function countingSaves() {
  const inner = memoryStore()
  let saves = 0
  const store: Store = {
    ...inner,
    save(...change) {
      saves += 1
      return inner.save(...change)
    },
  }
  return {
    store,
    saves: () => saves,
    reset() {
      saves = 0
    },
  }
}

async function tokenOf(route: Route): Promise<string> {
  const page = await knock(route, { method: 'GET', path: '/', headers: { host: '127.0.0.1' } })
  return /content="([0-9a-f]{48})"/.exec(page.text)?.[1] ?? ''
}

function signed(body: string, type: string) {
  const stamp = String(Math.floor(Date.now() / 1000))
  const digest = createHmac('sha256', SECRET).update(`v0:${stamp}:${body}`).digest('hex')
  const headers = {
    'content-type': type,
    'x-slack-request-timestamp': stamp,
    'x-slack-signature': `v0=${digest}`,
  }
  return { headers, body }
}

function isCommand(body: unknown): body is Record<string, unknown> {
  return typeof body === 'object' && body !== null && 'command' in body
}

function stringsOf(body: Readonly<Record<string, unknown>>): [string, string][] {
  return Object.entries(body).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ])
}
