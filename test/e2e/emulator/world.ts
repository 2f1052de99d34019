import { readFileSync } from 'node:fs'
import { BOT, TENANT } from '../../adapters/teams/authority.ts'

interface User {
  readonly id: string
  readonly name: string
  readonly aadObjectId: string
  readonly email: string
  /** Their own chat with Muster. */
  readonly chat: string
}

const CONCERNS = '19:alder-house-quality@thread.tacv2'
const GENERAL = '19:alder-house@thread.tacv2'

/** People of the playground’s world: the emulator takes exactly six. */
export const USERS: readonly User[] = [
  ['Amina Farrow', 'alder-house.example.org'],
  ['Teodora Whitlock', 'saltmarsh.example.org'],
  ['Priya Lundgren', 'alder-house.example.org'],
  ['Gethin Okonjo', 'alder-house.example.org'],
  ['Farida Lochhead', 'nhse-south-east.example.test'],
  ['Cornelius Abara', 'nhse-south-east.example.test'],
].map(([name = '', domain = ''], index) => {
  const words = name.toLowerCase().replace(' ', '.')
  return {
    id: `29:${words}`,
    name,
    aadObjectId: `00000000-0000-4000-8000-00000000002${index}`,
    email: `${words}@${domain}`,
    chat: `a:${words}`,
  }
})

/** What the emulator of one person is told of its tenant. */
export function tenantFor(user: User) {
  return {
    version: '0.1.1',
    tenantId: TENANT,
    bot: BOT,
    currentUser: inTenant(user),
    users: USERS.filter(({ id }) => id !== user.id).map(inTenant),
    personalChat: { id: user.chat },
    groupChat: { id: '19:nobody@thread.v2', name: 'Unused' },
    team: {
      id: GENERAL,
      name: 'Alder House',
      aadGroupId: '00000000-0000-4000-8000-0000000000f1',
      channels: [{ id: CONCERNS, name: 'Concerns' }],
    },
  }
}

function inTenant({ id, name, aadObjectId, email }: User) {
  const [givenName = '', surname = ''] = name.split(' ')
  return { id, name, aadObjectId, userPrincipleName: email, givenName, surname, email }
}

/** The world of the playground, its rooms on Teams; all but the nurse are known by their Entra ids. */
export function teamsWorld(): string {
  const world = new URL('../../../adapters/channels/web/world/directory.yaml', import.meta.url)
  return USERS.slice(1).reduce(
    (text, { email, aadObjectId }) =>
      text.replace(`email: ${email} }`, `email: ${email}, accounts: { teams: ${aadObjectId} } }`),
    readFileSync(world, 'utf8').replace(
      /channel: web, room: ([\w-]+)/g,
      'channel: teams, room: "19:$1@thread.tacv2"',
    ),
  )
}
