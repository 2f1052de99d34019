import { type Refused, refuse } from '../decision.ts'
import type { Context } from '../kind.ts'
import { ruleToConvene } from '../meeting/convening.ts'
import { type Asked, type Meant, MUSTER } from '../permission/asked.ts'
import type { Prompt } from '../prompt.ts'
import type { Case } from './case.ts'
import type { ClockRun } from './clock-run.ts'
import { decidersOf } from './confidential.ts'
import { guardedCase } from './guarded.ts'
import { isForHost, triagePost } from './host/host.ts'
import { INSTEAD, sharingFor } from './host/sharing.ts'
import type { CaseIntent, CaseIntentOf } from './intent.ts'
import { isRaiser } from './news.ts'
import { owedClock } from './nudging.ts'
import { answerable, clockRule, providerOf } from './rules.ts'

type Rules = Pick<Context, 'policy'>
type Around = Pick<Context, 'policy' | 'directory' | 'now'>

/** Opening a case: there is no record yet that anybody could see. */
export function askedToRaise(
  intent: CaseIntentOf<'raise'>,
  context: Pick<Context, 'policy' | 'directory'>,
): Asked {
  const { kind, type, by, case: is } = intent
  const sharing = is === 'intelligence' ? sharingFor(intent, context) : undefined
  if (sharing) {
    const { provider, posts } = sharing
    const meant = { sharer: { posts } }
    return { kind, intent: type, by, is: [is], provider, meant, instead: INSTEAD }
  }
  // Whose case it would be is settled only when it is raised.
  return { kind, intent: type, by, is: [is], provider: { slug: null, leadProvider: '' } }
}

type OfWhole = 'triage' | 'becomeIncident' | 'note' | 'panel' | 'recordUpdated' | 'close'
type AboutAccess = 'makeConfidential' | 'giveAccess' | 'removeAccess' | 'refuseAccess' | 'askAccess'

/** What of an intent decides who may ask it: known before the rest of a form is filled in. */
export type CaseAsking =
  | Pick<CaseIntentOf<OfWhole>, 'type' | 'by'>
  | Pick<CaseIntentOf<AboutAccess>, 'type' | 'by'>
  | Pick<CaseIntentOf<'switchNews'>, 'type' | 'by'>
  | Pick<CaseIntentOf<'hold' | 'release' | 'remove'>, 'type' | 'by'>
  | Pick<CaseIntentOf<'answer'>, 'type' | 'by' | 'prompt'>
  | Pick<CaseIntentOf<'have'>, 'type' | 'by' | 'clock'>
  | Pick<CaseIntentOf<'snooze'>, 'type' | 'by' | 'clock'>
  | Pick<CaseIntentOf<'evidence' | 'lapse' | 'setCadence'>, 'type' | 'by' | 'clock'>
  | Pick<CaseIntentOf<'convene'>, 'type' | 'by' | 'meeting'>
  | Pick<CaseIntentOf<'noteMeetingClosed' | 'noteEdited'>, 'type'>
  | Pick<Exclude<CaseIntent, { by: unknown }>, 'type'>

/** What an intent asks of a case, for the table of permissions; refused where it asks for what is not there. */
export function askedOfCase(kase: Case, intent: CaseAsking, context: Around): Asked | Refused {
  if (intent.type === 'switchNews') return askedOfRaiser(kase, intent)
  switch (intent.type) {
    case 'triage':
      return { ...asked(kase, intent), meant: { asked: { posts: [triagePost(kase, context)] } } }
    case 'becomeIncident':
    case 'note':
    case 'panel':
    case 'recordUpdated':
    case 'close':
    case 'makeConfidential':
    case 'askAccess':
    case 'hold':
    case 'release':
    case 'remove':
      return asked(kase, intent)
    case 'giveAccess':
    case 'removeAccess':
    case 'refuseAccess':
      return askedOfList(kase, intent, context)
    case 'answer':
      return toAnswer(kase, intent, context)
    case 'have':
    case 'snooze': {
      const run = owedClock(kase, intent.clock, intent.by)
      return 'ok' in run ? run : askedOfClock(asked(kase, intent), run, context)
    }
    case 'evidence':
    case 'lapse':
    case 'setCadence':
      return askedOfNamed(kase, intent, context)
    case 'convene':
      return askedToConvene(kase, intent, context)
    case 'noteMeetingClosed':
    case 'noteMeeting':
    case 'noteRecordSealed':
    case 'noteLevelLeft':
    case 'noteProviderLevel':
    case 'noteGate':
    case 'noteAction':
    case 'noteTelling':
    case 'noteTold':
    case 'noteEdited':
    case 'wake':
    case 'repair':
    case 'noteRefusal':
    case 'noteDropped':
    case 'noteLate':
    case 'noteUndelivered':
    case 'noteRoom':
      return asked(kase, { type: intent.type, by: MUSTER })
  }
}

