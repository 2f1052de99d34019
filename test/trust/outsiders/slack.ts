import { createHmac } from 'node:crypto'
import { SECRET } from '../../bench/slack.ts'
import type { Asked } from './ask.ts'
import type { Outsider } from './try-out.ts'

const FORM = 'application/x-www-form-urlencoded'
const JSON_TYPE = 'application/json'

interface Body {
  readonly name: string
  readonly type: string
  readonly text: string
}

/** Who they say they are, and what they are after. */
export interface Target {
  readonly user: string
  readonly room: string
  readonly record: string
  readonly thread: string
}

export function slackBodies({ user, room, record, thread }: Target): readonly Body[] {
  const payload = (value: object) =>
    new URLSearchParams({ payload: JSON.stringify(value) }).toString()
  const by = { user: { id: user }, team: { id: 'T0BENCH' }, trigger_id: 'forged.1' }
  const command = { command: '/muster', text: `have ${record} D1`, user_id: user }
  const event = { type: 'message', channel: room, user, ts: '9.9', thread_ts: thread }
  const view = {
    id: 'V1',
    type: 'modal',
    callback_id: 'muster_form',
    private_metadata: JSON.stringify({ form: 'note', nonce: 'forged', record }),
    state: { values: { text: { answer: { type: 'plain_text_input', value: 'Forged.' } } } },
  }
  return [
    {
      name: 'a command',
      type: FORM,
      text: new URLSearchParams({ ...command, trigger_id: 'forged.2' }).toString(),
    },
    {
      name: 'a reply in a thread',
      type: JSON_TYPE,
      text: JSON.stringify({ type: 'event_callback', event: { ...event, text: 'note Forged.' } }),
    },
    {
      name: 'a button',
      type: FORM,
      text: payload({
        ...by,
        type: 'block_actions',
        container: { thread_ts: thread },
        actions: [{ type: 'button', value: JSON.stringify({ do: 'have', record, clock: 'D1' }) }],
      }),
    },
    { name: 'a form', type: FORM, text: payload({ ...by, type: 'view_submission', view }) },
    {
      name: 'the question who listens',
      type: JSON_TYPE,
      text: JSON.stringify({ type: 'url_verification', challenge: 'abc' }),
    },
    { name: 'something torn', type: JSON_TYPE, text: '{"type":"event_call' },
  ]
}

interface Signing {
  readonly secret?: string
  readonly off?: number
  /** What is signed, where it is not the body. */
  readonly over?: string
}

/** A request as Slack signs it, with one thing that may be different. */
export function signed({ type, text }: Omit<Body, 'name'>, signing: Signing = {}): Asked {
  const { secret = SECRET, off = 0, over = text } = signing
  const stamp = String(Math.floor(Date.now() / 1000) + off)
  const digest = createHmac('sha256', secret).update(`v0:${stamp}:${over}`).digest('hex')
  const headers = {
    'content-type': type,
    'x-slack-request-timestamp': stamp,
    'x-slack-signature': `v0=${digest}`,
  }
  return { path: '/slack/events', headers, body: text }
}

/** Each of them with every body. */
export function slackOutsiders(target: Target): readonly Outsider[] {
  return slackBodies(target).flatMap((body) => {
    const good = signed(body)
    const without = (name: string): Asked => ({
      ...good,
      headers: { ...good.headers, [name]: undefined },
    })
    const ways: Readonly<Record<string, Asked>> = {
      unsigned: { ...good, headers: { 'content-type': body.type } },
      'signed with another app’s secret': signed(body, { secret: 'another-app' }),
      'signed with an empty secret': signed(body, { secret: ' ' }),
      'signed six minutes ago': signed(body, { off: -360 }),
      'signed for in six minutes': signed(body, { off: 360 }),
      'signed a year ago': signed(body, { off: -31_536_000 }),
      'with the signature of another body': signed(body, { over: `${body.text} ` }),
      'without a time': without('x-slack-request-timestamp'),
      'without a signature': without('x-slack-signature'),
      'with a signature cut short': {
        ...good,
        headers: { ...good.headers, 'x-slack-signature': 'v0=00' },
      },
      'with two signatures': {
        ...good,
        headers: { ...good.headers, 'x-slack-signature': ['v0=00', 'v0=11'] },
      },
      'with the old token alone': {
        ...good,
        headers: { 'content-type': body.type, 'x-slack-token': SECRET },
      },
    }
    return Object.entries(ways).map(
      ([name, asked]): Outsider => ({
        name: `${body.name} ${name}`,
        asked,
        status: 401,
        text: 'Not signed by Slack.',
      }),
    )
  })
}
