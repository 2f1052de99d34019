import { createHash, randomUUID } from 'node:crypto'
import { closedAlready } from '../../core/case/refusals.ts'
import { postLabel } from '../../core/case/words.ts'
import { prefilledFaults } from '../../core/form/read.ts'
import { viewForm } from '../../core/form/view.ts'
import { guardingOf } from '../../core/guard/intent.ts'
import type { Context } from '../../core/kind.ts'
import { outOfHoursHint } from '../../core/meeting/team/out-of-hours.ts'
import type { Answers, FormView, Ticket } from '../../core/message/form.ts'
import type { Organisation } from '../../core/organisation/organisation.ts'
import type { Actor } from '../../core/people/actor.ts'
import type { Directory, ProviderRef } from '../../core/people/directory.ts'
import { findOrganisation, findPerson, nameOf } from '../../core/people/find.ts'
import { leadOfUnit, orHost } from '../../core/people/lead.ts'
import { phonesFor } from '../../core/people/phones.ts'
import { actingFor } from '../../core/people/posts.ts'
import type { FormRule } from '../../core/policy/form.ts'
import { type AnyRecord, policyHashOf } from '../../core/record.ts'
import { localDay, localTime } from '../../core/time/local.ts'
import { notApproved } from '../approval.ts'
import type { Reply } from '../conversation.ts'
import { accessHints, visibleTo } from './access-hints.ts'
import { type Ask, cannotSee, contextOf, look } from './ask.ts'
import { attendanceStarts } from './attendance.ts'
import { barredFrom } from './barred.ts'
import { isConvened } from './convened.ts'
import { roundHints, stageHints } from './duties.ts'
import { withOpenOnFile } from './filing.ts'
import { HOST_FORM, hostingStarts } from './hosting.ts'
import { recordedAnswers } from './minutes.ts'
import { previewWords, usualSeats } from './preview.ts'
import { about as aboutRecord, refused } from './say.ts'
import { openedOn } from './seen.ts'
import { sourcesFor } from './sources.ts'
import { secretNow } from './told-secret.ts'
import { withUntriaged } from './untriaged.ts'
import { withOtherWays, withOwnWays } from './ways.ts'

/** Nobody fills these in for a closed case to be refused at the end. */
const OF_OPEN_CASES = [
  'triage',
  'otherwise',
  'levelOtherwise',
  'notUrgent',
  'convene',
  'panel',
  'closeConcern',
  'becomeIncident',
]

/** Opens a form for a person; `with` fills fields that they may change. */
export async function openForm(
  ask: Ask,
  form: string,
  record: Ticket['record'],
  filled: Readonly<Record<string, string>> = {},
): Promise<Reply> {
  const about = record && OF_OPEN_CASES.includes(form) ? await look(ask, record) : undefined
  if (about?.kind === 'case' && about.status === 'closed')
    return aboutRecord(about, refused(closedAlready(about).refusal))
  const ticket: Ticket = { form, nonce: randomUUID(), ...(record ? { record } : {}), with: filled }
  const found = await formOf(ask, ticket)
  if ('type' in found) return found
  const { rule, record: opened, context } = found
  // What somebody wrote elsewhere is looked at before they fill in the rest.
  const errors = prefilledFaults(rule, filled, readingBy(context))
  return showForm(ask, openedOn(ticket, opened, ask.heard.actor, context), {}, { errors })
}

/** What a form is read by, as it is today. */
export function readingBy(context: Context) {
  return { zone: context.policy.zone, now: context.now, guarding: guardingOf(context) }
}

/** The form as it stands with these answers, and with what was wrong with them. */
export async function showForm(
  ask: Ask,
  ticket: Ticket,
  answers: Answers,
  faults: { errors?: Readonly<Record<string, string>>; problem?: string } = {},
): Promise<Reply> {
  const found = await formOf(ask, ticket)
  if ('type' in found) return found
  const { rule, record, context } = found
  const stands = recordedAnswers(ticket, rule, record, context.policy.zone)
  const begun = hostingStarts(ticket.form, record, ask.heard.actor, context)
  const there = attendanceStarts(rule, record, context)
  const starts = { ...starting(ask, rule, context), ...begun, ...there, ...stands }
  const known = { ...starts, ...ticket.with, ...answers }
  const seated = withSeats(ticket, known, record, context)
  const { actor } = ask.heard
  const sources = sourcesFor(record, seated.answers, context, actor)
  const view = viewForm(
    rule,
    { ...seated, hints: hints(ask, seated, record, context), ...faults },
    withOwnWays(await withUntriaged(ask, found, sources), ticket.form, record, actor, context),
    context.policy.zone,
  )
  const listed = withOpenOnFile(view, ticket, record, context, actor)
  const withWays = withOtherWays(listed, record, actor, context)
  const form = confirmed(withWays, seated, record, context)
  return { type: 'form', form: withRules(form, ask, record) }
}

/** A form about a record says, as its messages do, that nobody has approved the rules that it goes by. */
function withRules(view: FormView, { app }: Ask, record: AnyRecord | null): FormView {
  if (!record || record.kind === 'organisation') return view
  const text = notApproved(app, policyHashOf(record))
  return text === null ? view : { ...view, heading: [...view.heading, text] }
}

interface Filling {
  readonly ticket: Ticket
  readonly answers: Answers
}

/** Once a meeting is chosen, its seats are ticked, all but those that are merely offered. */
function withSeats(
  ticket: Ticket,
  answers: Answers,
  record: AnyRecord | null,
  context: Context,
): Filling {
  const { meeting } = answers
  if (ticket.form !== 'convene' || typeof meeting !== 'string' || !isConvened(record))
    return { ticket, answers }
  if (ticket.with?.seatsOf === meeting) return { ticket, answers }
  const seats = usualSeats(record, meeting, context)
  return {
    ticket: { ...ticket, with: { ...ticket.with, seatsOf: meeting } },
    answers: { ...answers, seats },
  }
}

