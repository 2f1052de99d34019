import { mkdtemp, open, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { WebClient } from '@slack/web-api'
import { clock, median, repeated } from './measure.ts'
import { run } from './processes.ts'
import { commandBody, deliver, type SlackApi, TOKEN } from './slack.ts'
import { submission, View } from './submission.ts'
import type { Row } from './table.ts'

/** From a form that is handed in to a record that is durable and whose message Slack has. */
export async function submitting(api: SlackApi, smoke: boolean): Promise<Row[]> {
  const count = smoke ? 3 : 150
  const muster = await run('muster', api.url)
  try {
    const ours: number[] = []
    const floor: number[] = []
    const parts = await floorParts(api)
    // In turns, so that whatever else the machine does weighs on both.
    for (let index = 0; index < count; index += 1) {
      ours.push(await submitted(api, muster.port))
      floor.push(...(await repeated(1, parts.both)))
      await pause(smoke ? 0 : 20)
    }
    await parts.stop()
    return [
      {
        name: 'form handed in → durable, message at Slack',
        unit: 'ms',
        ours: median(ours),
        floorName: 'one durable file + one Web API call',
        floor: median(floor),
        goal: 2,
      },
    ]
  } finally {
    await muster.stop()
  }
}

async function floorParts(api: SlackApi) {
  const folder = await mkdtemp(join(tmpdir(), 'muster-bench-'))
  const client = new WebClient(TOKEN, { slackApiUrl: api.url })
  const content = JSON.stringify({ record: 'x'.repeat(8000) })
  return {
    async both() {
      await writeDurably(folder, content)
      await client.chat.postMessage({ channel: 'C0EXAMPLE02', text: 'A case', blocks: [] })
    },
    stop: () => rm(folder, { recursive: true, force: true }),
  }
}

/** What a file needs to survive a power cut. */
async function writeDurably(folder: string, content: string): Promise<void> {
  const [temporary, final] = [join(folder, 'record.tmp'), join(folder, 'record.json')]
  const file = await open(temporary, 'w')
  await file.writeFile(content)
  await file.sync()
  await file.close()
  await rename(temporary, final)
  const directory = await open(folder, 'r')
  await directory.sync()
  await directory.close()
}

async function submitted(api: SlackApi, port: number): Promise<number> {
  const opened = api.next(({ method }) => method === 'views.open')
  await deliver(port, commandBody('/concern'))
  const view = View.parse(JSON.parse((await opened).body.view ?? ''))
  const posted = api.next(({ method, body }) => {
    return method === 'chat.postMessage' && body.channel === 'C0EXAMPLE02'
  })
  const body = submission(view)
  const start = clock()
  const answer = deliver(port, body)
  const call = await posted
  const acknowledged = await answer
  if (acknowledged.includes('"errors"')) throw new Error(`The form was refused: ${acknowledged}`)
  return call.at - start
}
