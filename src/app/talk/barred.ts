import { askedOfCase, type CaseAsking } from '../../core/case/asked.ts'
import type { Refused } from '../../core/decision.ts'
import type { Context } from '../../core/kind.ts'
import { askedOfMeeting, type MeetingAsking } from '../../core/meeting/asked.ts'
import type { CalledFrom } from '../../core/meeting/convening.ts'
import type { Meeting } from '../../core/meeting/meeting.ts'
import type { Ticket } from '../../core/message/form.ts'
import { askedOfOrganisation, type OrganisationAsking } from '../../core/organisation/asked.ts'
import type { Actor } from '../../core/people/actor.ts'
import type { Asked } from '../../core/permission/asked.ts'
import { permitted } from '../../core/permission/permitted.ts'
import type { Policy } from '../../core/policy/policy.ts'
import { askedOfProvider, type ProviderAsking } from '../../core/provider/asked.ts'
import type { AnyRecord } from '../../core/record.ts'
import { isRecordForm, meetingsAbout } from './convened.ts'
import { decidingAsks, outOf } from './deciding.ts'
import { digestAsks } from './digest.ts'
import { dutyAsks } from './duties.ts'
import { filingAsks, isFiling } from './filing.ts'
import { levelAsked } from './handed-in.ts'
import { barredFromSharing } from './hosting.ts'
import { incidentAsks, SHARED } from './incident-forms.ts'
import { minutesAsks } from './minutes.ts'

/** Nobody fills a form in to be refused at the end: the same table that decides says so before. */
export function barredFrom(
  { form, with: filled = {} }: Ticket,
  record: AnyRecord | null,
  by: Actor,
  context: Context,
): Refused | null {
  if (!record) return barredFromSharing(form, by, context)
  const out =
    record.kind === 'meeting' &&
    outOf(record, asksOfMeeting(record, form, filled, by, context), context)
  if (out) return out
  const refusals = asksOf(form, filled, record, by, context).map((asked) =>
    // What is not there is told when the form is handed in.
    'ok' in asked ? ({ ok: true } as const) : permitted(asked, context),
  )
  const [first] = refusals
  if (!first || refusals.some(({ ok }) => ok)) return null
  return first.ok ? null : first
}

type Filled = Readonly<Record<string, string>>

/** What a form may ask: of several things, whichever is chosen in it. Nothing where that is known only at the end. */
function asksOf(
  form: string,
  filled: Filled,
  record: AnyRecord,
  by: Actor,
  context: Context,
): readonly (Asked | Refused)[] {
  switch (record.kind) {
    case 'case':
      return caseAsks(form, filled, by, context).map((one) => askedOfCase(record, one, context))
    case 'meeting':
      return asksOfMeeting(record, form, filled, by, context).map((one) =>
        askedOfMeeting(record, one, context),
      )
    case 'provider':
      return providerAsks(form, filled, by, context).map((one) =>
        askedOfProvider(record, one, context),
      )
    case 'organisation':
      return organisationAsks(form, filled, by).map((one) => askedOfOrganisation(record, one))
    // A form inside a rehearsal is for a record that is inside it.
    case 'drill':
      return []
  }
}

function asksOfMeeting(
  meeting: Meeting,
  form: string,
  filled: Filled,
  by: Actor,
  context: Context,
): MeetingAsking[] {
  return [
    ...meetingAsks(form, filled, by, context.policy),
    ...decidingAsks(meeting, form, filled, by, context),
  ]
}

function caseAsks(
  form: string,
  filled: Filled,
  by: Actor,
  { policy }: Context,
): readonly CaseAsking[] {
  const { clock = '', meeting } = filled
  const own = incidentAsks(form, clock, by)
  if (own) return own
  switch (form) {
    case 'triage':
    case 'becomeIncident':
    case 'panel':
    case 'note':
    case 'makeConfidential':
      return [{ type: form, by }]
    case 'access':
      return [{ type: 'giveAccess', by }]
    case 'closeConcern':
      return [{ type: 'close', by }]
    case 'otherwise':
    case 'levelOtherwise':
      return [{ type: 'answer', by, prompt: 'level' }]
    case 'notUrgent':
      return [{ type: 'answer', by, prompt: 'urgent' }]
    case 'leaveLevel':
      return [{ type: 'answer', by, prompt: levelAsked(filled) }]
    case 'stillOpen':
      return [{ type: 'answer', by, prompt: 'quiet' }]
    case 'lateReason':
      return [{ type: 'answer', by, prompt: `lateReason-${clock}` }]
    case 'notified':
    case 'sitrep':
    case 'report72':
    case 'safeguardingFollowUp':
      return clock === '' ? [] : [{ type: 'evidence', by, clock }]
    case 'snooze':
      return clock === '' ? [] : [{ type: 'snooze', by, clock }]
    case 'convene':
      return conveneAsks('case', meeting, by, policy)
    // Not a union of ours: a pack may have forms that are for something else.
    default:
      return []
  }
}

