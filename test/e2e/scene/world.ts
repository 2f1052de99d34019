import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Listing } from '../../../src/core/organisation/organisation.ts'

const Person = z.looseObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  channel: z.string().optional(),
})
const Organisation = z.looseObject({
  slug: z.string(),
  rooms: z.array(z.object({ channel: z.string(), room: z.string(), use: z.string() })).default([]),
  people: z.array(Person).default([]),
})
const World = z.object({ organisations: z.array(Organisation) })

/** A directory file, as far as a scene must know it: its rooms are those of the playground. */
export type World = z.infer<typeof World>
type Person = z.infer<typeof Person>

/** The made-up world of the playground, in which one inspector is reached by mail alone. */
export function playgroundWorld(): World {
  const path = new URL('../../../adapters/channels/web/world/directory.yaml', import.meta.url)
  return World.parse(parse(readFileSync(path, 'utf8')))
}

/** With the General Medical Council seven organisations are called to a risk summit; everybody is on the service. */
export function sevenMembers(): World {
  const odette = {
    id: 'odette-farrant',
    name: 'Odette Farrant',
    title: 'Adviser',
    email: 'odette.farrant@gmc.example.test',
  }
  const gmc = {
    slug: 'gmc',
    name: 'General Medical Council',
    type: 'gmc',
    rooms: [],
    people: [odette],
    roles: { adviser: { holder: odette.id } },
  }
  const { organisations } = playgroundWorld()
  const all = organisations.map((one) => ({
    ...one,
    people: one.people.map(({ channel: _, ...person }) => person),
  }))
  return { organisations: [...all, gmc] }
}

/** A made-up directory with every room of the playground’s; whoever shares a name has that of their post too. */
export function worldOf(listings: readonly Listing[]): World {
  const all = listings.flatMap(({ people }) => people.map(({ name }) => name))
  const organisations = listings.map(({ holdings, rooms, people, ...one }) => ({
    ...one,
    rooms: rooms.filter(({ channel }) => channel === 'web'),
    people: people.map(({ id, name, title, email }) => ({
      id,
      name: all.filter((other) => other === name).length > 1 ? `${name} of ${one.slug}` : name,
      title,
      email,
    })),
    roles: Object.fromEntries(holdings.map(({ role, ...held }) => [role, held])),
  }))
  return World.parse({ organisations })
}

export function peopleOf({ organisations }: World): readonly Person[] {
  return organisations.flatMap(({ people }) => people)
}

/** Those who have an account there: whoever is reached by mail has none. */
export function onService(world: World): readonly Person[] {
  return peopleOf(world).filter(({ channel }) => channel === undefined)
}

export function personNamed(world: World, name: string): Person {
  const found = peopleOf(world).find((one) => one.name === name)
  if (!found) throw new Error(`Nobody is called ${name}`)
  return found
}

export function roomsOf({ organisations }: World): readonly string[] {
  return organisations.flatMap(({ rooms }) => rooms.map(({ room }) => room))
}

/** The directory file of a scene: where its rooms are on a service, and who has which account there. */
export function directoryOn(
  world: World,
  service: string,
  roomOf: (name: string) => string,
  accountOf: (person: Person) => string | undefined = () => undefined,
): string {
  const organisations = world.organisations.map((one) => ({
    ...one,
    rooms: one.rooms.map(({ room, use }) => ({ channel: service, room: roomOf(room), use })),
    people: one.people.map((person) => {
      const account = person.channel === undefined ? accountOf(person) : undefined
      return account === undefined ? person : { ...person, accounts: { [service]: account } }
    }),
  }))
  // Whatever is JSON is YAML.
  return JSON.stringify({ organisations })
}
