import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DIRECTORY } from '../bench/slack.ts'

/** A made-up provider beside those of the example directory, with a room of its own. */
export interface House {
  readonly slug: string
  readonly room: string
  readonly lead: Somebody
  /** Known to the service by an address only. */
  readonly deputy: { readonly email: string; readonly person: string }
  readonly service: Service
}

type Service = 'slack' | 'teams'

interface Somebody {
  readonly account: string
  readonly person: string
}

export interface World {
  /** The directory file. */
  readonly path: string
  readonly houses: readonly House[]
}

/** Slack takes one message a second in a room: many houses take many. */
export async function newWorld(folder: string, count: number): Promise<World> {
  const houses = Array.from({ length: count }, (_, index) => slackHouse(index + 1))
  return world(folder, await readFile(DIRECTORY, 'utf8'), houses)
}

/** The same on Teams, where everybody of the example directory has an account. */
export async function newTeamsWorld(folder: string, count: number): Promise<World> {
  const houses = Array.from({ length: count }, (_, index) => teamsHouse(index + 1))
  const known = (await readFile(DIRECTORY, 'utf8'))
    .replaceAll('channel: slack', 'channel: teams')
    .replaceAll('accounts: { slack:', 'accounts: { teams:')
    .replace(/email: (\S+?)@\S+ }/g, 'accounts: { teams: $1 } }')
    .replace(/email: (\S+?)@\S+\n(?!\s+accounts)/g, 'accounts: { teams: $1 }\n')
  return world(folder, known, houses)
}

async function world(folder: string, known: string, houses: readonly House[]): Promise<World> {
  const path = join(folder, 'directory.yaml')
  await writeFile(path, known + houses.map(entry).join(''))
  return { path, houses }
}

function slackHouse(number: number): House {
  const places = { room: `C0OAK${number}`, account: `U0LEAD${number}` }
  return house(number, 'slack', places)
}

function teamsHouse(number: number): House {
  const places = { room: `19:oak${number}@thread.tacv2`, account: `account-of-lead-${number}` }
  return house(number, 'teams', places)
}

function house(
  number: number,
  service: Service,
  { room, account }: { room: string; account: string },
): House {
  return {
    slug: `oak-${number}`,
    service,
    room,
    lead: { account, person: `lead-${number}` },
    deputy: { email: `deputy-${number}@oak.example.org`, person: `deputy-${number}` },
  }
}

function entry({ slug, service, room, lead, deputy }: House): string {
  return `
  - slug: ${slug}
    name: House ${slug}
    type: sub-contractor
    region: south-east
    leadProvider: harbour
    services: [adult-low-secure]
    rooms:
      - { channel: ${service}, room: '${room}', use: cases }
    urgentPhone: 01632 960300
    head: ${lead.person}
    people:
      - { id: ${lead.person}, name: Lead of ${slug}, title: Incident lead, accounts: { ${service}: ${lead.account} } }
      - { id: ${deputy.person}, name: Deputy of ${slug}, title: Deputy, email: ${deputy.email} }
    roles:
      incident-lead: { holder: ${lead.person}, deputy: ${deputy.person} }
`
}
