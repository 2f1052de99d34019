import type { Refused } from '../../core/decision.ts'
import { type FormReading, readForm } from '../../core/form/read.ts'
import type { Intent } from '../../core/intent.ts'
import { conveneFault } from '../../core/meeting/convening.ts'
import { shortText } from '../../core/meeting/level/short-text.ts'
import type { Answers, Ticket } from '../../core/message/form.ts'
import type { Part } from '../../core/message/message.ts'
import type { Directory } from '../../core/people/directory.ts'
import { phonesFor } from '../../core/people/phones.ts'
import type { AnyRecord } from '../../core/record.ts'
import { referenceOf } from '../../core/record-id.ts'
import { dueDate } from '../../core/time/due.ts'
import { showLocal } from '../../core/time/local.ts'
import type { Reply } from '../conversation.ts'
import { type Answer, handle, wasAccepted } from '../handle.ts'
import { refusedPrivately } from '../in-confidence.ts'
import { begun } from '../rehearsal/rehearse.ts'
import { askedForAccess } from './access.ts'
import type { Ask } from './ask.ts'
import { keyOf } from './code.ts'
import { isConvened } from './convened.ts'
import { digestSet } from './digest.ts'
import { intervalFault } from './duties.ts'
import { putOnFile } from './filing.ts'
import { codeShown, followUp } from './follow-up.ts'
import { type FormFound, formOf, isConfirmed, readingBy, showForm } from './forms.ts'
import type { HandedIn } from './handed-in.ts'
import { HOST_FORM, sharedWords } from './hosting.ts'
import { intentOf } from './intents.ts'
import { leadOn } from './level-decided.ts'
import { peopleCalled } from './preview.ts'
import { about, NOTHING, passing, say } from './say.ts'
import { afterRefusal, overtaken } from './seen.ts'
import { sourcesFor } from './sources.ts'
import { withUntriaged } from './untriaged.ts'

/** Checks a form, changes what it asks for, and says what became of it. Nothing half-made is left. */
export async function submitForm(ask: Ask, ticket: Ticket, answers: Answers): Promise<Reply> {
  const found = await formOf(ask, ticket)
  if ('type' in found) return found
  const { rule, record, context } = found
  const known = sourcesFor(record, { ...ticket.with, ...answers }, context, ask.heard.actor)
  const sources = await withUntriaged(ask, found, known)
  const read = readForm(rule, answers, sources, readingBy(context))
  if (!read.ok) return unread(ask, ticket, answers, found, read)
  if (ticket.form === 'when') return workedOut(read.values, found)
  if (ticket.form === 'followUp') return followedUp(ask, ticket, read)
  if (ticket.form === 'askAccess') {
    const { reference, reason } = read.values
    return askedForAccess(ask, String(reference), { text: String(reason), ...read })
  }
  if (ticket.form === 'convene') {
    const nobody = nobodyCalled(read.values, found)
    if (nobody)
      return showForm(ask, ticket, answers, { errors: { seats: nobody }, problem: nobody })
    const isSeen = isConfirmed(ticket, answers, found)
    const fault = isSeen ? undefined : cannotBeCalled(read.values, found)
    if (fault) return showForm(ask, ticket, answers, faultsOf(fault))
    if (!isSeen)
      return showForm(ask, { ...ticket, with: { ...ticket.with, confirm: 'yes' } }, answers)
  }

  const { actor: by, channel: via } = ask.heard
  const form: HandedIn = { by, via, values: read.values, ticket, record, context }
  const intent = intentOf(form)
  if ('ok' in intent) return showForm(ask, ticket, answers, faultsOf(intent))
  const confided = await shutInConfidence(ask, intent, record)
  if (confided) return showForm(ask, ticket, answers, faultsOf(confided))
  const key = keyOf(ticket.nonce)
  const answer = await handle(ask.app, {
    key,
    ...(ticket.record ? { to: ticket.record } : {}),
    intent,
    confirmed: read.confirmed,
  })
  if (!answer.ok) {
    const again = afterRefusal(answer.refusal, ticket, record, by, context)
    return showForm(ask, again, answers, faultsOf(answer))
  }
  return (
    putOnFile(ask, ticket, answer.record) ??
    digestSet(form, answer.record) ??
    leadOn(ask, ticket, answer.record) ??
    about(answer.record, done(ticket, answer.record, context))
  )
}

/**
 * It was handed in before, and its lists have moved on with that; or somebody else has changed what it is
 * about; or its author has to look at it again.
 */