/** Any of those that could be chosen, where none is named yet. */
function conveneAsks(from: CalledFrom, meeting: string | undefined, by: Actor, policy: Policy) {
  const all = meetingsAbout(from, policy).map(({ id }) => id)
  return (meeting === undefined ? all : [meeting]).map(
    (one) => ({ type: 'convene', by, meeting: one }) as const,
  )
}

function meetingAsks(form: string, filled: Filled, by: Actor, policy: Policy): MeetingAsking[] {
  const { prompt = '', action } = filled
  const about = { by, action: Number(action) }
  if (isRecordForm(form, policy)) return minutesAsks(form, { closes: true, filled, by })
  switch (form) {
    case 'action':
      return [{ type: 'askAction', by }]
    case 'bringIn':
    case 'takeOut':
      return [{ type: form, by }]
    case 'actionAnswer':
    case 'actionDecline':
      return [{ type: 'answerAction', ...about }]
    case 'actionDone':
      return [{ type: 'completeAction', ...about }]
    case 'actionNotEnough':
      return [{ type: 'signOffAction', ...about }]
    case 'actionWithdraw':
      return [{ type: 'withdrawAction', ...about }]
    case 'sealRecord':
    case 'addendum':
      return minutesAsks(form, { closes: false, filled, by })
    case 'apologies':
    case 'deputy':
      return [{ type: 'answer', by, prompt }]
    case 'standIn':
      return [{ type: 'standIn', by, person: by.type === 'person' ? by.person : '' }]
    case 'note':
    case 'changeTime':
    case 'callOff':
      return [{ type: form, by }]
    // Not a union of ours: a pack may have forms that are for something else.
    default:
      return []
  }
}

export function providerAsks(
  form: string,
  filled: Filled,
  by: Actor,
  context: Context,
): ProviderAsking[] {
  const { policy } = context
  if (isFiling({ form, with: filled }, policy)) return filingAsks(filled, by)
  switch (form) {
    case 'prr':
      return [{ type: 'rate', by, instrument: 'prr' }]
    case 'surveillance':
      return policy.transitions
        .filter(({ opens }) => !opens)
        .map(({ id }) => ({ type: 'changeLevel', by, transition: id, because: null }))
    case 'note':
      return [{ type: 'note', by }]
    case 'lookAgain':
      return [{ type: 'lookAgain', by }]
    case 'levelStands':
      return [{ type: 'confirmLevel', by }]
    case 'convene':
      return conveneAsks('provider', filled.meeting, by, policy)
    case 'recordTold':
      return [{ type: 'recordTold', by, telling: Number(filled.telling ?? 0) }]
    case 'share':
      return [{ type: 'tell', by, telling: SHARED }]
    case 'tell':
      return (policy.tellings ?? [])
        .filter(({ when }) => when === 'asked')
        .map(({ id }) => ({ type: 'tell', by, telling: id }))
    // Not a union of ours: a pack may have forms that are for something else.
    default:
      return dutyAsks(form, filled, by, context)
  }
}

function organisationAsks(form: string, { person }: Filled, by: Actor): OrganisationAsking[] {
  switch (form) {
    case 'away': {
      const whom = person ?? (by.type === 'person' ? by.person : '')
      return [{ type: 'setLeave', by, person: whom }]
    }
    case 'digest':
      return digestAsks(by)
    case 'appoint':
    case 'addPerson':
    case 'removePerson':
    case 'approveRules':
      return [{ type: form, by }]
    // Not a union of ours: a pack may have forms that are for something else.
    default:
      return []
  }
}
