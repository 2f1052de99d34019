import { setTimeout as pause } from 'node:timers/promises'
import { crowded, median, quantile } from './measure.ts'
import { run } from './processes.ts'
import { commandBody, deliver, type SlackApi } from './slack.ts'
import type { Row } from './table.ts'

const AT_ONCE = 16

/** How soon Slack hears that a signed command was taken. */
export async function acknowledging(api: SlackApi, smoke: boolean): Promise<Row[]> {
  const rounds = smoke ? 1 : 7
  const count = smoke ? 32 : 1500
  const bolt = await run('bare Bolt', api.url)
  const muster = await run('muster', api.url)
  const contestants = [
    { port: bolt.port, command: '/concern', p50: [], p99: [] },
    { port: bolt.port, command: '/form', p50: [], p99: [] },
    { port: muster.port, command: '/concern', p50: [], p99: [] },
  ] satisfies Contestant[]
  try {
    for (let round = -1; round < rounds; round += 1) {
      for (const one of contestants) {
        const times = await crowded(count, AT_ONCE, () =>
          deliver(one.port, commandBody(one.command)),
        )
        // What was begun after the acknowledgement must not weigh on the next.
        await pause(smoke ? 50 : 500)
        // The first round only warms up.
        if (round >= 0) add(one, times)
      }
    }
  } finally {
    await Promise.all([bolt.stop(), muster.stop()])
  }
  const [bare, form, ours] = contestants
  if (!bare || !form || !ours) return []
  return [
    row('ack of /concern, p50', 'bare Bolt, ack alone', ours.p50, bare.p50, 1),
    row('ack of /concern, p99', 'bare Bolt, ack alone', ours.p99, bare.p99, 1.25),
    row('ack of /concern, p50', 'bare Bolt, opens a form', ours.p50, form.p50, null),
    row('ack of /concern, p99', 'bare Bolt, opens a form', ours.p99, form.p99, null),
  ]
}

interface Contestant {
  readonly port: number
  readonly command: string
  readonly p50: number[]
  readonly p99: number[]
}

function add({ p50, p99 }: Contestant, times: readonly number[]): void {
  p50.push(quantile(times, 0.5))
  p99.push(quantile(times, 0.99))
}

function row(
  name: string,
  floorName: string,
  ours: readonly number[],
  floor: readonly number[],
  goal: number | null,
): Row {
  const full = `${name}, ${AT_ONCE} at once`
  return { name: full, unit: 'ms', ours: median(ours), floorName, floor: median(floor), goal }
}
