import { mailChannel } from '../../../adapters/mail/index.ts'
import type { Place } from '../../../src/core/effect.ts'
import type { Directory } from '../../../src/core/people/directory.ts'
import type { ChannelHarness } from '../../contract/channel.ts'
import { directory as listed } from '../../fixtures/directory.ts'
import { mailHost } from './host.ts'
import { mailServer } from './server.ts'

/** The made-up collaborative, where Ines has no e-mail address. */
const directory: Directory = {
  organisations: listed.organisations.map((one) => ({
    ...one,
    people: one.people.map(({ email, ...person }) =>
      person.id === 'ines' || email === undefined ? person : { ...person, email },
    ),
  })),
}

/** Mail before a real SMTP server in this process. */
export const mailHarness: ChannelHarness = {
  finds: false,
  rooms: false,
  closes: false,
  pins: false,
  lettersOnly: true,
  async open() {
    const server = await mailServer()
    const from = { name: 'Muster', address: 'muster@trust.example' }
    const { channel } = mailChannel(
      { url: server.url, from, publicUrl: null },
      mailHost(() => directory),
    )
    return {
      channel,
      room: { channel: 'mail', to: { type: 'person', person: 'nia' } },
      missingRoom: () => ({ channel: 'mail', to: { type: 'room', room: 'C0WILLOW' } }),
      people: ['quinn', 'ivan', 'nia'],
      unreachable: 'ines',
      account: 'U0STRANGER',
      async seen(place) {
        return server.arrived
          .filter(({ to }) => to.includes(addressOf(place)))
          .map((mail) => ({ text: mail.text, inThread: mail.header('references') !== undefined }))
      },
      members: async () => [],
      async close() {
        await channel.stop()
        await server.close()
      },
    }
  },
}

function addressOf({ to }: Place): string {
  return to.type === 'person' ? `${to.person}@example.org` : 'nobody'
}
