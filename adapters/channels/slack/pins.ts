import type { WebClient } from '@slack/web-api'
import type { RoomLink } from '../../../src/app/channel-port.ts'
import type { Outcome } from '../../../src/core/effect.ts'
import { allOf } from './all-of.ts'
import { codeOf, never, outcomeOf } from './outcome.ts'

const BRIEF = 'Brief'

interface Head {
  readonly channel: string
  /** Of the message that stands at its head. */
  readonly timestamp: string
}

/**
 * Pins the message, and makes bookmarks of it and of the links. Each is looked for first, so that a try
 * whose answer was lost doubles nothing. What Muster may not do is left out, and said: the rest is done.
 */
export async function pinned(
  web: WebClient,
  head: Head,
  links: readonly RoomLink[],
): Promise<Outcome> {
  const missing = await allOf([
    unless(() => pin(web, head)),
    unless(() => bookmarked(web, head, links)),
  ])
  const why = missing.filter((reason) => reason !== undefined)
  return why.length > 0 ? never(why.join(' ')) : { type: 'done', ref: head.timestamp }
}

async function pin(web: WebClient, { channel, timestamp }: Head): Promise<void> {
  try {
    await web.pins.add({ channel, timestamp })
  } catch (error) {
    if (codeOf(error) !== 'already_pinned') throw error
  }
}

async function bookmarked(
  web: WebClient,
  { channel, timestamp }: Head,
  links: readonly RoomLink[],
): Promise<void> {
  const [{ permalink }, { bookmarks = [] }] = await allOf([
    web.chat.getPermalink({ channel, message_ts: timestamp }),
    web.bookmarks.list({ channel_id: channel }),
  ])
  const brief = permalink === undefined ? [] : [{ title: BRIEF, url: permalink }]
  // One after the other: they stand in the order in which they were made.
  for (const { title, url: link } of [...links, ...brief]) {
    const known = bookmarks.find((one) => one.title === title)
    if (known?.link === link) continue
    if (known?.id) await web.bookmarks.edit({ channel_id: channel, bookmark_id: known.id, link })
    else await web.bookmarks.add({ channel_id: channel, title, type: 'link', link })
  }
}

/** Why it was refused. What may go better at another time is thrown. */
async function unless(work: () => Promise<void>): Promise<string | undefined> {
  try {
    await work()
    return undefined
  } catch (error) {
    const outcome = outcomeOf(error)
    const isRefused = outcome.type === 'never' || codeOf(error) === 'missing_scope'
    if (!isRefused || !('reason' in outcome)) throw error
    return outcome.reason
  }
}
