import { type Refused, refuse } from '../../core/decision.ts'
import type { Intent } from '../../core/intent.ts'
import { linesOf, papersOf } from '../../core/meeting/brief/papers.ts'
import { ACTION_FORMS } from './action-forms.ts'
import { APPROVING } from './approving.ts'
import { isRecordForm } from './convened.ts'
import { DECIDING } from './deciding.ts'
import { DIGESTS } from './digest.ts'
import { DUTY_FORMS } from './duties.ts'
import { filing, isFiling } from './filing.ts'
import { type HandedIn, levelAsked, many, person, rest, seenIn, text } from './handed-in.ts'
import { HOSTING, marksOf } from './hosting.ts'
import { INCIDENT_FORMS } from './incident-forms.ts'
import { OF_MINUTES, recording } from './minutes.ts'
import { newPerson } from './new-person.ts'
import { PROVIDER_FORMS } from './provider-forms.ts'
import { raising } from './raising.ts'

type Making = (form: HandedIn) => Intent | Refused

/** What each form asks for. A form of a pack that is not here is not offered by anything. */
const INTENTS: Readonly<Record<string, Making>> = {
  ...DECIDING,
  ...HOSTING,
  ...APPROVING,
  ...DIGESTS,
  ...INCIDENT_FORMS,
  concern: (form) => raising(form, 'concern'),
  incident: (form) => raising(form, 'incident'),
  becomeIncident: (form) => ({
    kind: 'case',
    type: 'becomeIncident',
    by: form.by,
    reason: text(form, 'reason') ?? '',
    occurredAt: text(form, 'occurred') ?? form.context.now,
    identifiedAt: text(form, 'identified') ?? form.context.now,
    safeguarding: text(form, 'safeguarding') ?? '',
    answers: rest(form, ['reason', 'occurred', 'identified', 'safeguarding']),
  }),
  triage: (form) => ({
    kind: 'case',
    type: 'triage',
    by: form.by,
    triggers: marksOf(form, 'triggers'),
    consequence: Number(text(form, 'consequence')),
    likelihood: Number(text(form, 'likelihood')),
    urgent: text(form, 'urgent') === 'yes',
    safeguardingRoute: text(form, 'safeguardingRoute') === 'yes',
  }),
  otherwise: (form) => answering(form, 'level', text(form, 'level') ?? '', text(form, 'reason')),
  levelOtherwise: (form) =>
    answering(form, 'level', form.ticket.with?.level ?? '', text(form, 'reason')),
  leaveLevel: (form) => answering(form, levelAsked(form.ticket.with), 'no', text(form, 'reason')),
  stillOpen: (form) => answering(form, 'quiet', 'open', text(form, 'reason')),
  notUrgent: (form) => answering(form, 'urgent', 'no', text(form, 'reason')),
  lateReason: (form) =>
    answering(form, `lateReason-${form.ticket.with?.clock ?? ''}`, 'reason', text(form, 'reason')),
  notified: (form) => evidence(form, form.ticket.with?.clock ?? '', 'at'),
  sitrep: (form) => evidence(form, form.ticket.with?.clock ?? 'D2', 'sent'),
  report72: (form) => evidence(form, form.ticket.with?.clock ?? 'D3', 'shared'),
  safeguardingFollowUp: (form) => evidence(form, form.ticket.with?.clock ?? '', 'at'),
  snooze: (form) => ({
    kind: 'case',
    type: 'snooze',
    by: form.by,
    clock: form.ticket.with?.clock ?? null,
    minutes: Number(form.values.hours) * 60,
    reason: text(form, 'reason') ?? '',
  }),
  convene: (form) => ({
    kind: form.record?.kind === 'provider' ? 'provider' : 'case',
    type: 'convene',
    by: form.by,
    via: form.via,
    meeting: text(form, 'meeting') ?? '',
    seats: many(form, 'seats'),
    startsAt: text(form, 'startsAt'),
    why: text(form, 'why') ?? '',
    urgent: text(form, 'urgent') === 'yes',
    ...papersOf({ agenda: linesOf(text(form, 'agenda')), papers: linesOf(text(form, 'papers')) }),
  }),
  ...OF_MINUTES,
  ...ACTION_FORMS,
  ...PROVIDER_FORMS,
  apologies: (form) =>
    answering(form, form.ticket.with?.prompt ?? '', 'apologies', text(form, 'reason')),
  standIn: (form) => ({
    kind: 'meeting',
    type: 'standIn',
    by: form.by,
    seat: text(form, 'seat') ?? '',
    person: text(form, 'person') ?? '',
    ...seenIn(form),
  }),
  changeTime: (form) => ({
    kind: 'meeting',
    type: 'changeTime',
    by: form.by,
    startsAt: text(form, 'startsAt') ?? form.context.now,
    reason: text(form, 'reason') ?? '',
    ...seenIn(form),
  }),
  callOff: (form) => ({
    kind: 'meeting',
    type: 'callOff',
    by: form.by,
    reason: text(form, 'reason') ?? '',
    ...seenIn(form),
  }),
  deputy: (form) => answering(form, form.ticket.with?.prompt ?? '', 'deputy', null),
  bringIn: (form) => ({
    kind: 'meeting',
    type: 'bringIn',
    by: form.by,
    person: text(form, 'person') ?? '',
    why: text(form, 'why') ?? '',
  }),
  takeOut: (form) => ({
    kind: 'meeting',
    type: 'takeOut',
    by: form.by,
    person: text(form, 'person') ?? '',
    reason: text(form, 'reason') ?? '',
  }),
  panel: (form) => {
    const decision = text(form, 'decision')
    if (decision !== 'downgrade' && decision !== 'delete' && decision !== 'close')
      return refuse('missing', 'Choose what the panel decided.', { decision: 'Choose one.' })
    return {
      kind: 'case',
      type: 'panel',
      by: form.by,
      decision,
      heldAt: text(form, 'heldAt') ?? form.context.now,
      chair: text(form, 'chair') ?? '',
      qualityManagerPresent: text(form, 'qmPresent') === 'yes',
      reason: text(form, 'reason') ?? '',
      answers: rest(form, ['decision', 'heldAt', 'chair', 'qmPresent', 'reason']),
    }
  },
  closeConcern: (form) => ({
    kind: 'case',
    type: 'close',
    by: form.by,
    outcome: text(form, 'outcome') ?? '',
    reason: text(form, 'reason') ?? '',
  }),
  note: (form) => {
    const kind = form.record?.kind
    if (kind !== 'case' && kind !== 'meeting' && kind !== 'provider')
      return refuse('unknown', 'A note needs a case, a meeting or a provider.')
    return { kind, type: 'note', by: form.by, text: text(form, 'text') ?? '' }
  },
  makeConfidential: (form) => ({
    kind: 'case',
    type: 'makeConfidential',
    by: form.by,
    reason: text(form, 'reason') ?? '',
  }),
  access: (form) => {
    const { type, field } = ACCESS[text(form, 'action') ?? ''] ?? ACCESS_GIVEN
    const [person, reason] = [text(form, field) ?? '', text(form, 'reason') ?? '']
    return { kind: 'case', type, by: form.by, person, reason }
  },
  ...DUTY_FORMS,
  away: (form) => ({
    kind: 'organisation',
    type: 'setLeave',
    by: form.by,
    person: text(form, 'person') ?? '',
    from: text(form, 'from') ?? form.context.now,
    until: text(form, 'until') ?? form.context.now,
    cover: person(form, 'cover'),
  }),
  appoint: (form) => ({
    kind: 'organisation',
    type: 'appoint',
    by: form.by,
    role: text(form, 'role') ?? '',
    holder: person(form, 'holder'),
    deputy: person(form, 'deputy'),
    onCall: person(form, 'onCall'),
  }),
  addPerson: (form) => {
    const person = newPerson(
      { name: text(form, 'name'), title: text(form, 'title'), email: text(form, 'email') },
      form.context.directory,
    )
    return 'ok' in person
      ? person
      : { kind: 'organisation', type: 'addPerson', by: form.by, person }
  },
  removePerson: (form) => ({
    kind: 'organisation',
    type: 'removePerson',
    by: form.by,
    person: text(form, 'person') ?? '',
    reason: text(form, 'reason') ?? '',
  }),
  rehearse: (form) => {
    const script = form.context.policy.rehearsals?.find(({ id }) => id === text(form, 'script'))
    if (!script) return refuse('missing', 'Choose what to rehearse.', { script: 'Choose one.' })
    const { by, via: channel } = form
    return { kind: 'drill', type: 'start', by, script, channel, people: many(form, 'people') }
  },
}

