import type { WebClient } from '@slack/web-api'
import type { Log } from '../../../src/app/host.ts'
import { within } from '../../../src/app/within.ts'
import { codeOf, isAboutAccess, outcomeOf } from './outcome.ts'

const PATIENCE = 5000
const FIRST_PAUSE = 5000
const LONGEST_PAUSE = 5 * 60_000

interface Identity {
  readonly user: string
  readonly bot: string
  readonly team: string | undefined
}

/** Who Muster is in this workspace. Unknown for as long as Slack cannot be reached. */
export interface Self {
  known(): Identity | undefined
  /** Asks; throws one sentence when Slack refuses the token. Goes on asking while Slack is away. */
  learn(): Promise<void>
  stop(): void
}

export function self(web: WebClient, log: Log): Self {
  let identity: Identity | undefined
  let timer: NodeJS.Timeout | undefined
  let pause = FIRST_PAUSE

  /** What is wrong with the token, as a sentence. */
  async function ask(): Promise<string | undefined> {
    try {
      identity = await identityOf(web)
      return identity ? undefined : sentence('it is not a bot’s token')
    } catch (error) {
      const code = codeOf(error)
      // While it starts, whoever can cure it is looking.
      if (isAboutAccess(code) || outcomeOf(error).type === 'never') return refused(code)
      log.warn({ error }, 'Slack cannot be reached yet; messages wait')
      timer = setTimeout(again, pause)
      timer.unref()
      pause = Math.min(pause * 2, LONGEST_PAUSE)
      return undefined
    }
  }

  async function again(): Promise<void> {
    const wrong = await ask()
    if (wrong) log.error({}, wrong)
  }

  return {
    known: () => identity,
    async learn() {
      const asked = ask()
      if (!(await within(asked, PATIENCE))) {
        log.warn({}, 'Slack takes its time; messages wait')
        asked.then((wrong) => wrong && log.error({}, wrong))
        return
      }
      const wrong = await asked
      if (wrong) throw new Error(wrong)
    },
    stop: () => clearTimeout(timer),
  }
}

async function identityOf(web: WebClient): Promise<Identity | undefined> {
  const { user_id, bot_id, team_id } = await web.auth.test()
  return user_id && bot_id ? { user: user_id, bot: bot_id, team: team_id } : undefined
}

function refused(code: string | undefined): string {
  if (code !== undefined) return sentence(code)
  return 'What answers at SLACK_API_URL is not Slack: correct the address, or leave it out for Slack’s own.'
}

function sentence(why: string): string {
  return `Slack does not accept SLACK_BOT_TOKEN (${why}): copy the Bot User OAuth Token that begins with xoxb- from the app’s OAuth & Permissions page, and start again.`
}
