import { z } from 'zod'
import type { NewCall } from '../../../src/app/channel-port.ts'
import type { Outcome } from '../../../src/core/effect.ts'
import type { Graph, Need } from './graph.ts'

const NEED: Need = {
  what: 'make a call in the organiser’s name',
  right: 'OnlineMeetings.ReadWrite.All',
}
const Meeting = z.object({ joinWebUrl: z.url({ protocol: /^https?$/ }) })

/** An online meeting in the organiser’s name. Graph keeps our id with it, so that the same id is one call. */
export async function madeCall(graph: Graph, organiser: string, call: NewCall): Promise<Outcome> {
  const path = `/users/${encodeURIComponent(organiser)}/onlineMeetings/createOrGet`
  const answer = await graph.ask('POST', path, NEED, {
    externalId: call.id,
    subject: call.subject,
    ...(call.startsAt === null ? {} : { startDateTime: call.startsAt }),
  })
  if (!answer.ok) return answer.outcome
  const url = Meeting.safeParse(answer.body).data?.joinWebUrl
  if (url === undefined) return { type: 'unclear', reason: 'Teams made a call without a link.' }
  return { type: 'done', ref: url }
}
