import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig, surroundings } from '../../src/app/config.ts'
import { type Running, start } from '../../src/main.ts'
import { SECRET, TOKEN } from '../adapters/slack/harness.ts'
import type { Workspace } from '../adapters/slack/workspace.ts'

type How = Parameters<typeof start>[1]

/** Muster in front of a workspace, with its data and this directory in a folder. Sweeps are the test's. */
export function musterOnSlack(
  { apiUrl }: Workspace,
  folder: string,
  directory: string,
  how: How,
  more: Readonly<Record<string, string>> = {},
): Promise<Running> {
  writeFileSync(join(folder, 'directory.yaml'), directory)
  const env = {
    SLACK_BOT_TOKEN: TOKEN,
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_API_URL: apiUrl,
    MUSTER_DATA: join(folder, 'data'),
    MUSTER_DIRECTORY: join(folder, 'directory.yaml'),
    ...more,
  }
  const read = readConfig(env, surroundings(folder))
  if (!read.ok) throw new Error(read.sentence)
  return start({ ...read.config, port: 0 }, { ...how, sweeps: false })
}