const ACCESS_GIVEN = { type: 'giveAccess', field: 'give' } as const
/** What may be done to an access list, and the field that says to whom. */
const ACCESS: Readonly<
  Record<string, { type: 'giveAccess' | 'removeAccess' | 'refuseAccess'; field: string }>
> = {
  give: ACCESS_GIVEN,
  take: { type: 'removeAccess', field: 'take' },
  refuse: { type: 'refuseAccess', field: 'asker' },
}

export function intentOf(form: HandedIn): Intent | Refused {
  const making = closesMeeting(form) ? recording : (onFile(form) ?? INTENTS[form.ticket.form])
  return making
    ? making(form)
    : refuse('unknown', 'Nothing is done with that form in this version.')
}

/** Whichever form the rules name for a step of a matter. */
function onFile({ record, ticket, context }: HandedIn): Making | undefined {
  return record?.kind === 'provider' && isFiling(ticket, context.policy) ? filing : undefined
}

/** Whichever form the rules name for the record of some meeting; whether it is this one’s the meeting says. */
function closesMeeting({ record, ticket, context }: HandedIn): boolean {
  return record?.kind === 'meeting' && isRecordForm(ticket.form, context.policy)
}

/** Answers a prompt of a case or a meeting: the same words, whichever it is. */
function answering(form: HandedIn, prompt: string, answer: string, reason: string | null): Intent {
  const shared = { type: 'answer', by: form.by, prompt, answer, revision: null, reason } as const
  if (form.record?.kind === 'meeting')
    return { kind: 'meeting', ...shared, person: text(form, 'person') }
  return { kind: 'case', ...shared }
}

function evidence(form: HandedIn, clock: string, moment: string): Intent {
  return {
    kind: 'case',
    type: 'evidence',
    by: form.by,
    clock,
    doneAt: text(form, moment),
    reference: text(form, 'reference'),
    form: form.ticket.form,
    answers: rest(form, [moment, 'reference']),
  }
}
