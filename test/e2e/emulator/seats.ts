import { USERS } from './world.ts'

interface Answered {
  readonly status: number
  readonly body: unknown
}

/** One tenant out of the emulators of several people, each of which knows one current user. */
interface Seats {
  /** A call of Muster’s: to the person whose chat it is, or to everybody when it is a channel. */
  call(method: string, path: string, body: string): Promise<Answered>
  /** What an emulator says, with the ids of messages that Muster knows. */
  common(seat: number, text: string): string
}

/** `emulators`: the addresses in the order of the users; where one has none, nobody looks. */
export function seats(emulators: readonly string[]): Seats {
  // Every emulator numbers the messages of a channel for itself; Muster knows the first one’s numbers.
  const own = new Map<string, readonly string[]>()
  const common: Map<string, string>[] = []

  async function everywhere(method: string, path: string, body: string): Promise<Answered> {
    const answers = await Promise.all(
      emulators.map((address, seat) => {
        const there = renumbered(path, (id) => own.get(id)?.[seat])
        return ask(address, method, there, body)
      }),
    )
    const ids = answers.map((answer) => idIn(answer.body))
    const [first = ''] = ids
    if (method === 'POST') {
      own.set(first, ids)
      ids.forEach((id, seat) => {
        const known = common[seat] ?? new Map()
        common[seat] = known.set(id, first)
      })
    }
    return answers.find(({ status }) => status >= 400) ?? { status: 200, body: { id: first } }
  }

  return {
    call(method, path, body) {
      if (path.startsWith('/v3/conversations/19:') && path.includes('/activities'))
        return everywhere(method, path, body)
      const seat = USERS.findIndex(({ chat, aadObjectId }) => {
        return path.includes(`/${chat}/`) || body.includes(`"${aadObjectId}"`)
      })
      const [first = ''] = emulators
      return ask(emulators[seat] ?? first, method, byTeamsId(path), byTeamsId(body))
    },
    common: (seat, text) => renumbered(text, (id) => common[seat]?.get(id)),
  }
}

function renumbered(text: string, known: (id: string) => string | undefined): string {
  return text.replace(/\b\d{13}\b/g, (id) => known(id) ?? id)
}

/** Teams knows its people by their Entra ids as well; the emulator does not. */
function byTeamsId(words: string): string {
  return USERS.reduce((text, user) => text.replace(user.aadObjectId, user.id), words)
}

async function ask(
  emulator: string,
  method: string,
  path: string,
  body: string,
): Promise<Answered> {
  const response = await fetch(`${emulator}/_connector${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(method === 'GET' ? {} : { body }),
  })
  return { status: response.status, body: await response.json() }
}

function idIn(body: unknown): string {
  const named = typeof body === 'object' && body !== null && 'id' in body
  return named ? String(body.id) : ''
}
