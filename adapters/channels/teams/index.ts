import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Host, RunningChannel } from '../../../src/app/host.ts'
import { bodyOf } from '../../../src/app/request-body.ts'
import { teamsCalls } from './calls.ts'
import { graphOf } from './graph.ts'
import { teamsInbound } from './inbound.ts'
import { installation } from './installation.ts'
import { limits } from './limits.ts'
import { viewing } from './on-view.ts'
import { teamsOutward } from './outward.ts'
import { type Answer, type TeamsPort, teamsPort } from './port.ts'
import { remembered } from './remembered.ts'
import { roomCards } from './room-card.ts'
import { roomRoots } from './room-root.ts'
import { teamsRooms } from './rooms.ts'
import { checkSettings, type TeamsSettings } from './settings.ts'
import { viewersOf } from './viewers.ts'
import { whereabouts } from './whereabouts.ts'
import { identification } from './who.ts'

export type { TeamsSettings } from './settings.ts'

/** Microsoft Teams. Throws one sentence when a setting is wrong. */
export async function teamsChannel(settings: TeamsSettings, host: Host): Promise<RunningChannel> {
  checkSettings(settings)
  const port: TeamsPort = await teamsPort(settings, host.log, (activity) => inbound(activity))
  const known = remembered(host.store)
  const places = whereabouts(settings, host, port, known)
  const { MUSTER_TEAMS_ORGANISER: organiser } = settings
  const graph = graphOf(settings)
  const own = installation(settings, graph)
  const roots = roomRoots(host, known)
  const who = identification(settings, host, port, known)
  const cards = roomCards(host, places, viewersOf(host, port, places, known))
  const inbound = viewing(host, cards, who, teamsInbound(host, port, places, who, roots))
  return {
    channel: {
      ...teamsOutward(host, port, places, { own, cards }),
      ...teamsRooms(host, graph, own, known, places, roots),
      ...(organiser === undefined ? {} : teamsCalls(graph, organiser)),
    },
    routes: [
      { path: '/api/messages', handle: (request, response) => receive(port, request, response) },
    ],
  }
}

async function receive(
  port: TeamsPort,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'POST') {
    return send(response, { status: 405, body: { error: 'Teams sends POST.' } })
  }
  const body = await bodyOf(request, response, limits.requestBytes)
  if (body === null) {
    return send(response, { status: 413, body: { error: 'Too long for an activity.' } })
  }
  send(response, await port.receive(body.toString(), request.headers.authorization))
}

function send(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
  response.end(body === undefined ? undefined : JSON.stringify(body))
}