export interface FormFound {
  readonly rule: FormRule
  readonly record: AnyRecord | null
  readonly context: Context
}

/** The rule of a form, and the record that it is for, if this person may see that. */
export async function formOf(ask: Ask, ticket: Ticket): Promise<FormFound | Reply> {
  const record = ticket.record ? await look(ask, ticket.record) : null
  if (record === undefined) return refused(cannotSee(ask, ticket.record ?? ''))
  const secret = await secretNow(ask, ticket)
  if (secret) return secret
  const context = contextOf(ask, record)
  const rule = context.policy.forms.find(({ id }) => id === ticket.form)
  const barred = barredFrom(ticket, record, ask.heard.actor, context)
  if (barred) return record ? aboutRecord(record, refused(barred.refusal)) : refused(barred.refusal)
  if (!rule)
    return refused({
      message: 'That form is not part of the rules in force here. Start again from /muster help.',
    })
  return { rule, record, context }
}

/** What is known already: the time now, and the provider that somebody works for. */
function starting({ heard }: Ask, rule: FormRule, { directory, now, policy }: Context): Answers {
  const wall = `${localDay(now, policy.zone)} ${localTime(now, policy.zone).slice(0, 5)}`
  const home = homeOf(heard.actor, directory)
  const starts: Answers = {}
  for (const field of rule.fields) {
    if (field.kind === 'moment' && NOW_FIRST.includes(field.id)) starts[field.id] = wall
    if (field.id === 'provider' && home && leadOfUnit(home) !== null) starts[field.id] = home.slug
  }
  return starts
}

/** Moments that are most often just now. */
const NOW_FIRST = ['identified', 'at', 'sent', 'shared', 'heldAt', 'given']

/** Whom to phone now, under the question whether anyone is in danger. */
function hints(
  { heard }: Ask,
  { ticket, answers }: Filling,
  record: AnyRecord | null,
  context: Context,
): Record<string, string> {
  if (record?.kind === 'provider')
    return { ...stageHints(answers, context), ...roundHints(record, ticket) }
  if (record?.kind === 'meeting') return outOfHoursHint(record, context)
  if (record) return accessHints(record, answers, context)
  const { directory } = context
  const chosen =
    typeof answers.provider === 'string' ? findOrganisation(directory, answers.provider) : undefined
  const provider = chosen ?? homeOf(heard.actor, directory)
  const phones = phonesFor(directory, provider ? providerRefOf(provider) : null)
  return {
    dangerNow: `${phones} Then send this form.`,
    // Of somebody anonymous it is not known where they work.
    visible: visibleTo(
      {
        type: ticket.form === HOST_FORM ? 'intelligence' : null,
        provider: aboutOf(answers.how === 'anonymous' ? chosen : provider, context),
      },
      answers,
      personOf(heard.actor),
      context,
    ),
    howConfidence: `${confidant(provider, context)} Others read “in confidence”.`,
  }
}

function personOf(actor: Actor): string | null {
  return actor.type === 'person' ? actor.person : null
}

/** For a provider that is not listed, or not chosen yet, the Lead Provider’s people. */
function aboutOf(provider: Organisation | undefined, { directory }: Context): ProviderRef {
  const lead = directory.organisations.find(({ type }) => type === 'lead-provider')
  const home = provider ?? lead
  return home ? providerRefOf(home) : { slug: null, leadProvider: '' }
}

/** The one post that may learn the name of somebody who raises in confidence, and who that is now. */
function confidant(provider: Organisation | undefined, context: Context): string {
  const { policy, directory, now } = context
  const about = aboutOf(provider, context)
  const post = orHost(policy.prompting.confidence, about, policy)
  const label = postLabel({ provider: about }, post, context)
  const people = actingFor(directory, about, post, now).map((one) => nameOf(directory, one))
  const who = people.length === 0 ? 'nobody now' : `now ${people.join(', ')}`
  return `It is the ${label}: ${who}.`
}

function providerRefOf(organisation: Organisation): ProviderRef {
  const { slug } = organisation
  const leadProvider = leadOfUnit(organisation)
  return leadProvider === null ? { slug: null, leadProvider: slug } : { slug, leadProvider }
}

function homeOf(actor: Actor, directory: Directory): Organisation | undefined {
  return actor.type === 'person' ? findPerson(directory, actor.person)?.organisation : undefined
}

/** Calling a meeting takes two steps: the second shows who would be called. */
function confirmed(
  view: FormView,
  { ticket, answers }: Filling,
  record: AnyRecord | null,
  context: Context,
): FormView {
  if (ticket.form !== 'convene' || !ticket.with?.confirm) return view
  const heading = previewOf(answers, record, context)
  if (!heading) return view
  return {
    ...view,
    ticket: { ...ticket, with: { ...ticket.with, confirm: digestOf(heading) } },
    title: 'Call them now?',
    heading,
    submit: 'Call them now',
  }
}

/** Whether the form that was handed in showed exactly these people, so that they may be called. */
export function isConfirmed(
  { with: filled }: Ticket,
  answers: Answers,
  { record, context }: FormFound,
): boolean {
  const preview = previewOf(answers, record, context)
  return preview !== null && filled?.confirm === digestOf(preview)
}

function previewOf({ meeting, seats }: Answers, record: AnyRecord | null, context: Context) {
  if (!isConvened(record) || typeof meeting !== 'string') return null
  return previewWords(record, meeting, Array.isArray(seats) ? seats : null, context)
}

function digestOf(words: readonly string[]): string {
  return createHash('sha256').update(words.join('\n')).digest('base64url').slice(0, 12)
}
