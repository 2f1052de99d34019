import { webPort } from '../../../adapters/channels/web/outward.ts'
import { openWorkspace } from '../../../adapters/channels/web/workspace.ts'
import { placeKey } from '../../../src/core/effect.ts'
import type { ChannelHarness } from '../../contract/channel.ts'
import { directory } from '../../fixtures/directory.ts'

const log = { info: () => {}, warn: () => {}, error: () => {} }

/** The playground’s port over a workspace in memory. */
export const webHarness: ChannelHarness = {
  finds: true,
  rooms: true,
  closes: true,
  pins: false,
  async open() {
    const workspace = await openWorkspace(undefined, log, () => {})
    const channel = webPort({
      workspace,
      directory: () => directory,
      now: () => '2027-03-26T20:20:00Z',
      stop: async () => {},
    })
    return {
      channel,
      room: { channel: 'web', to: { type: 'room', room: 'willow' } },
      missingRoom: () => ({ channel: 'web', to: { type: 'room', room: 'demolished' } }),
      people: ['nia', 'ivan', 'mara'],
      unreachable: 'nobody-any-more',
      account: 'stranger',
      async seen(place) {
        const items = workspace.state.items.filter(({ space }) => space === placeKey(place))
        return items.map(({ body, thread }) => ({
          text: JSON.stringify(body),
          inThread: thread !== undefined,
        }))
      },
      async members(room) {
        return workspace.state.rooms.find((one) => one.room === room)?.people ?? []
      },
      async closed(room) {
        return workspace.state.rooms.find((one) => one.room === room)?.closed ?? false
      },
      close: () => channel.stop(),
    }
  },
}
