import { type App, type Receiver, type ReceiverEvent, SocketModeReceiver } from '@slack/bolt'
import type { Host } from '../../../src/app/host.ts'
import { within } from '../../../src/app/within.ts'
import { codeOf } from './outcome.ts'
import { processEvent } from './receiver.ts'
import { clientOptions, quietLogger } from './web.ts'

const PATIENCE = 5000

/** Deliveries over a socket that Muster opens: for networks that let nothing in. */
export function socketReceiver(
  appToken: string,
  apiUrl: string | undefined,
  { log, delivery }: Pick<Host, 'log' | 'delivery'>,
): Receiver {
  const { slackApiUrl } = clientOptions(apiUrl, log)
  const inner = new SocketModeReceiver({
    appToken,
    logger: quietLogger(log),
    // Its own tries stay on: a connection that cannot be renewed would end the process.
    installerOptions: { clientOptions: { ...(slackApiUrl ? { slackApiUrl } : {}) } },
  })
  const working = new Set<Promise<void>>()
  let isStopping = false

  /** What is not acknowledged comes again, over another socket. */
  async function heard(app: App, event: ReceiverEvent): Promise<void> {
    if (isStopping) return
    const work = delivery('slack', (acknowledged) =>
      processEvent(app, {
        ...event,
        async ack(answer) {
          await event.ack(answer)
          acknowledged()
        },
      }),
    )
    working.add(work)
    await work.finally(() => working.delete(work))
  }

  return {
    init(app) {
      const ours = { processEvent: (event: ReceiverEvent) => heard(app, event) }
      // The receiver calls nothing else of the app.
      inner.init(ours as App)
    },
    async start() {
      const started = inner.start().catch((error: unknown) => {
        const code = codeOf(error)
        if (code === undefined) throw error
        throw new Error(
          `Slack does not accept SLACK_APP_TOKEN (${code}): copy the app-level token that begins with xapp- and has the scope connections:write from the app’s Basic Information page, and start again.`,
        )
      })
      const isOpen = await within(started, PATIENCE)
      if (isOpen) return
      log.warn({}, 'Slack has not opened a socket yet; Muster goes on trying')
      started.catch((error: unknown) => log.error({ error }, 'Slack opens no socket'))
    },
    async stop() {
      isStopping = true
      await Promise.allSettled(working)
      await inner.stop()
    },
  }
}
