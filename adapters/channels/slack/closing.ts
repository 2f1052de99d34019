import type { WebClient } from '@slack/web-api'
import type { Outcome } from '../../../src/core/effect.ts'
import { codeOf } from './outcome.ts'

/** Archives a room: whoever was in it reads it still. Somebody may have done it by hand. */
export async function archived(web: WebClient, room: string): Promise<Outcome> {
  try {
    await web.conversations.archive({ channel: room })
  } catch (error) {
    if (codeOf(error) !== 'already_archived') throw error
  }
  return { type: 'done', ref: room }
}
