import { createHmac } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import { post } from './post.ts'

export const SECRET = 'bench-signing-secret'
export const TOKEN = 'xoxb-bench'
/** The example directory: Ivan (U0EXAMPLE02) at Willow House, whose room is C0EXAMPLE02. */
export const DIRECTORY = 'manifests/directory.example.yaml'

interface Call {
  readonly method: string
  readonly body: Readonly<Record<string, string>>
  /** By the clock of `measure.ts`. */
  readonly at: number
}

export interface SlackApi {
  readonly url: string
  /** The next call that fits, from now on. */
  next(fits: (call: Call) => boolean): Promise<Call>
  stop(): Promise<void>
}

const PATIENCE = 15_000

export async function startSlackApi(): Promise<SlackApi> {
  const worker = new Worker(new URL('./slack-api.js', import.meta.url))
  const waiting = new Set<(call: Call) => void>()
  const url = await new Promise<string>((started, failed) => {
    worker.once('error', failed)
    worker.once('message', ({ url }) => started(url))
  })
  worker.on('message', (call: Call) => {
    for (const hear of waiting) hear(call)
  })
  return {
    url,
    next(fits) {
      return new Promise((found, failed) => {
        const hear = (call: Call) => {
          if (!fits(call)) return
          clearTimeout(timer)
          waiting.delete(hear)
          found(call)
        }
        const timer = setTimeout(() => {
          waiting.delete(hear)
          failed(new Error('Slack was not called in time'))
        }, PATIENCE)
        waiting.add(hear)
      })
    },
    async stop() {
      await worker.terminate()
    },
  }
}

const FORM_TYPE = 'application/x-www-form-urlencoded'

/** Sends what Slack would, signed; resolves with the body of the answer, throws when it is not 200. */
export async function deliver(port: number, body: string, type = FORM_TYPE): Promise<string> {
  const stamp = Math.floor(Date.now() / 1000)
  const signature = createHmac('sha256', SECRET).update(`v0:${stamp}:${body}`).digest('hex')
  return post(port, '/slack/events', body, {
    'content-type': type,
    'x-slack-request-timestamp': String(stamp),
    'x-slack-signature': `v0=${signature}`,
  })
}

let seq = 0

export function nextTrigger(): string {
  seq += 1
  return `${process.pid}.${seq}.bench`
}

/** What Slack sends when somebody types a command. */
export function commandBody(
  command: string,
  {
    user = 'U0EXAMPLE02',
    trigger = nextTrigger(),
    text = '',
  }: { user?: string; trigger?: string; text?: string } = {},
): string {
  return new URLSearchParams({
    token: 'unused',
    team_id: 'T0BENCH',
    team_domain: 'bench',
    channel_id: 'C0EXAMPLE02',
    channel_name: 'willow',
    user_id: user,
    user_name: 'ivan',
    command,
    text,
    api_app_id: 'A0BENCH',
    response_url: 'http://127.0.0.1:9/unused',
    trigger_id: trigger,
  }).toString()
}
