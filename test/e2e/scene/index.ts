import { chromiumPath } from '../chromium.ts'
import { openPlaygroundScene } from './playground.ts'
import type { Scene } from './scene.ts'
import { openSlackScene } from './slack.ts'
import { openTeamsScene } from './teams.ts'
import type { World } from './world.ts'

/** Where the same scenario is played. */
export interface Service {
  readonly name: string
  /** `pack`: rules of one’s own, as an administrator writes them. */
  readonly open: (world: World, instant: string, pack?: string) => Promise<Scene>
}

const slack: Service = { name: 'Slack', open: openSlackScene }
const teams: Service = { name: 'Teams', open: openTeamsScene }
const playground: Service = { name: 'the playground', open: openPlaygroundScene }

const chatServices: readonly Service[] = [slack, teams]

/** All three; where there is no browser the two that need none. */
export const services: readonly Service[] = [...chatServices, ...(chromiumPath ? [playground] : [])]
