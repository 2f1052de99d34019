import type { Organisation } from '../../../src/core/organisation/organisation.ts'
import { readersOf } from '../../../src/core/people/access.ts'
import type { Directory } from '../../../src/core/people/directory.ts'
import { CHANNEL } from './reader.ts'
import type { MadeRoom } from './workspace-state.ts'

/** A room as it is now, with the ids of the people who are in it. */
export interface Room {
  readonly room: string
  readonly name: string
  readonly about: string
  readonly people: readonly string[]
  /** Made at run time, so that people can be invited. */
  readonly made: boolean
  /** It is read, and written in no more. */
  readonly closed: boolean
}

/** What the directory names is there for good. */
const LISTED = { made: false, closed: false } as const

export const CLOSED = 'This room is closed: it can be read, and nothing more is written in it.'

/** The directory's rooms of this channel, then those that were made. */
export function roomsOf(directory: Directory, made: readonly MadeRoom[]): readonly Room[] {
  const listed = new Map<string, Room>()
  for (const organisation of directory.organisations) {
    for (const { channel, room, use } of organisation.rooms) {
      if (channel !== CHANNEL) continue
      const people = [
        ...(listed.get(room)?.people ?? []),
        ...membersOf(directory, organisation, use),
      ]
      const about = listed.get(room)?.about ?? aboutRoom(organisation, use)
      listed.set(room, { room, name: room, about, people: [...new Set(people)], ...LISTED })
    }
  }
  return [
    ...listed.values(),
    ...made.map(({ room, name, topic, people, closed = false }) => ({
      room,
      name,
      about: closed ? `${topic} ${CLOSED}` : topic,
      people,
      made: true,
      closed,
    })),
  ]
}

function membersOf(
  directory: Directory,
  organisation: Organisation,
  use: Organisation['rooms'][number]['use'],
): readonly string[] {
  const provider = {
    slug: use === 'cases' ? organisation.slug : null,
    leadProvider: organisation.leadProvider ?? organisation.slug,
  }
  const organisations = readersOf(directory, provider)
  return directory.organisations
    .filter(({ slug }) => organisations.includes(slug))
    .flatMap(({ people }) => people.map(({ id }) => id))
}

function aboutRoom(organisation: Organisation, use: Organisation['rooms'][number]['use']): string {
  return use === 'cases'
    ? `Quality and safety at ${organisation.name}`
    : `Concerns about providers that are not listed, for ${organisation.name}`
}
