import { readConfig, surroundings } from '../../src/app/config.ts'
import { type Given, type Running, start } from '../../src/main.ts'
import { NO_RATES } from '../bench/processes.ts'
import { SECRET, TOKEN } from '../bench/slack.ts'
import type { SlackService } from './slack-service.ts'

export const silent = { info() {}, warn() {}, error() {} }

/** The whole of Muster in this process, before the stand-in for Slack. */
export function startInside(
  slack: SlackService,
  settings: Readonly<Record<string, string>>,
  given: Given = {},
): Promise<Running> {
  const access = {
    SLACK_BOT_TOKEN: TOKEN,
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_API_URL: slack.url,
  }
  return startWith({ ...access, ...settings }, given)
}

/** As `startInside`, before whatever the settings name. */
export function startWith(
  env: Readonly<Record<string, string | undefined>>,
  given: Given = {},
): Promise<Running> {
  const read = readConfig({ ...NO_RATES, ...env }, surroundings(process.cwd()))
  if (!read.ok) throw new Error(read.sentence)
  return start({ ...read.config, port: 0 }, { log: silent, ...given })
}
