import { accept, type Decision, refuse } from '../decision.ts'
import type { Context } from '../kind.ts'
import { doerOf } from '../people/doer.ts'
import { nameOf } from '../people/find.ts'
import type { Allowed } from '../permission/permitted.ts'
import type { Prompt } from '../prompt.ts'
import { Instant } from '../time/instant.ts'
import { showLocal } from '../time/local.ts'
import type { Case } from './case.ts'
import type { CaseEvent } from './event.ts'
import { evidence } from './evidence.ts'
import type { CaseIntentOf } from './intent.ts'
import { settleLevelLeft } from './level-left.ts'
import type { Question } from './prompts.ts'
import { settleLevel } from './provider-level.ts'
import { chooseLevel } from './triage.ts'
import { urgentMeeting } from './urgent-meeting.ts'

/** Answers an open prompt; an answer given meanwhile is named, with who gave it. */
export function answer(
  kase: Case,
  intent: CaseIntentOf<'answer'>,
  context: Allowed,
): Decision<CaseEvent> {
  const prompt = kase.prompts.find(({ id }) => id === intent.prompt)
  if (!prompt) return refuse('unknown', 'That question is not asked on this case.')
  if (prompt.state !== 'open') return settled(prompt, context)
  if (intent.revision !== null && intent.revision !== prompt.revision)
    return refuse(
      'stale',
      'That button is out of date: the question was asked again. Use the newest message.',
    )
  // Prompts of a case are opened by us alone, with these questions.
  return QUESTIONS[prompt.asks as Question](kase, prompt, intent, context)
}

type Answering = (
  kase: Case,
  prompt: Prompt,
  intent: CaseIntentOf<'answer'>,
  context: Allowed,
) => Decision<CaseEvent>

const QUESTIONS: Readonly<Record<Question, Answering>> = {
  triage: () =>
    refuse(
      'missing',
      'Press Triage and fill in the form: the tool needs triggers and a risk score.',
    ),
  level: (kase, _prompt, intent, context) => chooseLevel(kase, intent, context),
  providerLevel: (kase, prompt, intent, context) => settleLevel(kase, prompt, intent, context),
  levelLeft: (_kase, prompt, intent, context) => settleLevelLeft(prompt, intent, context),
  urgent: (_kase, prompt, intent, context) => {
    if (intent.answer !== 'no')
      return refuse(
        'missing',
        `To call ${urgentMeeting(context.policy)}, press the button: it shows who would be called first.`,
      )
    const reason = intent.reason?.trim() ?? ''
    if (reason === '')
      return refuse('missing', 'Say why it is not needed: “no because …”.', {
        reason: 'Give the reason.',
      })
    return accept(answered(prompt, intent, `not needed: ${reason}`, context))
  },
  panel: (_kase, prompt, intent, context) => {
    if (intent.answer !== 'no')
      return refuse('missing', 'To call the panel, press the button: it shows who would be called.')
    const reason = intent.reason?.trim() ?? ''
    if (reason === '')
      return refuse('missing', 'Say why not yet: “no because …”.', { reason: 'Give the reason.' })
    return accept(answered(prompt, intent, `not yet: ${reason}`, context))
  },
  quiet: (_kase, prompt, intent, context) => {
    if (intent.answer !== 'open')
      return refuse('missing', 'To note something or to close it, press the button.')
    const reason = intent.reason?.trim() ?? ''
    if (reason === '')
      return refuse('missing', 'Say why it is still open: “yes because …”.', {
        reason: 'Give the reason.',
      })
    return accept(answered(prompt, intent, `still open: ${reason}`, context))
  },
  cadence: () => refuse('missing', 'Press the button and choose how often.'),
  notified: (kase, prompt, intent, context) => {
    const doneAt = intent.answer === 'now' ? context.now : Instant.safeParse(intent.answer).data
    if (doneAt === undefined)
      return refuse('invalid', 'Reply with a time, for example “21:10”, or “now”.')
    const given = { clock: prompt.about ?? '', doneAt, reference: null, form: null, answers: {} }
    return evidence(kase, { kind: 'case', type: 'evidence', by: intent.by, ...given }, context)
  },
  lateReason: (_kase, prompt, intent, context) => {
    const reason = (intent.reason ?? intent.answer).trim()
    if (reason === '' || reason === 'reason')
      return refuse('missing', 'Give the reason in a sentence.', { reason: 'Give the reason.' })
    const by = doerOf(context.directory, intent.by)
    const at = context.now
    return accept(answered(prompt, intent, reason, context), {
      type: 'lateReasonGiven',
      at,
      clock: prompt.about ?? '',
      by,
      reason,
    })
  },
}

function answered(
  prompt: Prompt,
  intent: CaseIntentOf<'answer'>,
  words: string,
  { directory, now }: Context,
): CaseEvent {
  const by = doerOf(directory, intent.by, prompt.post ?? undefined)
  return { type: 'promptAnswered', at: now, prompt: prompt.id, by, answer: words }
}

function settled(prompt: Prompt, { directory, policy }: Context) {
  if (prompt.state === 'withdrawn' || prompt.answeredBy === null || prompt.answeredAt === null)
    return refuse('stale', 'That question is no longer open; nothing was changed.')
  const who = nameOf(directory, prompt.answeredBy)
  return refuse(
    'stale',
    `${who} answered this at ${showLocal(prompt.answeredAt, policy.zone)}; nothing was changed.`,
  )
}
