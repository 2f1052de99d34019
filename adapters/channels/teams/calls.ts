import { z } from 'zod'
import type { Channel } from '../../../src/app/channel-port.ts'
import type { Outcome } from '../../../src/core/effect.ts'
import { type Instant, plusSeconds } from '../../../src/core/time/instant.ts'
import type { Graph, Need } from './graph.ts'

const RIGHT = 'OnlineMeetings.ReadWrite.All'
const MAKE: Need = { what: 'make a call in the organiser’s name', right: RIGHT }
const MOVE: Need = { what: 'give the organiser’s call another time', right: RIGHT }
const END: Need = { what: 'take the organiser’s call away', right: RIGHT }

/** As long as Graph makes one that is given no end. */
const SECONDS = 3600

const Meeting = z.object({
  id: z.string().min(1),
  joinWebUrl: z.url({ protocol: /^https?$/ }),
  startDateTime: z.string().nullish(),
})
type Meeting = z.infer<typeof Meeting>

type Calls = Required<Pick<Channel, 'makeCall' | 'endCall'>>

/** Online meetings in the organiser’s name. Graph keeps our id with each, so that the same id is one call. */
export function teamsCalls(graph: Graph, organiser: string): Calls {
  const all = `/users/${encodeURIComponent(organiser)}/onlineMeetings`
  const pathOf = ({ id }: Meeting) => `${all}/${encodeURIComponent(id)}`

  async function standing(need: Need, body: object): Promise<Meeting | Outcome> {
    const answer = await graph.ask('POST', `${all}/createOrGet`, need, body)
    if (!answer.ok) return answer.outcome
    const made = Meeting.safeParse(answer.body).data
    return made ?? { type: 'unclear', reason: 'Teams made a call without a link.' }
  }

  return {
    async makeCall({ id, subject, startsAt }) {
      const start = startsAt === null ? {} : { startDateTime: startsAt }
      const call = await standing(MAKE, { externalId: id, subject, ...start })
      if ('type' in call) return call
      const done: Outcome = { type: 'done', ref: call.joinWebUrl }
      if (startsAt === null || startsThen(call, startsAt)) return done
      const moved = await graph.ask('PATCH', pathOf(call), MOVE, timesFrom(startsAt))
      return moved.ok ? done : moved.outcome
    },
    /** Graph finds one by our id only as it makes one: what was never made is made and taken away. */
    async endCall(id) {
      const call = await standing(END, { externalId: id })
      if ('type' in call) return call
      const ended = await graph.ask('DELETE', pathOf(call), END)
      if (ended.ok || ended.status === 404) return { type: 'done', ref: call.id }
      return ended.outcome
    },
  }
}

/** Graph writes the same instant with more digits. */
function startsThen({ startDateTime }: Meeting, startsAt: Instant): boolean {
  return Date.parse(startDateTime ?? '') === Date.parse(startsAt)
}

/** Graph takes a new start only with its end. */
function timesFrom(startsAt: Instant) {
  return { startDateTime: startsAt, endDateTime: plusSeconds(startsAt, SECONDS) }
}
