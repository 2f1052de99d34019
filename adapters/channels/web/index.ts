import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Host, RunningChannel } from '../../../src/app/host.ts'
import { harden } from '../../../src/app/page-headers.ts'
import { isBrokenOff } from '../../../src/app/request-body.ts'
import { actions, questions } from './api.ts'
import { openAssets } from './assets.ts'
import { type Answer, no, readJson, send } from './http.ts'
import { type Live, liveUpdates } from './live.ts'
import { webPort } from './outward.ts'
import { actorOf } from './reader.ts'
import { ALLOWS, refuseStrangers } from './safety.ts'
import type { Session } from './session.ts'
import { maySeeItem, spaceFor } from './sight.ts'
import { clockView, firstPerson } from './view.ts'
import { openWorkspace, type Workspace } from './workspace.ts'
import type { Item } from './workspace-state.ts'

const NOT_FOUND = no(404, 'There is no such page. The playground is at /.')
const NOBODY = no(400, 'Choose who you are first: the button is at the top right.')
const FAULT = no(
  500,
  'That went wrong through a fault of Muster’s own. Try again; the log has the details.',
)

/** The playground: a small chat workspace, served at `/` on this computer only. */
export async function webChannel(host: Host): Promise<RunningChannel> {
  const live = liveUpdates(() => clockView(host.now(), true).shown)
  const workspace = await openWorkspace(host.folder, host.log, (item) => tellPages(item))
  const handle = await requestHandler(host, workspace, live)
  const channel = webPort({
    workspace,
    directory: host.directory,
    now: host.now,
    stop: async () => live.close(),
  })
  return { channel, routes: [{ path: '/', handle }], start: () => forgetRemoved(host, workspace) }

  function tellPages(item: Item | undefined): void {
    live.tell(item?.space ?? null, (reader) => {
      if (!item) return true
      const space = spaceFor(workspace.state, host.directory(), reader, item.space)
      return space !== undefined && maySeeItem(item, reader, item.page)
    })
  }
}

/** What was removed while the playground was not open, or could not be taken away then. */
async function forgetRemoved({ store }: Host, workspace: Workspace): Promise<void> {
  for (const kind of ['case', 'meeting', 'drill']) {
    const removed = await store.list({ facets: { kind, status: 'removed' } })
    await workspace.forget(removed.map(({ id }) => id))
  }
}

async function requestHandler(host: Host, workspace: Workspace, live: Live) {
  const token = randomBytes(24).toString('hex')
  const assets = await openAssets(token)
  const [ask, act] = [questions(), actions(host)]

  return async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    harden(response, ALLOWS)
    const url = addressOf(request)
    const refusal = refuseStrangers(request, token)
    if (refusal) return send(response, refusal)
    if (request.method === 'GET' && assets(url.pathname, response)) return
    try {
      if (request.method === 'GET' && url.pathname === '/api/events') return listen(url, response)
      send(response, await answer(request, response, url))
    } catch (error) {
      if (isBrokenOff(request, error)) throw error
      host.log.error({ error, path: url.pathname }, 'A request of the playground failed.')
      send(response, FAULT)
    }
  }

  /** The browser's event stream carries no headers of ours, so the person stands in the address. */
  function listen(url: URL, response: ServerResponse): void {
    const session = sessionOf(url.searchParams.get('person'))
    if (session) live.open(response, session.reader)
    else send(response, NOBODY)
  }

  async function answer(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
  ): Promise<Answer> {
    const question = Object.hasOwn(ask, url.pathname) ? ask[url.pathname] : undefined
    const action = Object.hasOwn(act, url.pathname) ? act[url.pathname] : undefined
    if (url.pathname === '/api/first')
      return { status: 200, body: { person: firstPerson(host.directory()) } }
    if (!question && !action) return NOT_FOUND
    if ((request.method === 'GET') !== (question !== undefined)) {
      return no(405, 'That path does not take this kind of request.')
    }
    const { 'x-person': person, 'x-page': page } = request.headers
    const session = sessionOf(person, typeof page === 'string' ? page : undefined)
    if (!session) return NOBODY
    if (question) return question(session, url.searchParams)
    const read = await readJson(request, response)
    if ('refused' in read) return read.refused
    return action ? action(session, read.value) : NOT_FOUND
  }

  function sessionOf(reader: unknown, page?: string): Session | undefined {
    if (typeof reader !== 'string') return undefined
    const actor = actorOf(reader, host.directory())
    return actor && { host, workspace, reader, actor, page }
  }
}

function addressOf(request: IncomingMessage): URL {
  const address = `http://playground${request.url ?? '/'}`
  return new URL(URL.canParse(address) ? address : 'http://playground/not-found')
}
