import { accept, type Decision, refuse } from '../decision.ts'
import { noteGate } from '../gate/gate.ts'
import type { Context } from '../kind.ts'
import { doerOf } from '../people/doer.ts'
import { type Allowed, permitted } from '../permission/permitted.ts'
import { referenceOf } from '../record-id.ts'
import { barred, decideAccess } from './access.ts'
import { answer } from './answer.ts'
import { askedOfCase, askedToRaise } from './asked.ts'
import { becomeIncident } from './become-incident.ts'
import { noteAction } from './carried.ts'
import type { Case, MaybeCase } from './case.ts'
import { close, panel } from './closing.ts'
import type { CaseEvent } from './event.ts'
import { evidence } from './evidence.ts'
import { evolveCase } from './evolve.ts'
import { decideIncident, isOfIncident } from './incident.ts'
import type { CaseIntent, CaseIntentOf } from './intent.ts'
import { takenOver } from './left-alone.ts'
import { lettingIn } from './letting-in.ts'
import { noteProviderLevel } from './level/noted.ts'
import { noteLevelLeft } from './level-left.ts'
import { convene, noteMeeting, noteMeetingClosed } from './meetings.ts'
import { switchNews } from './news.ts'
import { have, snooze } from './nudging.ts'
import { outcome } from './outcome.ts'
import { askingForPanel } from './panel-question.ts'
import { heardOfCase } from './quiet/decide.ts'
import { raise } from './raise.ts'
import { closedAlready } from './refusals.ts'
import { keeping } from './retention.ts'
import { tellingLetIn } from './safeguarding/let-in.ts'
import { noteTold } from './safeguarding/route.ts'
import { noteTelling } from './telling.ts'
import { triage } from './triage.ts'
import { wake } from './wake.ts'

/** The whole rulebook of a case in one call: no clock, no I/O, no randomness. */
export function decideCase(
  kase: MaybeCase,
  intent: CaseIntent,
  context: Context,
): Decision<CaseEvent> {
  if (intent.type === 'raise') {
    if (kase.status !== 'none')
      return refuse('alreadyOpen', `${referenceOf(kase.id)} is already open.`)
    const may = permitted(askedToRaise(intent, context), context)
    if (!may.ok) return may
    return tellingLetIn(kase, lettingIn(kase, raise(intent, context), context), context)
  }
  if (kase.status === 'none')
    return refuse('notFound', `There is no case ${referenceOf(kase.id)}. Check the reference.`)
  if (kase.removed)
    return refuse(
      'closed',
      `${referenceOf(kase.id)} was removed under retention; nothing is kept of it.`,
    )
  const given = takenOver(kase, context)
  const decided = decideStanding(given.reduce(evolveCase, kase), intent, context)
  return decided.ok ? tellingLetIn(kase, accept(...given, ...decided.events), context) : decided
}

function decideStanding(
  kase: Case,
  intent: Exclude<CaseIntent, { type: 'raise' }>,
  context: Context,
): Decision<CaseEvent> {
  const refused = barred(kase, intent, context)
  if (refused) return refused
  if (kase.status === 'closed' && !AFTER_CLOSING.includes(intent.type)) return closedAlready(kase)
  const asked = askedOfCase(kase, intent, context)
  if ('ok' in asked) return asked
  const may = permitted(asked, context)
  if (!may.ok) return may
  const allowed = { ...context, acting: may.acting }
  if (intent.type === 'switchNews') return switchNews(kase, intent, context)
  if (intent.type === 'noteAction') return noteAction(kase, intent, context)
  if (intent.type === 'noteLevelLeft')
    return lettingIn(kase, noteLevelLeft(kase, intent, context), context)
  if (intent.type === 'noteProviderLevel') return noteProviderLevel(kase, intent, context)
  const decided =
    intent.type === 'noteTelling' || intent.type === 'noteTold'
      ? ofTellings(kase, intent, allowed)
      : decideOpen(kase, intent, allowed)
  const asking = askingForPanel(kase, decided, context)
  return lettingIn(kase, heardOfCase(kase, asking, context), context)
}

const AFTER_CLOSING: readonly CaseIntent['type'][] = [
  'wake',
  'note',
  'recordUpdated',
  'switchNews',
  'noteMeeting',
  'noteMeetingClosed',
  'noteRecordSealed',
  'noteLevelLeft',
  'noteProviderLevel',
  'noteGate',
  'noteAction',
  'noteTelling',
  'noteTold',
  'noteRefusal',
  'noteLate',
  'noteUndelivered',
  'noteDropped',
  'noteRoom',
  'makeConfidential',
  'giveAccess',
  'removeAccess',
  'refuseAccess',
  'askAccess',
  'noteEdited',
  'hold',
  'release',
  'remove',
]

function ofTellings(
  kase: Case,
  intent: CaseIntentOf<'noteTelling' | 'noteTold'>,
  context: Allowed,
): Decision<CaseEvent> {
  return intent.type === 'noteTold'
    ? noteTold(kase, intent, context)
    : noteTelling(kase, intent, context)
}

function decideOpen(
  kase: Case,
  intent: Exclude<
    CaseIntent,
    {
      type:
        | 'raise'
        | 'noteTelling'
        | 'noteTold'
        | 'switchNews'
        | 'noteAction'
        | 'noteLevelLeft'
        | 'noteProviderLevel'
    }
  >,
  context: Allowed,
): Decision<CaseEvent> {
  if (isOfIncident(intent)) return decideIncident(kase, intent, context)
  switch (intent.type) {
    case 'triage':
      return triage(kase, intent, context)
    case 'answer':
      return answer(kase, intent, context)
    case 'have':
      return have(kase, intent, context)
    case 'snooze':
      return snooze(kase, intent, context)
    case 'evidence':
      return evidence(kase, intent, context)
    case 'becomeIncident':
      return becomeIncident(kase, intent, context)
    case 'convene':
      return convene(kase, intent, context)
    case 'noteMeeting':
      return noteMeeting(kase, intent, context)
    case 'noteMeetingClosed':
      return noteMeetingClosed(kase, intent, context)
    case 'noteGate':
      return noteGate(kase, intent.gate, context)
    case 'noteRecordSealed':
      return noteRecordSealed(intent, context)
    case 'makeConfidential':
    case 'giveAccess':
    case 'removeAccess':
    case 'refuseAccess':
    case 'askAccess':
    case 'noteRoom':
      return decideAccess(kase, intent, context)
    case 'note':
      return note(intent, context)
    case 'panel':
      return panel(kase, intent, context)
    case 'close':
      return close(kase, intent, context)
    case 'hold':
    case 'release':
    case 'remove':
      return keeping(kase, intent, context)
    case 'wake':
      return wake(kase, intent.outage ?? null, context)
    case 'repair':
    case 'noteRefusal':
    case 'noteDropped':
    case 'noteEdited':
    case 'noteLate':
    case 'noteUndelivered':
      return outcome(kase, intent, context)
  }
}

function noteRecordSealed(
  { meeting, sealedBy: by }: CaseIntentOf<'noteRecordSealed'>,
  { now: at }: Context,
): Decision<CaseEvent> {
  return accept({ type: 'recordSealed', at, meeting, by })
}

function note({ by, text }: CaseIntentOf<'note'>, context: Context): Decision<CaseEvent> {
  if (text.trim() === '') return refuse('missing', 'Write what is to be noted after “note”.')
  return accept({
    type: 'noted',
    at: context.now,
    by: doerOf(context.directory, by),
    text: text.trim(),
  })
}
