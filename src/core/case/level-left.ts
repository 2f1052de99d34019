import { z } from 'zod'
import { accept, type Decision, refuse } from '../decision.ts'
import type { Composing, Context } from '../kind.ts'
import type { Message, Text } from '../message/message.ts'
import { doerOf } from '../people/doer.ts'
import type { Prompt } from '../prompt.ts'
import { composeLeftEnhanced, leftText } from '../provider/compose-left-enhanced.ts'
import { levelButton } from '../provider/compose-offer.ts'
import { LeftEnhanced } from '../provider/left-enhanced.ts'
import { providerId, RecordId } from '../record-id.ts'
import type { Instant } from '../time/instant.ts'
import type { Case } from './case.ts'
import { decidersOf } from './confidential.ts'
import type { CaseEvent } from './event.ts'
import { triagePost } from './host/host.ts'
import type { CaseIntentOf } from './intent.ts'
import { openPrompt } from './prompts.ts'

/** Its provider left enhanced, though a meeting of this confidential case had not decided so. */
const OfMeeting = { meeting: RecordId, ...LeftEnhanced.shape }

export type LevelLeft = { readonly type: 'levelLeft' } & Omit<LevelLeftSaid, 'say'>

export const LevelLeftSaid = z.object({ say: z.literal('levelLeft'), ...OfMeeting })
export type LevelLeftSaid = z.infer<typeof LevelLeftSaid>

export function levelLeftIntent(kind: z.ZodLiteral<'case'>) {
  return z.object({ kind, type: z.literal('noteLevelLeft'), ...OfMeeting })
}

export function noteLevelLeft(
  kase: Case,
  { kind, type, ...left }: CaseIntentOf<'noteLevelLeft'>,
  context: Context,
): Decision<CaseEvent> {
  const { confidential, removed, status } = kase
  if (!confidential || removed) return accept()
  const post = triagePost(kase, context)
  const asked = openPrompt(kase, { asks: 'levelLeft', post, urgent: false }, context)
  return accept<CaseEvent>(
    { type: 'levelLeft', at: context.now, ...left },
    ...(status === 'open' ? asked : []),
  )
}

/** It was decided anew with the provider, or stands for a reason that stays on the case. */
export function settleLevelLeft(
  { id: prompt, post }: Prompt,
  { by: actor, answer, reason }: CaseIntentOf<'answer'>,
  { directory, now: at }: Context,
): Decision<CaseEvent> {
  const by = doerOf(directory, actor, post ?? undefined)
  const answered = (words: string) =>
    accept<CaseEvent>({ type: 'promptAnswered', at, prompt, by, answer: words })
  if (answer === 'done' || answer === 'yes') return answered('decided anew with the provider')
  if (answer !== 'no')
    return refuse('missing', 'Answer “done” once it is decided anew there, or “no because …”.')
  const why = reason?.trim() ?? ''
  if (why !== '') return answered(`it stands: ${why}`)
  return refuse('missing', 'Say why it stands: “no because …”.', { reason: 'Give the reason.' })
}

/** The question in the thread, of which those on the list are reminded. */
export function levelLeftQuestion(kase: Case, prompt: Prompt, composing: Composing) {
  const { provider } = kase
  const change = provider.slug === null ? [] : [levelButton(providerId(provider.slug))]
  const how =
    'If it does not stand, decide it anew on the provider’s card. The reason there is read by others: name nothing of this. Then say so here. If it stands: “no because …”, which only those on the list of this case read.'
  return {
    title: `Is the level of ${provider.name} to be decided anew?`,
    parts: [
      ...saidFor(kase, prompt).map(
        (said) => ({ kind: 'text', text: leftText(said, whyOf(said), composing) }) as const,
      ),
      ...(prompt.state === 'open'
        ? ([
            { kind: 'text', text: how },
            { kind: 'buttons', buttons: change },
          ] as const)
        : []),
    ],
  }
}

/** Of every meeting that came while it was open: one answer is about all of them. */
function saidFor({ notices, closed }: Case, { openedAt, answeredAt }: Prompt): LevelLeftSaid[] {
  const until = answeredAt ?? closed?.at ?? null
  return notices.flatMap(({ at, said }) =>
    said.say === 'levelLeft' && at >= openedAt && (until === null || at <= until) ? [said] : [],
  )
}

const WHY = {
  otherwise: ', had not decided so.',
  corrected: ', on which that rests, says something else now: its record was corrected.',
  held: ', on which that rests, says another time of holding now, by which it was too early.',
} as const

/** To those on its list. What the meeting found is for those who were in it. */
export function levelLeftNotice(
  kase: Case,
  { at, said }: { readonly at: Instant; readonly said: LevelLeftSaid },
  composing: Composing,
): Message {
  const { id: record, provider, confidential } = kase
  const people = confidential ? decidersOf(confidential, provider, composing) : []
  // Of what came once the question was answered, or withdrawn with the case, nothing else asks.
  const isAsked = kase.prompts.some(
    ({ asks, state, answeredAt }) =>
      asks === 'levelLeft' && (state === 'open' || (answeredAt !== null && answeredAt >= at)),
  )
  return composeLeftEnhanced(
    { record, provider, people, why: whyOf(said), isAsked },
    said,
    composing,
  )
}

function whyOf({ meeting, how }: LevelLeftSaid): Text {
  return ['A meeting of this case, ', { record: meeting }, WHY[how ?? 'otherwise']]
}
