import { randomUUID } from 'node:crypto'

const APP_ID = '00000000-0000-4000-8000-0000000000ca'
const BIND = /^https:\/\/graph\.microsoft\.com\/v1\.0\/users\('(.+)'\)$/
const EVERY_RIGHT = [
  'AppCatalog.Read.All',
  'Chat.Create',
  'Chat.ReadBasic.All',
  'ChatMember.ReadWrite.WhereInstalled',
  'OnlineMeetings.ReadWrite.All',
  'TeamsAppInstallation.ReadWriteSelfForChat.All',
  'TeamsAppInstallation.ReadWriteSelfForUser.All',
]

/** How Graph ends one call. `lost`: it is done, but the answer never arrives. */
type Fault =
  | { readonly status: number; readonly message?: string; readonly retryAfter?: string }
  | 'reset'
  | 'lost'
  | 'html'
  | 'none'

interface Member {
  readonly '@odata.type'?: string
  readonly roles?: readonly string[]
  readonly 'user@odata.bind'?: string
}

interface Chat {
  readonly id: string
  readonly topic: string
  readonly chatType: 'group'
  readonly createdDateTime: string
  readonly members: string[]
  app: boolean
}

interface Times {
  readonly startDateTime?: string
  readonly endDateTime?: string
}

interface Answer {
  readonly status: number
  readonly body?: unknown
}

