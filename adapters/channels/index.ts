import type { Config } from '../../src/app/config.ts'
import type { Host, RunningChannel } from '../../src/app/host.ts'

export interface ChannelKind {
  readonly name: string
  /** Only for what a chat service does not accept. */
  readonly lastResort?: true
  isOn(config: Config): boolean
  /** Loads the service's library only where the channel is on. Throws one sentence for the administrator. */
  open(config: Config, host: Host): Promise<RunningChannel>
}

/** Every channel there is. */
export const channels: readonly ChannelKind[] = [
  {
    name: 'web',
    isOn: ({ playground }) => playground,
    open: async (_config, host) => (await import('./web/index.ts')).webChannel(host),
  },
  {
    name: 'slack',
    isOn: ({ slack }) => slack !== null,
    async open({ slack }, host) {
      if (!slack) throw new Error('Slack is not configured.')
      return (await import('./slack/index.ts')).slackChannel(slack, host)
    },
  },
  {
    name: 'teams',
    isOn: ({ teams }) => teams !== null,
    async open({ teams }, host) {
      if (!teams) throw new Error('Teams is not configured.')
      return (await import('./teams/index.ts')).teamsChannel(teams, host)
    },
  },
  {
    name: 'mail',
    lastResort: true,
    isOn: ({ mail }) => mail !== null,
    async open({ mail }, host) {
      if (!mail) throw new Error('Mail is not configured.')
      return (await import('../mail/index.ts')).mailChannel(mail, host)
    },
  },
]
