import { commandList } from '../../../src/app/talk/commands.ts'
import { placeKey } from '../../../src/core/effect.ts'
import { safeText } from '../../../src/core/message/safe.ts'
import type { Organisation } from '../../../src/core/organisation/organisation.ts'
import type { Directory } from '../../../src/core/people/directory.ts'
import { findPerson } from '../../../src/core/people/find.ts'
import { rolesOf } from '../../../src/core/people/posts.ts'
import { recordKind } from '../../../src/core/record-id.ts'
import type { Instant } from '../../../src/core/time/instant.ts'
import { localDay, localTime, showDay, showLocal, showTime } from '../../../src/core/time/local.ts'
import {
  actorName,
  actorOf,
  personalPlace,
  type Reader,
  readerOf,
  STRANGER_READER,
} from './reader.ts'
import { messageView } from './render.ts'
import { namingFor, type Session } from './session.ts'
import { isUnread, itemsIn, type Space, spacesOf, unreadIn } from './sight.ts'
import type { Item } from './workspace-state.ts'

const ZONE = 'Europe/London'

const COMMANDS: readonly (readonly [words: string, about: string])[] = [
  ['/concern', 'raise a concern; words after it fill the description'],
  ['/incident', 'report a serious incident'],
  ...commandList().filter(([words]) => !/^\/muster (concern|incident)$/.test(words)),
]

/** Everything around the open place: who one is, where one may go, what time it is. */
export function stateView(session: Session) {
  const { host, workspace, reader } = session
  const directory = host.directory()
  return {
    me: personView(session, reader),
    /** Whether this is whom a first visitor is, and nothing has come of it yet. */
    first: reader === firstPerson(directory) && !hasRecords(session),
    commands: COMMANDS,
    clock: clockView(host.now(), host.clock !== undefined),
    spaces: spacesOf(workspace.state, directory, reader).map((space) => ({
      ...headOf(space),
      unread: unreadIn(workspace.state, space.key, reader),
    })),
  }
}

/** Whether a record has led to a personal message: whoever has raised something has a confirmation. */
function hasRecords({ workspace, reader }: Session): boolean {
  const own = placeKey(personalPlace(reader))
  return workspace.state.items.some(({ space, record }) => space === own && record !== undefined)
}

/** `local` is what a form's date and time are filled with: `YYYY-MM-DD HH:MM`. */
export function clockView(now: Instant, movable: boolean) {
  const local = `${localDay(now, ZONE)} ${localTime(now, ZONE).slice(0, 5)}`
  return { now, shown: showLocal(now, ZONE), local, movable }
}

function headOf({ key, kind, room }: Space) {
  return {
    key,
    kind,
    name: room ? room.name : 'You and Muster',
    about: room ? room.about : 'Only you can see what stands here',
    closed: room?.closed ?? false,
  }
}

/** A place with its messages and, for a room, the people who are in it. */
export function spaceView(session: Session, space: Space) {
  const { workspace, reader, page } = session
  const items = itemsIn(workspace.state, space.key, reader, page)
  return {
    ...headOf(space),
    people: (space.room?.people ?? []).map((person) => personView(session, person)),
    items: items.map((item) => itemView(session, item)),
  }
}

function itemView(session: Session, item: Item) {
  const { host, reader, workspace } = session
  const author = readerOf(item.by)
  return {
    ref: item.ref,
    thread: item.thread ?? null,
    by: actorName(item.by, host.directory()),
    about: author === undefined ? '' : personView(session, author).about,
    from: author === undefined ? 'muster' : author === reader ? 'you' : 'person',
    day: showDay(item.at, ZONE),
    time: showTime(item.at, ZONE),
    changed: item.rewrittenAt === undefined ? null : showLocal(item.rewrittenAt, ZONE),
    unread: isUnread(workspace.state, item, reader),
    only: item.only !== undefined,
    // Of a rehearsal nothing is raised: it would be for real.
    made: item.record !== undefined && recordKind(item.record) === 'drill',
    asked: item.asked === undefined ? null : safeText(item.asked),
    body:
      item.body.type === 'words'
        ? { ...item.body, text: safeText(item.body.text) }
        : { type: 'message' as const, message: messageView(item.body.message, namingFor(session)) },
  }
}

/** Everybody whom one can be, by organisation, with what waits for each. */
export function peopleView(session: Session) {
  const { host } = session
  const groups = host.directory().organisations.map((organisation) => ({
    name: organisation.name,
    people: organisation.people.map(({ id }) => waiting(session, id)),
  }))
  const outside = { name: 'Outside the directory', people: [waiting(session, STRANGER_READER)] }
  return { groups: [...groups.filter(({ people }) => people.length > 0), outside] }
}

function waiting(session: Session, reader: Reader) {
  const { host, workspace } = session
  const unread = spacesOf(workspace.state, host.directory(), reader)
    .map(({ key }) => unreadIn(workspace.state, key, reader))
    .reduce((sum, one) => sum + one, 0)
  return { ...personView(session, reader), unread }
}

function personView({ host }: Session, reader: Reader) {
  const directory = host.directory()
  const found = findPerson(directory, reader)
  const actor = actorOf(reader, directory)
  return {
    id: reader,
    name: actor ? actorName(actor, directory) : reader,
    about: found ? titleOf(found.organisation, found.person) : 'Someone not in the directory',
    organisation: found?.organisation.name ?? '',
  }
}

function titleOf(organisation: Organisation, person: Organisation['people'][number]): string {
  if (person.title !== undefined) return person.title
  const roles = rolesOf(organisation, person.id).map(({ role, as }) =>
    as === 'holder' ? role.replaceAll('-', ' ') : `${role.replaceAll('-', ' ')} (${as})`,
  )
  return roles.join(', ')
}

/** Whom a first visitor is: a ward nurse where there is one. */
export function firstPerson(directory: Directory): Reader {
  const all = directory.organisations.flatMap(({ people }) => people)
  const nurse =
    all.find(({ title }) => /ward nurse/i.test(title ?? '')) ??
    all.find(({ title }) => /nurse/i.test(title ?? ''))
  return nurse?.id ?? all[0]?.id ?? STRANGER_READER
}