/** What Microsoft Graph does of what Muster asks, with the checks that it makes. */
export function graphWorld() {
  const chats: Chat[] = []
  const meetings: { id: string; externalId: string; organiser: string; body: Times }[] = []
  let joined = 0
  /** By object id and by address. */
  const users = new Map<string, { readonly id: string; readonly guest: boolean }>()
  const state = {
    chats,
    meetings,
    users,
    rights: new Set(EVERY_RIGHT),
    faults: [] as Fault[],
    calls: [] as string[],
    inCatalogue: true,
    /** Accounts that have not got the app. */
    without: new Set<string>(),
    /** Whether an installation takes a while to be seen. */
    slow: false,
    policy: true,
  }

  function add(id: string, address: string, guest = false): void {
    for (const name of [id, address.toLowerCase()]) users.set(name, { id, guest })
  }

  const need = (right: string): Answer | undefined =>
    state.rights.has(right)
      ? undefined
      : problem(403, 'Forbidden', `Missing role permissions on the request: ${right}.`)

  const either = (one: string, other: string): Answer | undefined =>
    need(one) && need(other) ? need(one) : undefined

  function userOf({
    '@odata.type': type,
    roles,
    'user@odata.bind': bind,
  }: Member): string | Answer {
    const user = users.get(BIND.exec(bind ?? '')?.[1]?.toLowerCase() ?? '')
    if (type !== '#microsoft.graph.aadUserConversationMember')
      return problem(400, 'BadRequest', 'Bad member.')
    if (!user) return problem(404, 'NotFound', 'No such user.')
    const fits = roles?.length === 1 && roles[0] === (user.guest ? 'guest' : 'owner')
    return fits ? user.id : problem(400, 'BadRequest', 'Wrong role.')
  }

  function newChat(body: { chatType: string; topic: string; members: Member[] }): Answer {
    const lacking = need('Chat.Create')
    if (lacking) return lacking
    const members = body.members.map(userOf)
    const wrong = members.find((one) => typeof one !== 'string')
    if (wrong) return wrong
    const ids = members.filter((one) => typeof one === 'string')
    if (body.chatType !== 'group' || ids.length < 2 || /:/.test(body.topic))
      return problem(400, 'BadRequest', 'Bad chat.')
    const createdDateTime = new Date().toISOString()
    const id = `19:${randomUUID().replaceAll('-', '')}@thread.v2`
    const chat: Chat = {
      id,
      topic: body.topic,
      chatType: 'group',
      createdDateTime,
      members: ids,
      app: false,
    }
    chats.push(chat)
    return { status: 201, body: { id, topic: chat.topic, chatType: 'group', createdDateTime } }
  }

  function membersOf({ members }: Chat) {
    return members.map((userId) => {
      const [, email] = [...users].filter(([, user]) => user.id === userId).map(([name]) => name)
      const id = `member-of-${userId}`
      return { '@odata.type': '#microsoft.graph.aadUserConversationMember', id, userId, email }
    })
  }

  function join(chat: Chat, body: Member): Answer {
    if (!chat.app) return problem(403, 'Forbidden', 'The app is not in this chat.')
    const lacking = need('ChatMember.ReadWrite.WhereInstalled')
    if (lacking) return lacking
    const user = userOf(body)
    if (typeof user !== 'string') return user
    if (chat.members.includes(user)) return problem(409, 'Conflict', 'Is in it.')
    chat.members.push(user)
    return { status: 201 }
  }

  function leave(chat: Chat, part: string): Answer {
    const lacking = need('ChatMember.ReadWrite.WhereInstalled')
    if (lacking) return lacking
    const at = chat.members.findIndex((userId) => part === `members/member-of-${userId}`)
    if (at === -1) return problem(404, 'NotFound', 'Not in it.')
    chat.members.splice(at, 1)
    return { status: 204 }
  }

  function installed(body: Record<string, string>, was: boolean, put: () => void): Answer {
    const app = `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${APP_ID}`
    if (body['teamsApp@odata.bind'] !== app) return problem(404, 'NotFound', 'No such app.')
    if (was) return problem(409, 'Conflict', 'Is installed.')
    put()
    return { status: 201 }
  }

  const organising = (): Answer | undefined =>
    need('OnlineMeetings.ReadWrite.All') ??
    (state.policy
      ? undefined
      : problem(403, 'Forbidden', 'No application access policy found for this app.'))

  function meeting(organiser: string, body: Times & { externalId?: string }): Answer {
    const lacking = organising()
    if (lacking) return lacking
    const { externalId, startDateTime } = body
    if (!externalId) return problem(400, 'BadRequest', 'externalId')
    const old = meetings.find((one) => one.externalId === externalId && one.organiser === organiser)
    if (!old) joined += 1
    const id = `MSo1${joined}*0**19:meeting_${joined}@thread.v2`
    const made = old ?? { id, externalId, organiser, body: startDateTime ? { startDateTime } : {} }
    if (!old) meetings.push(made)
    const joinWebUrl = `https://teams.example/join/${/^MSo1(\d+)/.exec(made.id)?.[1]}`
    const start = made.body.startDateTime ?? new Date().toISOString()
    const shown = { startDateTime: start.replace(/(\.\d+)?Z$/, '.0000000Z') }
    return { status: old ? 200 : 201, body: { id: made.id, joinWebUrl, ...shown } }
  }

  function standing(method: string, organiser: string, id: string, body: Times): Answer {
    const lacking = organising()
    if (lacking) return lacking
    const at = meetings.findIndex((one) => one.id === id && one.organiser === organiser)
    const found = meetings[at]
    if (!found) return problem(404, 'NotFound', 'No such meeting.')
    if (method === 'DELETE') {
      meetings.splice(at, 1)
      return { status: 204 }
    }
    const { startDateTime, endDateTime } = body
    if (method !== 'PATCH' || !startDateTime || !endDateTime || endDateTime <= startDateTime)
      return problem(400, 'BadRequest', 'A start with its end.')
    meetings[at] = { ...found, body: { startDateTime, endDateTime } }
    return { status: 200, body: { id } }
  }

  function answered(method: string, path: string, body: never): Answer {
    const [route = ''] = path.split('?')
    const [, kind, id = '', part] = /^\/(chats|users)\/([^/]+)\/(.+)$/.exec(route) ?? []
    if (method === 'GET' && route === '/appCatalogs/teamsApps') {
      const value = state.inCatalogue ? [{ id: APP_ID }] : []
      return need('AppCatalog.Read.All') ?? { status: 200, body: { value } }
    }
    if (method === 'POST' && route === '/chats') return newChat(body)
    if (method === 'GET' && kind === 'users' && part === 'chats') {
      const user = users.get(id.toLowerCase())
      const value = chats.filter(({ members }) => user && members.includes(user.id))
      const found = user
        ? { status: 200, body: { value: value.map(({ members: _, ...chat }) => chat) } }
        : problem(404, 'NotFound', 'No such user.')
      return need('Chat.ReadBasic.All') ?? found
    }
    const chat = kind === 'chats' ? chats.find((one) => one.id === id) : undefined
    if (chat && method === 'GET' && part === 'members')
      return (
        either('Chat.ReadBasic.All', 'ChatMember.ReadWrite.WhereInstalled') ?? {
          status: 200,
          body: { value: membersOf(chat) },
        }
      )
    if (chat && method === 'DELETE') return leave(chat, part ?? '')
    if (chat && part === 'members') return join(chat, body)
    if (chat && part === 'installedApps')
      return (
        need('TeamsAppInstallation.ReadWriteSelfForChat.All') ??
        installed(body, chat.app, () => {
          chat.app = true
        })
      )
    if (kind === 'users' && part === 'teamwork/installedApps')
      return (
        need('TeamsAppInstallation.ReadWriteSelfForUser.All') ??
        installed(body, !state.without.has(id), () => {
          if (!state.slow) state.without.delete(id)
        })
      )
    if (method === 'POST' && kind === 'users' && part === 'onlineMeetings/createOrGet')
      return meeting(id, body)
    const [, online] = /^onlineMeetings\/([^/]+)$/.exec(part ?? '') ?? []
    if (kind === 'users' && online) return standing(method, id, online, body)
    return problem(404, 'NotFound', 'No such thing.')
  }

  return {
    state,
    add,
    /** `text` is the body; the fault is for whoever holds the socket. */
    answer(method: string, path: string, text: string, authorization: string | undefined) {
      if (authorization !== 'Bearer for https://graph.microsoft.com/.default')
        return { ...problem(401, 'InvalidAuthenticationToken', 'No.'), fault: undefined }
      const fault = state.faults.shift()
      const refused = typeof fault === 'object'
      state.calls.push(`${method} ${path.split('?')[0]}${refused ? ` → ${fault.status}` : ''}`)
      if (refused) {
        const { status, message = 'Injected.' } = fault
        return { ...problem(status, 'Injected', message), fault }
      }
      if (fault === 'reset' || fault === 'html') return { status: 200, body: undefined, fault }
      // What the bot sends is checked where it is read; anything else should fail.
      const body = (text === '' ? undefined : JSON.parse(text)) as never
      return { ...answered(method, path, body), fault }
    },
    /** Whether the connector lets the bot write there. */
    isIn(conversation: string): boolean {
      const chat = chats.find(({ id }) => id === conversation)
      return chat ? chat.app : !state.without.has(conversation.replace(/^a:/, ''))
    },
  }
}

function problem(status: number, code: string, message: string): Answer {
  return { status, body: { error: { code, message } } }
}
