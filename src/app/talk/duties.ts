import { answerWords } from '../../core/case/answers.ts'
import { type Refused, refuse } from '../../core/decision.ts'
import type { OptionSources } from '../../core/form/asked.ts'
import type { Intent } from '../../core/intent.ts'
import type { Context } from '../../core/kind.ts'
import type { Answers, Ticket } from '../../core/message/form.ts'
import type { Organisation } from '../../core/organisation/organisation.ts'
import { maySee } from '../../core/people/access.ts'
import type { Actor } from '../../core/people/actor.ts'
import { findOrganisation, findPerson } from '../../core/people/find.ts'
import { LEAD_PROVIDER, leadOfUnit } from '../../core/people/lead.ts'
import type { ProviderAsking } from '../../core/provider/asked.ts'
import { dutiesMessage } from '../../core/provider/cycle/compose-list.ts'
import { cycleName, dutiesToBegin } from '../../core/provider/cycle/duty.ts'
import {
  chosenInterval,
  everyWords,
  intervalSet,
  rangeWords,
} from '../../core/provider/cycle/interval.ts'
import { procedureOf, unsaidOf } from '../../core/provider/procedure/stage.ts'
import type { AnyRecord } from '../../core/record.ts'
import { providerId } from '../../core/record-id.ts'
import { Instant } from '../../core/time/instant.ts'
import type { Reply } from '../conversation.ts'
import { handle } from '../handle.ts'
import { type Ask, cannotSee, contextOf, isKnown, look, NOT_LISTED } from './ask.ts'
import { type HandedIn, seenIn, text } from './handed-in.ts'
import { refused } from './say.ts'

/** What the forms about recurring duties ask for. */
export const DUTY_FORMS: Readonly<Record<string, (form: HandedIn) => Intent | Refused>> = {
  feedback: (form) => completing(form, 'D16'),
  cycleDone: (form) => completing(form),
  boardReport: (form) => completing(form),
  meetingHeld: (form) => completing(form),
  beginDuty: (form) => {
    const amount = text(form, 'months') ?? text(form, 'days')
    return {
      kind: 'provider',
      type: 'beginDuty',
      by: form.by,
      cycle: text(form, 'duty') ?? '',
      startAt: text(form, 'from') ?? form.context.now,
      amount: amount === null ? null : Number(amount),
      ...seenIn(form),
    }
  },
  stopDuty: (form) => ({ ...ofCycle(form), type: 'stopDuty', ...seenIn(form) }),
  dutyStays: (form) => ({ ...ofCycle(form), type: 'leaveDuty' }),
  dutyMissed: (form) => ({
    ...ofCycle(form),
    type: 'explainMissed',
    ...roundOf(form),
    ...seenIn(form),
  }),
  procedureStage: (form) => ({
    kind: 'provider',
    type: 'decideStage',
    by: form.by,
    procedure: form.ticket.with?.procedure ?? '',
    stage: text(form, 'stage') ?? '',
    reason: text(form, 'reason') ?? '',
    ...seenIn(form),
  }),
  dutyInterval: (form) => {
    const unit = text(form, 'unit')
    return {
      ...ofCycle(form),
      type: 'chooseInterval',
      amount: Number(text(form, 'amount')),
      unit: unit === 'days' || unit === 'weeks' ? unit : 'months',
      ...seenIn(form),
    }
  },
}

function ofCycle(form: HandedIn) {
  const reason = text(form, 'reason') ?? ''
  return { kind: 'provider', by: form.by, cycle: cycleOf(form), reason } as const
}

/** Of one that is missed again: when it was due. */
function roundOf({ ticket }: HandedIn): { readonly round?: Instant } {
  const round = Instant.safeParse(ticket.with?.round)
  return round.success ? { round: round.data } : {}
}

function cycleOf({ ticket }: HandedIn, otherwise = ''): string {
  return ticket.with?.cycle ?? otherwise
}

function completing(form: HandedIn, otherwise?: string): Intent | Refused {
  const lateReason = text(form, 'late')
  const said = text(form, 'summary')
  if (said !== null && !/[\p{L}\p{N}]/u.test(said))
    return refuse('missing', 'Say in words what was told or done. Nothing was saved.', {
      summary: 'Say it in words.',
    })
  return {
    kind: 'provider',
    type: 'completeCycle',
    by: form.by,
    cycle: cycleOf(form, otherwise),
    doneAt: text(form, 'given') ?? form.context.now,
    summary: [toWhom(form), said].filter((one) => one !== null).join(': '),
    ...(lateReason === null ? {} : { lateReason }),
    ...seenIn(form),
  }
}

/** `The Quality Committee alone (it did not meet)`, in the words of the form. */
function toWhom(form: HandedIn): string | null {
  const to = text(form, 'to')
  if (to === null) return null
  const { context, ticket } = form
  const beside = [text(form, 'which'), text(form, 'whyNot')].filter((one) => one !== null)
  const words = answerWords([ticket.form], 'to', to, context)
  return beside.length === 0 ? words : `${words} (${beside.join('; ')})`
}

/** The reason of before, in the form that asks anew why a round was missed. */
export function roundHints(record: AnyRecord, { with: filled }: Ticket): Record<string, string> {
  if (record.kind !== 'provider' || filled?.round === undefined) return {}
  const asked = (record.questions ?? []).map(({ about }) => about)
  const round = asked.findLast(
    (one): one is Extract<typeof one, { ask: 'missedAgain' }> =>
      one.ask === 'missedAgain' && one.of === filled.cycle && one.wasDueAt === filled.round,
  )
  return round ? { reason: `Said first: “${round.reason}”` } : {}
}