async function unread(
  ask: Ask,
  ticket: Ticket,
  answers: Answers,
  { record, context }: FormFound,
  { errors, look, problem }: Extract<FormReading, { ok: false }>,
): Promise<Reply> {
  if (record && (await wasAccepted(ask.app, record.id, keyOf(ticket.nonce))))
    return putOnFile(ask, ticket, record) ?? about(record, done(ticket, record, context))
  const { actor: by } = ask.heard
  const changed = overtaken(ticket, answers, record, by, context)
  if (!changed) {
    const refused = intervalFault(ticket, answers, errors, record, context)?.refusal
    if (!refused) return showForm(ask, ticket, answers, { errors, problem })
    const faults = {
      errors: { ...errors, ...refused.fields },
      problem: `${problem} ${refused.message}`,
    }
    return showForm(ask, ticket, answers, faults)
  }
  const again = afterRefusal(changed.refusal, ticket, record, by, context)
  return showForm(ask, again, answers, { errors, problem: `${changed.refusal.message} ${look}` })
}

/** What only this person may know keeps them from a way between levels; nobody else sees anything of it. */
async function shutInConfidence(
  { app, heard }: Ask,
  intent: Intent,
  record: AnyRecord | null,
): Promise<Refused | undefined> {
  if (intent.type !== 'changeLevel' || record?.kind !== 'provider') return undefined
  return refusedPrivately(app, record, intent.transition, heard.actor)
}

function followedUp(
  ask: Ask,
  { nonce }: Ticket,
  { values: { code, text }, confirmed }: Extract<FormReading, { ok: true }>,
): Promise<Reply> {
  const adding = typeof text === 'string' ? { text, key: keyOf(nonce), confirmed } : null
  return followUp(ask, String(code), adding)
}

/** Said before it is shown who would be called. */
function cannotBeCalled(
  { meeting, startsAt }: HandedIn['values'],
  { record, context }: FormFound,
): Refused | undefined {
  const rule = context.policy.meetings.find(({ id }) => id === meeting)
  if (!rule || !isConvened(record)) return undefined
  const starts = typeof startsAt === 'string' ? startsAt : null
  return conveneFault(rule, starts, record, context)
}

function nobodyCalled(values: HandedIn['values'], { record, context }: FormFound): string | null {
  const { meeting, seats } = values
  if (!isConvened(record) || typeof meeting !== 'string' || !Array.isArray(seats)) return null
  if (peopleCalled(record, meeting, seats, context) > 0) return null
  return 'Nobody would be called. Tick at least one seat whose holder can be reached.'
}

function faultsOf({ refusal }: Extract<Answer, { ok: false }>) {
  return { problem: refusal.message, ...(refusal.fields ? { errors: refusal.fields } : {}) }
}

function done({ form, nonce }: Ticket, record: AnyRecord, context: FormFound['context']): Reply {
  const { directory } = context
  if (form === 'concern' || form === 'incident') return raised(record, nonce, directory)
  if (form === HOST_FORM && record.kind === 'case')
    return say(
      `Recorded as ${referenceOf(record.id)}`,
      ...inDanger(record, directory),
      sharedWords(record, { directory }),
    )
  if (record.kind === 'drill') return begun(record.id, record.script)
  const which = record.kind === 'provider' ? record.name : referenceOf(record.id)
  const short =
    record.kind === 'meeting' && form === record.form ? shortText(record, context) : null
  return say(`Recorded on ${which}`, short ?? DONE[form] ?? 'You see it in the thread.')
}

