import type { Fault } from '../yaml-problems.ts'
import { type Known, repeated, unknownWord } from './known.ts'
import type { DirectorySource } from './source.ts'

const SUB_CONTRACTOR = 'sub-contractor'
/** No channel of rooms: by it people are called to meetings. */
const MAIL = 'mail'
const NO_ADDRESS = 'Whoever is told by mail needs an address. Add "email", or leave out "channel".'

/** Every provider's records stand somewhere, and no sub-contractor's people read another's. */
export function roomFaults(source: DirectorySource, { channels }: Known): readonly Fault[] {
  const rooms = source.organisations.flatMap((one, index) =>
    one.rooms.map((room, place) => ({ one, room, path: ['organisations', index, 'rooms', place] })),
  )
  return [
    ...rooms.flatMap(({ room, path }) =>
      unknownWord([...path, 'channel'], 'channel', room.channel, channels),
    ),
    ...source.organisations.flatMap(({ people }, index) =>
      people.flatMap(({ channel, email }, place) => {
        const path = ['organisations', index, 'people', place, 'channel']
        if (channel === undefined) return []
        if (channel === MAIL) return email === undefined ? [{ path, message: NO_ADDRESS }] : []
        return unknownWord(path, 'channel', channel, channels)
      }),
    ),
    ...rooms
      .filter(({ one, room }) => one.type === SUB_CONTRACTOR && room.use === 'triage')
      .map(({ path }) => ({
        path,
        message: 'Only a Lead Provider has a triage room. Write "use: cases" for a provider’s own.',
      })),
    ...repeated(
      rooms.map(({ room, path }) => ({ word: `${room.room} on ${room.channel}`, path })),
      (room) =>
        `The room ${room} is used already, so one provider’s people could read another’s records. Give each its own private room.`,
    ),
    ...homeless(source),
    ...strangers(source),
  ]
}

function homeless({ organisations }: DirectorySource): readonly Fault[] {
  return organisations.flatMap((one, index) => {
    if (one.type !== SUB_CONTRACTOR || one.rooms.some(({ use }) => use === 'cases')) return []
    const lead = organisations.find(({ slug }) => slug === one.leadProvider)
    if (one.leadProvider === null && one.host !== undefined)
      return [
        {
          path: ['organisations', index],
          message: `"${one.slug}" has no room for its cases, and no Lead Provider whose triage room they could stand in. Add a room.`,
        },
      ]
    if (!lead || lead.rooms.some(({ use }) => use === 'triage')) return []
    return [
      {
        path: ['organisations', index],
        message: `"${one.slug}" has no room for its cases, and "${lead.slug}" has no triage room. Add one of them.`,
      },
    ]
  })
}

/** Whoever holds a role is told what happens there: not for somebody from another sub-contractor. */
function strangers({ organisations }: DirectorySource): readonly Fault[] {
  const subContractors = organisations.filter(({ type }) => type === SUB_CONTRACTOR)
  const home = new Map(
    subContractors.flatMap(({ slug, people }) => people.map(({ id }) => [id, slug])),
  )
  return organisations.flatMap((one, index) => {
    if (one.type !== SUB_CONTRACTOR) return []
    const held = Object.entries(one.roles).flatMap(([role, seats]) =>
      Object.entries(seats).map(([seat, person]) => ({ person, path: ['roles', role, seat] })),
    )
    return [...held, { person: one.head, path: ['head'] }].flatMap(({ person, path }) => {
      const from = person === null ? undefined : home.get(person)
      if (from === undefined || from === one.slug) return []
      return [
        {
          path: ['organisations', index, ...path],
          message: `"${person}" belongs to the sub-contractor "${from}" and would read what happens at "${one.slug}". Name somebody else.`,
        },
      ]
    })
  })
}
