import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DIRECTORY } from '../bench/slack.ts'

/** A made-up provider beside those of the example directory, with a room of its own. */
export interface House {
  readonly slug: string
  readonly room: string
  readonly lead: Somebody
  /** Known to Slack by an address only. */
  readonly deputy: { readonly email: string; readonly person: string }
}

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
  const houses = Array.from({ length: count }, (_, index) => house(index + 1))
  const path = join(folder, 'directory.yaml')
  await writeFile(path, (await readFile(DIRECTORY, 'utf8')) + houses.map(entry).join(''))
  return { path, houses }
}

function house(number: number): House {
  return {
    slug: `oak-${number}`,
    room: `C0OAK${number}`,
    lead: { account: `U0LEAD${number}`, person: `lead-${number}` },
    deputy: { email: `deputy-${number}@oak.example.org`, person: `deputy-${number}` },
  }
}

function entry({ slug, room, lead, deputy }: House): string {
  return `
  - slug: ${slug}
    name: House ${slug}
    type: sub-contractor
    region: south-east
    leadProvider: harbour
    services: [adult-low-secure]
    rooms:
      - { channel: slack, room: ${room}, use: cases }
    urgentPhone: 01632 960300
    head: ${lead.person}
    people:
      - { id: ${lead.person}, name: Lead of ${slug}, title: Incident lead, accounts: { slack: ${lead.account} } }
      - { id: ${deputy.person}, name: Deputy of ${slug}, title: Deputy, email: ${deputy.email} }
    roles:
      incident-lead: { holder: ${lead.person}, deputy: ${deputy.person} }
`
}
