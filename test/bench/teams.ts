import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { BOT, TENANT } from '../adapters/teams/authority.ts'
import { clock, crowded, median, quantile } from './measure.ts'
import { hangUp, post } from './post.ts'
import { newFolder, run } from './processes.ts'
import { DIRECTORY } from './slack.ts'
import type { Row } from './table.ts'

const CROWD = 16
const IVAN = '00000000-0000-4000-8000-0000000000ff'

interface Teams {
  readonly settings: Readonly<Record<string, string>>
  readonly serviceUrl: string
  /** What Teams signs its requests with. */
  readonly token: string
}

interface Contestant {
  readonly port: number
  readonly stop: () => Promise<void>
  /** By how many were under way at once. */
  readonly p50: Map<number, number[]>
  readonly perSecond: Map<number, number[]>
}

/** How soon a signed message to the bot is answered: the answer is with Teams, and Teams hears that it was taken. */
export async function teams(smoke: boolean): Promise<Row[]> {
  const worker = new Worker(new URL('./teams-connector.js', import.meta.url))
  const service = await new Promise<Teams>((started, failed) => {
    worker.once('error', failed)
    worker.once('message', started)
  })
  const folder = await newFolder()
  const echo = await contestant('bare botbuilder', service, folder)
  const muster = await contestant('muster', service, folder)
  // Short and many: what else the machine does then weighs on both alike.
  const rounds = smoke ? 1 : 15
  try {
    for (let round = -1; round < rounds; round += 1) {
      for (const atOnce of [1, CROWD])
        for (const one of [echo, muster]) {
          const count = smoke ? 2 * CROWD : atOnce === 1 ? 200 : 800
          // The first round only warms up.
          await measure(one, service, count, atOnce, round >= 0)
        }
    }
  } finally {
    await Promise.all([echo.stop(), muster.stop()])
    await worker.terminate()
    await rm(folder, { recursive: true, force: true })
  }
  const name = 'Teams: message in to answer out'
  const floorName = 'botbuilder echo'
  const row = (unit: Row['unit'], which: 'p50' | 'perSecond', atOnce: number, goal: number) => ({
    name: `${name}${which === 'p50' ? ', p50' : ''}, ${atOnce} at once`,
    unit,
    ours: median(muster[which].get(atOnce) ?? []),
    floorName,
    floor: median(echo[which].get(atOnce) ?? []),
    goal,
  })
  return [
    row('/s', 'perSecond', CROWD, 0.9),
    row('ms', 'p50', CROWD, 1.1),
    row('ms', 'p50', 1, 1.1),
  ]
}

async function contestant(
  kind: 'muster' | 'bare botbuilder',
  { settings }: Teams,
  folder: string,
): Promise<Contestant> {
  const path = join(folder, 'directory.yaml')
  const known = (await readFile(DIRECTORY, 'utf8')).replace(
    'slack: U0EXAMPLE02',
    `slack: U0EXAMPLE02, teams: ${IVAN}`,
  )
  await writeFile(path, known)
  // Teams alone.
  const slack = { SLACK_BOT_TOKEN: '', SLACK_SIGNING_SECRET: '', SLACK_API_URL: '' }
  const all = { ...slack, ...settings, MUSTER_DIRECTORY: path }
  const { port, stop } = await run(kind, '', { settings: all })
  return { port, stop, p50: new Map(), perSecond: new Map() }
}

async function measure(
  { port, p50, perSecond }: Contestant,
  service: Teams,
  count: number,
  atOnce: number,
  counts: boolean,
): Promise<void> {
  const start = clock()
  const times = await crowded(count, atOnce, () => deliver(port, service))
  const seconds = (clock() - start) / 1000
  hangUp()
  if (!counts) return
  p50.set(atOnce, [...(p50.get(atOnce) ?? []), quantile(times, 0.5)])
  perSecond.set(atOnce, [...(perSecond.get(atOnce) ?? []), count / seconds])
}

let seq = 0

/** What Teams sends when somebody asks the bot what they owe, in their own chat with it. */
function deliver(port: number, { serviceUrl, token }: Teams): Promise<string> {
  seq += 1
  const activity = {
    type: 'message',
    id: `${seq}`,
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl,
    from: { id: '29:ivan', name: 'Ivan Petrov', aadObjectId: IVAN },
    recipient: BOT,
    conversation: { id: 'a:ivan', conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
    text: 'muster mine',
  }
  return post(port, '/api/messages', JSON.stringify(activity), {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
  })
}