/** Which intent each form is of; a form that begins a duty may be for any that can be begun. */
const ASKS = {
  feedback: 'completeCycle',
  cycleDone: 'completeCycle',
  boardReport: 'completeCycle',
  meetingHeld: 'completeCycle',
  stopDuty: 'stopDuty',
  dutyStays: 'leaveDuty',
  dutyMissed: 'explainMissed',
  dutyInterval: 'chooseInterval',
} as const

/** Who may fill in a form about a recurring duty is said before they do. */
export function dutyAsks(
  form: string,
  { cycle, duty, procedure }: Readonly<Record<string, string>>,
  by: Actor,
  { policy }: Context,
): ProviderAsking[] {
  if (form === 'beginDuty') {
    const asked = policy.cycles.filter(({ startsOn }) => startsOn.on === 'asked')
    const all = duty === undefined ? asked.map(({ id }) => id) : [duty]
    return all.map((one) => ({ type: 'beginDuty', by, cycle: one }))
  }
  if (form === 'procedureStage')
    return procedure === undefined ? [] : [{ type: 'decideStage', by, procedure }]
  if (!isDutyForm(form)) return []
  const about = cycle ?? (form === 'feedback' ? 'D16' : undefined)
  return about === undefined ? [] : [{ type: ASKS[form], by, cycle: about }]
}

function isDutyForm(form: string): form is keyof typeof ASKS {
  return Object.hasOwn(ASKS, form)
}

const INTERVALS = ['months', 'days', 'amount']

/** What interval is accepted the duty says, with its rule: the form knows only that it is a number. */
export function intervalFault(
  { form, with: filled = {} }: Ticket,
  { duty = filled.duty }: Answers,
  errors: Readonly<Record<string, string>>,
  record: AnyRecord | null,
  { policy }: Context,
): Refused | undefined {
  const field = INTERVALS.find((id) => errors[id] !== undefined)
  const cycle = form === 'beginDuty' ? duty : form === 'dutyInterval' ? filled.cycle : undefined
  const rule = policy.cycles.find(({ id }) => id === cycle)
  if (field === undefined || !rule || record?.kind !== 'provider') return undefined
  const none = { amount: Number.NaN, unit: 'months' } as const
  const fault = chosenInterval(rule, intervalSet(record, rule, policy), none, field)
  return 'ok' in fault ? fault : undefined
}

/** What may be begun for a provider, and the stages of the procedure that is decided on. */
export function dutyOptions(
  record: AnyRecord | null,
  { procedure }: Answers,
  { policy }: Context,
): OptionSources {
  if (record?.kind !== 'provider') return {}
  const stages = procedureOf(policy, String(procedure))?.stages ?? []
  const duties = dutiesToBegin(record, policy).map((rule) => {
    const { id, every, chosen } = rule
    const description = chosen ? rangeWords(chosen) : every ? everyWords(every) : ''
    return { value: id, label: cycleName(rule), description }
  })
  const procedureStages = stages.map(({ id, label, text: description }) => {
    return { value: id, label, ...(description === undefined ? {} : { description }) }
  })
  return { duties, procedureStages }
}

/** Under the stages of a procedure: that the rules do not say what they ask for. */
export function stageHints({ procedure }: Answers, { policy }: Context): Record<string, string> {
  const rule = procedureOf(policy, String(procedure))
  const unsaid = rule
    ? unsaidOf(
        rule,
        rule.stages.map(({ id }) => id),
      )
    : null
  return unsaid === null ? {} : { stage: unsaid }
}

/** The recurring duties of a provider or of a Lead Provider itself; without a name, of one’s own. */
async function duties(ask: Ask, words: string): Promise<Reply> {
  const { actor } = ask.heard
  if (!isKnown(actor)) return refused(NOT_LISTED)
  const directory = ask.app.directory()
  const slug = words.trim().toLowerCase()
  const organisation =
    slug === ''
      ? findPerson(directory, actor.person)?.organisation
      : findOrganisation(directory, slug)
  if (!organisation || (slug === '' && !hasDuties(organisation))) return NAME_IT
  await listLeadProvider(ask, organisation)
  const id = providerId(organisation.slug)
  const provider = await look(ask, id)
  if (provider?.kind !== 'provider') return refused(cannotSee(ask, id))
  const { policy, now } = contextOf(ask, provider)
  const viewer = { type: 'actor', actor } as const
  return { type: 'say', message: dutiesMessage(provider, { policy, directory, viewer, now }) }
}

/** Stands among the words after `/muster`. */
export const DUTY_COMMANDS = {
  duties: {
    about: 'the recurring duties of a provider or a Lead Provider: begin, change and stop them',
    run: duties,
  },
}

const NAME_IT = refused({
  message:
    'Name the provider, or the Lead Provider, by its short name, as the directory has it: “/muster duties …”.',
})

function hasDuties(organisation: Organisation): boolean {
  return leadOfUnit(organisation) !== null || organisation.type === LEAD_PROVIDER
}

/** A Lead Provider has a record of its own from when somebody who may see it looks for its duties. */
export async function listLeadProvider(
  { app, heard: { actor } }: Ask,
  { slug, name, type }: Organisation,
): Promise<void> {
  if (type !== LEAD_PROVIDER) return
  const guarded = { provider: { slug, leadProvider: slug }, places: [] }
  if (!maySee({ type: 'actor', actor }, guarded, app.directory())) return
  await handle(app, {
    key: `register:${slug}:${name}`,
    to: providerId(slug),
    intent: { kind: 'provider', type: 'register', slug, leadProvider: slug, name },
  })
}
