import type { Place } from '../../../src/core/effect.ts'
import type { Actor } from '../../../src/core/people/actor.ts'
import type { Directory } from '../../../src/core/people/directory.ts'
import { findPerson, nameOf } from '../../../src/core/people/find.ts'

export const CHANNEL = 'web'

/** The one account of the playground that is not in the directory, so that this path can be tried. */
const STRANGER = { account: 'stranger', name: 'Jo Visitor' }

/** Who looks at the workspace: a person's id, or `~` and an account. */
export type Reader = string

export const STRANGER_READER: Reader = `~${STRANGER.account}`

/** Undefined when nobody of that name is here. */
export function actorOf(reader: Reader, directory: Directory): Actor | undefined {
  if (reader === STRANGER_READER) return { type: 'unlisted', channel: CHANNEL, ...STRANGER }
  return findPerson(directory, reader) ? { type: 'person', person: reader } : undefined
}

/** Undefined for Muster itself, who reads nothing. */
export function readerOf(actor: Actor): Reader | undefined {
  switch (actor.type) {
    case 'person':
      return actor.person
    case 'unlisted':
      return `~${actor.account}`
    case 'anonymous':
    case 'clock':
      return undefined
  }
}

/** Where a reader's private messages stand. */
export function personalPlace(reader: Reader): Place {
  return reader.startsWith('~')
    ? { channel: CHANNEL, to: { type: 'account', account: reader.slice(1) } }
    : { channel: CHANNEL, to: { type: 'person', person: reader } }
}

/** The place behind a key such as `web/room/willow`; undefined when it is none of this channel's. */
export function placeOf(key: string): Place | undefined {
  const [, kind, id] = /^web\/(room|person|account)\/(.+)$/.exec(key) ?? []
  if (id === undefined) return undefined
  if (kind === 'room') return { channel: CHANNEL, to: { type: 'room', room: id } }
  return personalPlace(kind === 'person' ? id : `~${id}`)
}

export function actorName(actor: Actor, directory: Directory): string {
  switch (actor.type) {
    case 'person':
      return nameOf(directory, actor.person)
    case 'unlisted':
      return actor.name
    case 'anonymous':
      return 'Somebody anonymous'
    case 'clock':
      return 'Muster'
  }
}