const DONE: Readonly<Record<string, string>> = {
  triage:
    'The recommendation stands in the thread, with its reasons. Accept it, or choose otherwise.',
  surveillance:
    'The decision stands in the provider’s thread, with its reason and rule. Whoever must know is told.',
  convene: 'The meeting is being called. Its messages show who answers.',
  access: 'It takes effect at once.',
  makeConfidential: 'Its messages are being replaced. Those on its list see it in a private room.',
  decide:
    'It stands in the meeting. Whoever speaks for an organisation that it affects votes there.',
  closeVote: 'What it came to stands in the meeting, and stays as it is.',
  conflict: 'The meeting is told. Whoever calls or chairs it can let them back in.',
  cadence: 'You are reminded accordingly, until the incident is closed.',
  lapse: 'It is owed no longer. The thread shows why.',
  share:
    'The quality team is told in private. The thread of the case shows who was reached, and when.',
  panelNotYet: 'The reason is kept. Call the panel whenever it is time: “Convene…” on the case.',
  leaveLevel: 'The reason is kept on this case alone. The provider’s level stays as it is.',
  stillOpen: 'The reason is kept. It is asked again once as long a time has gone by.',
  snooze: 'Only the reminders wait. The clock still runs.',
  bringIn: 'They are called now, and let into the room.',
  takeOut: 'They are taken out of the room, and told so.',
  action:
    'Whoever speaks for the organisation is asked in private. Their answer shows with the action; you are told if they decline.',
  actionAnswer: 'Whoever asked sees it. You are reminded before the day, on it and after.',
  actionDecline: 'Whoever asked is told why.',
  actionDone: 'Somebody else looks at it and signs it off.',
  actionNotEnough: 'Whoever owns it is told what is missing.',
  actionWithdraw: 'Whoever was asked is told.',
  apologies: 'Thank you. Whoever is next in line is called now.',
  deputy: 'Thank you. Your deputy is called now.',
  sealRecord: 'The record is sealed. Nobody can change it any more.',
  addendum: 'It stands beside the record, with your name and the time.',
  tell: 'Each is told in private. The provider’s thread shows who was reached, when, and who was not; of a case its own does too.',
  recordTold: 'It stands in the list beside the others, with your name and the time.',
  changeTime: 'Everybody who was called is told, and asked again. The roll shows who has answered.',
  callOff: 'Everybody who was called is told that it is off, and why. Another one can be called.',
  lookAgain: 'Nobody is asked before that day, unless something is recorded.',
  levelStands: 'It stands, with your reason, in the provider’s thread.',
  beginDuty: 'It stands in the provider’s thread, with the day on which the first is due.',
  stopDuty: 'Nobody is reminded of it any more. Why stands in the provider’s thread.',
  dutyInterval: 'The provider’s thread says when the next is due now.',
  dutyStays: 'It stands, with your reason, in the provider’s thread.',
  procedureStage: 'It stands in the provider’s thread, with your reason. No rating moves it.',
  dutyMissed: 'It is kept and counted. The provider’s thread says when the next is due.',
  standIn: 'The roll shows who stands in for the seat.',
  away: 'Whoever covers is told in their place, from the first moment to the last.',
  appoint: 'It holds from now on. “/muster people” shows who holds what.',
  addPerson: 'They can use Muster now, from an account with that address.',
  approveRules:
    'It stands in the history. New messages no longer say that nobody has approved the rules; older ones lose the line when they change. “/muster rules” shows until when it holds.',
  removePerson:
    'They see nothing and are told nothing any more. “/muster people” shows which roles are empty now.',
}

function inDanger(record: AnyRecord, directory: Directory): Part[] {
  if (record.kind !== 'case' || !record.danger) return []
  const text = `If anyone is still in danger, phone now. ${phonesFor(directory, record.provider)}`
  return [{ kind: 'alert', text }]
}

function raised(record: AnyRecord, nonce: string, directory: Directory): Reply {
  const danger = inDanger(record, directory)
  if (record.kind === 'case' && record.raiser.how === 'anonymous') {
    const [title, ...rest] = codeShown(record, nonce)
    return passing(say(title, ...danger, ...rest))
  }
  return say(
    `Recorded as ${referenceOf(record.id)}`,
    ...danger,
    'The quality lead has been asked to look at it. The confirmation and all news of it come to your personal messages.',
  )
}

/** The due-date calculator changes nothing. */
function workedOut(values: HandedIn['values'], { context }: FormFound): Reply {
  const { policy } = context
  const clock = policy.clocks.find(({ id }) => id === values.rule)
  const start = values.start
  if (!clock || typeof start !== 'string') return NOTHING
  const due = dueDate(clock.within, start, policy)
  const title = `${clock.id} ${clock.label}`
  if (!due) return say(title, 'This rule has no duration of its own.')
  return say(
    `${title}: due ${showLocal(due.due, policy.zone)}`,
    `Started ${showLocal(start, policy.zone)}. ${due.words}.`,
    ...(due.counted.length > 0 ? [`Counted: ${due.counted.join(', ')}.`] : []),
    ...(due.skipped.length > 0
      ? [`Not counted: ${due.skipped.map(({ date, why }) => `${date} (${why})`).join(', ')}.`]
      : []),
    { kind: 'rule', id: clock.id, citation: clock.citation },
  )
}
