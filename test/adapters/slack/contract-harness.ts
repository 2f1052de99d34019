import { slackAccounts } from '../../../adapters/channels/slack/accounts.ts'
import { outwardChannel } from '../../../adapters/channels/slack/outward.ts'
import { webClient } from '../../../adapters/channels/slack/web.ts'
import type { Place } from '../../../src/core/effect.ts'
import type { Directory } from '../../../src/core/people/directory.ts'
import { findPerson } from '../../../src/core/people/find.ts'
import type { ChannelHarness } from '../../contract/channel.ts'
import { directory as listed } from '../../fixtures/directory.ts'
import { TOKEN } from './harness.ts'
import { openWorkspace, type Said, type Workspace } from './workspace.ts'

const log = { info: () => {}, warn: () => {}, error: () => {} }
const GUEST = 'gus@elsewhere.example'

/** The made-up collaborative, known to Slack by e-mail address only. */
const directory: Directory = {
  organisations: listed.organisations.map((one) => ({
    ...one,
    people: one.people.map((person) => ({ ...person, accounts: {} })),
  })),
}

/** Slack’s port before an emulator with the scopes of our manifest. */
export const slackHarness: ChannelHarness = {
  finds: true,
  rooms: true,
  closes: true,
  pins: true,
  async open() {
    const people = ['nia', 'ivan', 'mara'] as const
    const workspace = await openWorkspace([...people.map(addressOf), GUEST])
    const web = webClient(TOKEN, workspace.apiUrl, log)
    const accounts = slackAccounts(
      web,
      () => directory,
      () => undefined,
    )
    const channel = outwardChannel(
      web,
      accounts,
      () => 'U0MUSTER',
      async () => {},
    )
    const room = await workspace.room('willow', people.map(addressOf))
    const ids = new Map<string, string>()
    for (const person of people) ids.set(await workspace.account(addressOf(person)), person)
    return {
      channel,
      room: { channel: 'slack', to: { type: 'room', room } },
      missingRoom: () => ({ channel: 'slack', to: { type: 'room', room: 'C0GONE' } }),
      people,
      unreachable: 'quinn',
      account: await workspace.account(GUEST),
      seen: (place) => seen(workspace, place),
      async members(made) {
        const found = await web.conversations.members({ channel: made })
        return (found.members ?? []).flatMap((id) => ids.get(id) ?? [])
      },
      async closed(made) {
        return (await web.conversations.info({ channel: made })).channel?.is_archived ?? false
      },
      async furnished(made) {
        const { bookmarks = [] } = await web.bookmarks.list({ channel_id: made })
        return {
          pinned: workspace.calls.filter(
            ({ method, answer }) => method === 'pins.add' && answer.ok === true,
          ).length,
          links: bookmarks.map(({ title, link }) => `${title}: ${link}`),
        }
      },
      close: () => workspace.close(),
    }
  },
}

function addressOf(person: string): string {
  return findPerson(directory, person)?.person.email ?? ''
}

async function seen(workspace: Workspace, place: Place) {
  const conversation = await conversationOf(workspace, place)
  const roots = (await workspace.messages(conversation)).filter(isOurs).reverse()
  const threads = roots.map(async (root) => {
    const [, ...replies] = await workspace.messages(conversation, root.ts)
    return [readable(root, false), ...replies.map((reply) => readable(reply, true))]
  })
  return (await Promise.all(threads)).flat()
}

async function conversationOf(workspace: Workspace, { to }: Place): Promise<string> {
  switch (to.type) {
    case 'room':
      return to.room
    case 'person':
      return workspace.direct(await workspace.account(addressOf(to.person)))
    case 'account':
      return workspace.direct(to.account)
  }
}

/** Without what Slack itself says of who came in. */
function isOurs({ blocks }: Said): boolean {
  return blocks !== undefined
}

function readable({ text, blocks }: Said, inThread: boolean) {
  return { text: `${text} ${JSON.stringify(blocks)}`, inThread }
}
