import { App, type Receiver } from '@slack/bolt'
import type { Host, RunningChannel } from '../../../src/app/host.ts'
import { slackAccounts } from './accounts.ts'
import { afterwards } from './afterwards.ts'
import { self } from './identity.ts'
import { listen } from './inbound.ts'
import { outwardChannel } from './outward.ts'
import { httpReceiver } from './receiver.ts'
import { socketReceiver } from './socket.ts'
import { clientOptions, quietLogger, webClient } from './web.ts'

/** With an app token over a socket, otherwise over HTTP with the signing secret. */
export interface SlackSettings {
  readonly botToken: string
  readonly signingSecret?: string | undefined
  readonly appToken?: string | undefined
  /** Slack's own unless it is set. */
  readonly apiUrl?: string | undefined
  /** Whether people from outside the workspace may be asked into rooms by Slack Connect. */
  readonly connect?: boolean
}

export async function slackChannel(settings: SlackSettings, host: Host): Promise<RunningChannel> {
  const { log } = host
  const web = webClient(settings.botToken, settings.apiUrl, log)
  const me = self(web, log)
  const accounts = slackAccounts(
    web,
    () => host.directory(),
    () => me.known()?.team,
  )
  const { receiver, routes } = receiving(settings, host)
  const app = new App({
    receiver,
    // Bolt would ask Slack who we are, and end the process when it cannot.
    authorize: async () => {
      const known = me.known()
      return known ? { botId: known.bot, botUserId: known.user } : {}
    },
    convoStore: false,
    logger: quietLogger(log),
    clientOptions: clientOptions(settings.apiUrl, log),
  })
  // The receiver answers for what failed.
  app.error(async (error) => {
    throw error
  })
  const ownUser = () => me.known()?.user
  const { apiUrl, connect = false } = settings
  listen(app, { host, web, accounts, log, apiUrl, ownUser, later: afterwards() })
  const stop = async () => {
    me.stop()
    await app.stop()
  }
  return {
    channel: outwardChannel(web, accounts, ownUser, stop, { connect }),
    routes,
    async start() {
      await me.learn()
      await app.start()
    },
  }
}

function receiving(
  settings: SlackSettings,
  host: Host,
): { receiver: Receiver; routes: RunningChannel['routes'] } {
  const { appToken, signingSecret, apiUrl } = settings
  if (appToken) return { receiver: socketReceiver(appToken, apiUrl, host), routes: [] }
  if (!signingSecret) {
    throw new Error(
      'SLACK_SIGNING_SECRET is missing: copy the signing secret from the app’s Basic Information page, or set SLACK_APP_TOKEN to use a socket.',
    )
  }
  const receiver = httpReceiver(signingSecret, host.log)
  return { receiver, routes: [receiver.route] }
}
