import { CaseIntent } from '../case/intent.ts'
import { DrillIntent } from '../drill/intent.ts'
import { MeetingIntent } from '../meeting/intent.ts'
import { OrganisationIntent } from '../organisation/intent.ts'
import type { GrantWord, PermissionRule } from '../policy/permission.ts'
import { ProviderIntent } from '../provider/intent.ts'

type Kind = PermissionRule['kind']

/** Everything that can be asked of each kind of record: the table of permissions has a row for each. */
export const INTENTS: Readonly<Record<Kind, readonly string[]>> = {
  case: namesOf(CaseIntent.options),
  meeting: namesOf(MeetingIntent.options),
  provider: namesOf(ProviderIntent.options),
  organisation: namesOf(OrganisationIntent.options),
  drill: namesOf(DrillIntent.options),
}

function namesOf(
  options: readonly { readonly shape: { readonly type: { readonly value: string } } }[],
): readonly string[] {
  return options.map(({ shape }) => shape.type.value)
}

/** Of the record of a meeting, while it is a draft. */
const DRAFTED = ['meeting.correct', 'meeting.seal']
/** What whoever calls or chairs a meeting sees to in it. */
const PRESIDED = [
  'meeting.declareConflict',
  'meeting.returnFromConflict',
  'meeting.proposeDecision',
  'meeting.closeVote',
  'meeting.withdrawVote',
  'meeting.nameResolver',
]

/** Where a word names somebody: elsewhere it would name nobody. */
const MEANINGS: Readonly<Partial<Record<GrantWord, readonly string[]>>> = {
  asked: [
    ...['case.answer', 'case.triage', 'provider.decideStage'],
    ...['provider.confirmLevel', 'provider.lookAgain'],
  ],
  clock: ['case.have', 'case.snooze', 'case.evidence', 'case.lapse', 'case.setCadence'],
  filer: ['provider.file'],
  cycle: [
    'provider.rate',
    'provider.completeCycle',
    'provider.beginDuty',
    'provider.stopDuty',
    'provider.chooseInterval',
    'provider.leaveDuty',
    'provider.explainMissed',
  ],
  caller: [
    'case.convene',
    'provider.convene',
    'provider.tell',
    'provider.recordTold',
    'meeting.call',
    'meeting.record',
    'meeting.changeTime',
    'meeting.callOff',
    'meeting.standIn',
    'meeting.addendum',
    'meeting.signOffAction',
    'meeting.withdrawAction',
    'meeting.bringIn',
    'meeting.takeOut',
    ...PRESIDED,
  ],
  called: [
    'meeting.answer',
    'meeting.declareConflict',
    'meeting.vote',
    'meeting.disputeDecision',
    'meeting.resolveDispute',
  ],
  chair: [
    'meeting.answer',
    'meeting.record',
    'meeting.changeTime',
    'meeting.callOff',
    'meeting.standIn',
    ...DRAFTED,
    'meeting.addendum',
    'meeting.signOffAction',
    'meeting.withdrawAction',
    'meeting.bringIn',
    'meeting.takeOut',
    'meeting.resolveDispute',
    ...PRESIDED,
  ],
  recorder: DRAFTED,
  attendees: ['meeting.askAction'],
  addressed: ['meeting.answerAction', 'meeting.takeAction', 'meeting.completeAction'],
  asker: ['meeting.withdrawAction'],
  transition: ['provider.changeLevel'],
  meeting: ['provider.changeLevel'],
  themselves: ['organisation.setLeave', 'organisation.orderDigest', 'meeting.standIn'],
  raiser: ['case.note', 'case.switchNews'],
  sharer: ['case.raise'],
  listed: ['drill.start'],
  colleagues: ['drill.act', 'drill.move', 'drill.end'],
  accessList: ['case.giveAccess', 'case.removeAccess', 'case.refuseAccess'],
}

/** Records that open with what is asked are seen by nobody yet. */
const OPENING = ['case.raise', 'meeting.call', 'drill.start']

export function isMeant(word: GrantWord, kind: Kind, intent: string): boolean {
  if (word === 'readers') return !OPENING.includes(`${kind}.${intent}`)
  if (word === 'head') return kind === 'organisation'
  return MEANINGS[word]?.includes(`${kind}.${intent}`) ?? true
}