function toAnswer(
  kase: Case,
  intent: Extract<CaseAsking, { type: 'answer' }>,
  context: Around,
): Asked | Refused {
  const prompt = kase.prompts.find(({ id }) => id === intent.prompt)
  if (!prompt) return refuse('unknown', 'That question is not asked on this case.')
  return { ...asked(kase, intent), meant: { asked: askedBy(prompt, context) } }
}

function asked(kase: Case, { type, by }: Pick<Asked, 'by'> & { type: string }): Asked {
  const guarded = () => guardedCase(kase)
  const { kind } = kase
  const is = isForHost(kase) ? [kase.type, 'intelligence' as const] : [kase.type]
  return { kind, intent: type, by, is, provider: providerOf(kase), guarded }
}

function askedToConvene(
  kase: Case,
  intent: Pick<CaseIntentOf<'convene'>, 'type' | 'by' | 'meeting'>,
  context: Around,
): Asked | Refused {
  const rule = ruleToConvene(intent.meeting, 'case', context)
  if ('ok' in rule) return rule
  const about = `the ${rule.label.toLowerCase()}`
  return { ...asked(kase, intent), about, meant: { caller: { posts: rule.mayCall } } }
}

/** Whoever raised it, whether or not they may see it. */
function askedOfRaiser(kase: Case, intent: Pick<CaseIntentOf<'switchNews'>, 'type' | 'by'>): Asked {
  const { doer } = kase.raiser
  const people = doer.type === 'person' ? [doer.person] : []
  const raised = (by: Asked['by']) => isRaiser(kase, by)
  return { ...asked(kase, intent), meant: { raiser: { people } }, raised }
}

/** Whoever may answer a question of a case: for the buttons under it. */
export function askedToAnswer(kase: Case, prompt: Prompt, context: Rules): Asked {
  return {
    ...asked(kase, { type: 'answer', by: MUSTER }),
    meant: { asked: askedBy(prompt, context) },
  }
}

/** Whoever may record after the panel when StEIS was updated: for the button of a closed case. */
export function askedToRecordUpdated(kase: Case): Asked {
  return asked(kase, { type: 'recordUpdated', by: MUSTER })
}

/** Whoever may say that they have a clock: for the buttons of a reminder. */
export function askedToTake(kase: Case, run: ClockRun, context: Rules): Asked {
  return askedOfClock(asked(kase, { type: 'have', by: MUSTER }), run, context)
}

function askedOfList(
  kase: Case,
  intent: Pick<CaseIntentOf<AboutAccess>, 'type' | 'by'>,
  context: Around,
): Asked | Refused {
  if (!kase.confidential)
    return refuse(
      'invalid',
      'This case is not confidential: everybody of the organisations that see it may read it.',
    )
  const people = decidersOf(kase.confidential, providerOf(kase), context)
  return { ...asked(kase, intent), meant: { accessList: { people } } }
}

function askedOfClock(base: Asked, { rule: id }: ClockRun, { policy }: Rules): Asked {
  const rule = clockRule(policy, id)
  return {
    ...base,
    about: `${rule.id} ${rule.label}`,
    meant: { clock: { posts: answerable(rule) } },
  }
}

/** Those who were asked by name, and the post; for a question about a clock, everybody who may answer for that. */
function askedBy({ post, about, asked: people }: Prompt, { policy }: Rules): Meant {
  if (about !== null) return { posts: answerable(clockRule(policy, about)), people }
  return { posts: post ? [post] : [], people }
}

/** About the clock that is named. */
function askedOfNamed(
  kase: Case,
  intent: Pick<CaseIntentOf<'evidence' | 'lapse' | 'setCadence'>, 'type' | 'by' | 'clock'>,
  context: Around,
): Asked | Refused {
  const run = kase.clocks.find(({ rule }) => rule === intent.clock)
  if (!run) return refuse('notRunning', `${intent.clock} does not run on this case.`)
  return askedOfClock(asked(kase, intent), run, context)
}
