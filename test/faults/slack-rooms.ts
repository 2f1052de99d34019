export type Body = Readonly<Record<string, string>>
export type Answer = Readonly<Record<string, unknown>>

/** A private channel that Muster made. */
export interface Channel {
  readonly id: string
  readonly name: string
  purpose: string
  readonly members: Set<string>
  archived: boolean
  /** Whether Muster is in it. */
  joined: boolean
  /** Time stamps of messages. */
  readonly pins: Set<string>
  readonly bookmarks: { readonly id: string; readonly title: string; link: string }[]
  /** Addresses that were asked in from outside, each as often as it was. */
  readonly asked: string[]
}

type Method = (body: Body) => Answer

export const refused = (error: string): Answer => ({ ok: false, error })

/** The rooms of a workspace, with what Slack refuses there. */
export interface Rooms {
  readonly all: readonly Channel[]
  /** Scopes that Muster was not given. */
  readonly lacking: Set<string>
  readonly methods: Readonly<Record<string, Method>>
  isArchived(channel: string): boolean
}

export function slackRooms(stands: (channel: string, ts: string) => boolean): Rooms {
  const all: Channel[] = []
  const lacking = new Set<string>()
  const roomOf = (id: string | undefined) => all.find((room) => room.id === id)

  /** Only in a room that takes something, that Muster is in, and with the scope. */
  function within(scope: string, work: (room: Channel, body: Body) => Answer): Method {
    return (body) => {
      if (lacking.has(scope)) return { ...refused('missing_scope'), needed: scope }
      const room = roomOf(body.channel ?? body.channel_id)
      if (!room) return refused('channel_not_found')
      if (!room.joined) return refused('not_in_channel')
      return work(room, body)
    }
  }

  function open(work: (room: Channel, body: Body) => Answer) {
    return (room: Channel, body: Body) =>
      room.archived ? refused('is_archived') : work(room, body)
  }

  const methods: Readonly<Record<string, Method>> = {
    'conversations.create': ({ name = '' }) => made(all, name),
    'conversations.list': ({ exclude_archived }) => ({
      channels: all
        .filter(({ archived }) => !archived || exclude_archived !== 'true')
        .map(({ id, name, purpose }) => {
          return { id, name, creator: 'U0MUSTER', purpose: { value: purpose } }
        }),
    }),
    'conversations.setTopic': () => ({}),
    'conversations.setPurpose': ({ channel, purpose = '' }) => {
      const room = roomOf(channel)
      if (room) room.purpose = purpose
      return {}
    },
    'conversations.invite': ({ channel, users = '' }) => {
      const room = roomOf(channel)
      if (room?.archived) return refused('is_archived')
      for (const user of users.split(',')) room?.members.add(user)
      return {}
    },
    'conversations.kick': ({ channel, user = '' }) => {
      const room = roomOf(channel)
      if (room?.archived) return refused('is_archived')
      return room?.members.delete(user) ? {} : refused('not_in_channel')
    },
    'conversations.archive': within('groups:write', (room) => {
      if (room.archived) return refused('already_archived')
      room.archived = true
      return {}
    }),
    'conversations.inviteShared': within('conversations.connect:write', (room, body) => {
      if (room.archived) return refused('channel_archived')
      room.asked.push(...emailsIn(body))
      return { invite_id: `I0${room.asked.length}`, is_legacy_shared_channel: false }
    }),
    'pins.add': within(
      'pins:write',
      open((room, { timestamp = '' }) => {
        if (!stands(room.id, timestamp)) return refused('message_not_found')
        if (room.pins.has(timestamp)) return refused('already_pinned')
        room.pins.add(timestamp)
        return {}
      }),
    ),
    'bookmarks.list': within('bookmarks:read', ({ bookmarks }) => ({ bookmarks })),
    'bookmarks.add': within(
      'bookmarks:write',
      open(({ bookmarks, id }, { title = '', link = '' }) => {
        const bookmark = { id: `Bk${id}${bookmarks.length + 1}`, title, link }
        bookmarks.push(bookmark)
        return { bookmark }
      }),
    ),
    'bookmarks.edit': within(
      'bookmarks:write',
      open(({ bookmarks }, { bookmark_id, link = '' }) => {
        const bookmark = bookmarks.find(({ id }) => id === bookmark_id)
        if (!bookmark) return refused('not_found')
        bookmark.link = link
        return { bookmark }
      }),
    ),
    'chat.getPermalink': ({ channel = '', message_ts = '' }) =>
      stands(channel, message_ts)
        ? { permalink: `https://slack.example/archives/${channel}/p${message_ts.replace('.', '')}` }
        : refused('message_not_found'),
  }

  return { all, lacking, methods, isArchived: (channel) => roomOf(channel)?.archived ?? false }
}

function made(all: Channel[], name: string): Answer {
  if (all.some((room) => room.name === name)) return refused('name_taken')
  const id = `C0MADE${all.length + 1}`
  const fresh = { archived: false, joined: true, pins: new Set<string>(), bookmarks: [], asked: [] }
  all.push({ id, name, purpose: '', members: new Set(), ...fresh })
  return { channel: { id, name } }
}

/** A list comes as JSON, or with commas. */
function emailsIn({ emails = '' }: Body): string[] {
  return emails
    .replace(/^\[|\]$|"/g, '')
    .split(',')
    .filter((one) => one !== '')
}
