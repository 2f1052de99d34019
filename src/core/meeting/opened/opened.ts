import { z } from 'zod'
import { Instant } from '../../time/instant.ts'
import type { Meeting } from '../meeting.ts'

/** That somebody opened their call: the message itself, or the page behind the link in a mail. Once for each. */
export const Opened = z.object({
  at: Instant,
  person: z.string(),
  channel: z.string(),
  slot: z.string(),
})
export type Opened = z.infer<typeof Opened>

export type OpenedEvent = { type: 'opened' } & Omit<Opened, 'at'>

export function openedIntent<Kind extends z.ZodLiteral<'meeting'>>(kind: Kind) {
  const { person, channel, slot } = Opened.shape
  return z.object({ kind, type: z.literal('noteOpened'), person, channel, slot })
}

/** Whether it is news: their own call, while it is open, for the first time since the newest change of its time. */
export function isNewlyOpened(
  { status, prompts, notices, opened = [], gone = [], times = [] }: Meeting,
  { person, channel, slot }: Omit<Opened, 'at'>,
): boolean {
  if (status === 'closed' || gone.includes(person)) return false
  const isCalled = prompts.some(({ asked }) => asked.includes(person))
  const isOwn =
    prompts.some(({ id, asked }) => slot === `prompt:${id}` && asked.includes(person)) ||
    (isCalled && notices.some(({ n, said }) => said.say === 'time' && slot === `notice:${n}`))
  const since = times.at(-1)?.at ?? ''
  const isKnown = opened.some(
    (one) =>
      one.person === person && one.channel === channel && one.slot === slot && one.at >= since,
  )
  return isOwn && !isKnown
}

/** When somebody first opened this there, or first since then; null where that is not on record. */
export function openedAt(
  { opened = [] }: Pick<Meeting, 'opened'>,
  { person, channel, slot }: { person: string; channel: string; slot: string },
  since = '',
): Opened['at'] | null {
  const first = opened.find(
    (one) =>
      one.person === person && one.channel === channel && one.slot === slot && one.at >= since,
  )
  return first?.at ?? null
}

export function evolveOpened(
  meeting: Meeting,
  event: OpenedEvent & { readonly at: string },
): Meeting {
  const { at, person, channel, slot } = event
  return { ...meeting, opened: [...(meeting.opened ?? []), { at, person, channel, slot }] }
}
