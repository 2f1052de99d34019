import type { WebClient } from '@slack/web-api'
import type { Channel } from '../../../src/app/channel-port.ts'
import type { Outcome, Place } from '../../../src/core/effect.ts'
import type { Accounts } from './accounts.ts'
import { archived } from './closing.ts'
import { shared } from './connect.ts'
import { guarded, never } from './outcome.ts'
import { pinned } from './pins.ts'
import { invited, madeRoom, removed } from './rooms.ts'
import { stampOf } from './stamp.ts'

type OfRooms = 'makeRoom' | 'invite' | 'remove' | 'pin' | 'archive' | 'share'

/** Rooms in Slack are private channels. */
export function slackRooms(
  web: WebClient,
  accounts: Accounts,
  ownUser: () => string | undefined,
  connect: boolean,
): Pick<Channel, OfRooms> {
  return {
    makeRoom: (room) => guarded(() => madeRoom(web, accounts, room, ownUser())),
    invite: (place, people) =>
      inRoom(place, 'People can be invited to a room only.', (room) =>
        invited(web, accounts, room, people),
      ),
    remove: (place, people) =>
      inRoom(place, 'People can be taken out of a room only.', (room) =>
        removed(web, accounts, room, people),
      ),
    pin: (place, ref, links) =>
      inRoom(place, 'A message can be pinned in a room only.', async (channel) => {
        const timestamp = stampOf(ref)
        if (timestamp === undefined) return never('There is no such message to be pinned.')
        return pinned(web, { channel, timestamp }, links)
      }),
    archive: (place) => inRoom(place, 'Only a room can be closed.', (room) => archived(web, room)),
    ...(connect && {
      share: (place, person) =>
        inRoom(place, 'People can be asked into a room only.', (room) =>
          shared(web, accounts.knownNames().directory, room, person),
        ),
    }),
  }
}

function inRoom(
  { to }: Place,
  otherwise: string,
  work: (room: string) => Promise<Outcome>,
): Promise<Outcome> {
  return guarded(async () => (to.type === 'room' ? work(to.room) : never(otherwise)))
}
