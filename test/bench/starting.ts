import { rm } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { median } from './measure.ts'
import { newFolder, run } from './processes.ts'
import type { SlackApi } from './slack.ts'
import type { Row } from './table.ts'

const KINDS = ['bare Bolt', 'muster'] as const

/** How soon it listens, and what it takes when nothing happens. */
export async function starting(api: SlackApi, smoke: boolean): Promise<Row[]> {
  const rounds = smoke ? 1 : 9
  const rest = smoke ? 100 : 2000
  const times: Record<(typeof KINDS)[number], number[]> = { muster: [], 'bare Bolt': [] }
  const memory: Record<(typeof KINDS)[number], number[]> = { muster: [], 'bare Bolt': [] }
  // The directory file is imported once; every later start finds it as it was.
  const folder = await newFolder()
  await (await run('muster', api.url, { folder })).stop()
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of KINDS) {
      const running = await run(kind, api.url, { folder })
      await pause(rest)
      times[kind].push(running.startedIn)
      memory[kind].push(await running.memory())
      await running.stop()
    }
  }
  await rm(folder, { recursive: true, force: true })
  const row = { floorName: 'bare Bolt' }
  return [
    {
      ...row,
      name: 'start to listening',
      unit: 'ms',
      ours: median(times.muster),
      floor: median(times['bare Bolt']),
      goal: 2,
    },
    {
      ...row,
      name: 'memory after the start',
      unit: 'MB',
      ours: median(memory.muster),
      floor: median(memory['bare Bolt']),
      goal: 1.5,
    },
  ]
}
