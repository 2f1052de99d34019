import type { Case } from '../../core/case/case.ts'
import { promptTitle } from '../../core/case/compose-prompt.ts'
import { clockRule, owed, owersOf } from '../../core/case/rules.ts'
import { standing } from '../../core/case/words.ts'
import type { Context } from '../../core/kind.ts'
import type { Action } from '../../core/meeting/action/action.ts'
import { apartText, isApart } from '../../core/meeting/action/apart.ts'
import { waitsFor } from '../../core/meeting/action/owed.ts'
import { actionLine } from '../../core/meeting/action/words.ts'
import { disputesOf } from '../../core/meeting/decision/ballot.ts'
import type { Meeting } from '../../core/meeting/meeting.ts'
import { recordersOf } from '../../core/meeting/seats.ts'
import type { Part, Text } from '../../core/message/message.ts'
import type { Actor } from '../../core/people/actor.ts'
import { findPerson } from '../../core/people/find.ts'
import { rolesOf } from '../../core/people/posts.ts'
import { questionsOwed } from '../../core/provider/cycle/compose-question.ts'
import { isToExplain } from '../../core/provider/cycle/duty.ts'
import { owersOf as owersOfCycle } from '../../core/provider/cycles.ts'
import { dutyOf, dutyWords } from '../../core/provider/duty.ts'
import type { Provider } from '../../core/provider/provider.ts'
import { reviewsOwed } from '../../core/provider/review/waiting.ts'
import { untimedOwedBy } from '../../core/provider/untimed.ts'
import type { AnyRecord } from '../../core/record.ts'
import type { Instant } from '../../core/time/instant.ts'
import { showLocal } from '../../core/time/local.ts'
import { list } from '../read.ts'
import { type Ask, contextOf, isKnown } from './ask.ts'
import { listed, MOST, more, RAISE, type Said } from './lists.ts'
import { buttons, message } from './say.ts'

/** What this person owes, and the questions that wait for them, soonest first; last what has no day. */
export async function mine(ask: Ask): Promise<Said> {
  const { actor } = ask.heard
  if (!isKnown(actor))
    return {
      type: 'say',
      message: message(
        'You are not in the directory',
        'You may raise a concern or an incident. To see what you owe, ask an administrator to add you.',
        buttons(...RAISE),
      ),
    }
  const rows = await list(ask.app, { type: 'actor', actor }, { facets: { person: actor.person } })
  const dated = rows
    .flatMap(({ record }) =>
      waitingIn(record, actor.person, ask).map((one) => ({ ...one, record })),
    )
    .sort((one, other) => (one.at < other.at ? -1 : 1))
  const undated = await owedWithoutDay(ask, actor)
  const all = [...dated, ...undated]
  if (all.length === 0)
    return {
      type: 'say',
      message: message('You owe nothing now', 'Nothing waits for you.', buttons(...RAISE)),
    }
  return listed(
    ask,
    message(
      'What you owe, soonest first',
      ...listPart(dated),
      ...(undated.length > 0 ? ['No source gives a day for:', ...listPart(undated)] : []),
      ...more(dated.length),
      ...more(undated.length),
    ),
    all.map(({ record }) => record),
  )
}

function listPart(all: readonly { readonly text: Text }[]): Part[] {
  return all.length === 0
    ? []
    : [{ kind: 'list', items: all.slice(0, MOST).map(({ text }) => text) }]
}

/** What a level asks of this person by no day. */
async function owedWithoutDay(
  ask: Ask,
  actor: Extract<Actor, { type: 'person' }>,
): Promise<readonly { readonly text: Text; readonly record: AnyRecord }[]> {
  const { app } = ask
  const context = contextOf(ask, null)
  const found = findPerson(app.directory(), actor.person)
  const roles = found ? rolesOf(found.organisation, found.person.id).map(({ role }) => role) : []
  const rules = (context.policy.untimed ?? []).filter(({ owes }) => roles.includes(owes.role))
  const levels = new Set(rules.flatMap((rule) => rule.levels))
  const viewer = { type: 'actor', actor } as const
  const all: { readonly text: Text; readonly record: AnyRecord }[] = []
  for (const level of levels)
    for (const { record } of await list(app, viewer, { facets: { kind: 'provider', level } }))
      if (record.kind === 'provider')
        all.push(
          ...untimedOwedBy(record, actor.person, { ...context, viewer }).map((text) => ({
            text,
            record,
          })),
        )
  return all
}

/** A question waits since it was asked; a clock until it is due. */
interface Waiting {
  readonly at: Instant
  readonly text: Text
}

function waitingIn(record: AnyRecord, person: string, ask: Ask): Waiting[] {
  switch (record.kind) {
    case 'case':
      return record.status === 'open' ? owedBy(record, person, ask) : []
    case 'meeting':
      return owedToMeeting(record, person, contextOf(ask, record))
    case 'provider':
      return [
        ...owedForProvider(record, person, contextOf(ask, record)),
        ...reviewsOwed(record, person),
        ...questionsOwed(record, person, contextOf(ask, record).policy),
      ]
    case 'organisation':
    case 'drill':
      return []
  }
}

function owedBy(kase: Case, person: string, ask: Ask): Waiting[] {
  const { policy, directory, now } = contextOf(ask, kase)
  const composing = {
    policy,
    directory,
    now,
    viewer: { type: 'actor', actor: ask.heard.actor },
  } as const
  const about = (words: string): Text => [{ record: kase.id }, ` ${kase.provider.name}: ${words}`]
  const clocks = owed(kase).flatMap((run): Waiting[] => {
    const { dueAt, rule } = run
    if (dueAt === null || !owersOf(run).includes(person)) return []
    const words = `${rule} ${clockRule(policy, rule).label}, ${standing(run, { policy, now })}`
    return [{ at: dueAt, text: about(words) }]
  })
  const questions = kase.prompts
    .filter(({ state, asked }) => state === 'open' && asked.includes(person))
    .map((prompt): Waiting => {
      const urgent = prompt.urgent ? 'URGENT: ' : ''
      const asks = promptTitle(kase, prompt, composing).replace(/[^.?!]$/, '$&.')
      const words = `${urgent}${asks} Answer in the thread.`
      return { at: prompt.openedAt, text: about(words) }
    })
  return [...questions, ...clocks]
}

/** One line for what a meeting asks of somebody, and one while they owe its record. */
function owedToMeeting(meeting: Meeting, person: string, context: Context): Waiting[] {
  const { policy } = context
  const { id, label, provider, startsAt, calledAt, form } = meeting
  const about = (words: string): Text => [{ record: id }, ` ${label}, ${provider.name}: ${words}`]
  const open = meeting.prompts.filter(
    ({ state, asked }) => state === 'open' && asked.includes(person),
  )
  const asks = open.map((prompt) =>
    prompt.id === 'chair' ? 'whether you chair it' : 'whether you come',
  )
  const at = startsAt ?? calledAt
  const save = policy.forms.find((one) => one.id === form)?.submit ?? 'Record it'
  const when =
    startsAt === null
      ? `called ${showLocal(calledAt, policy.zone)} to start at once`
      : `it starts ${showLocal(startsAt, policy.zone)}`
  const disputes = disputesOf(meeting, person).map(({ n, dispute, ended }): Waiting => {
    const due = dispute?.dueAt ?? null
    const by = dispute?.overdueAt === undefined ? 'by' : 'OVERDUE since'
    const until = due === null ? '' : ` ${by} ${showLocal(due, policy.zone)}`
    const words = `decision ${n} is in dispute: record the outcome there${until}.`
    return { at: due ?? ended?.at ?? at, text: about(words) }
  })
  const since = open.map(({ openedAt }) => openedAt).sort()[0] ?? at
  return [
    ...actionsOwed(meeting, person, context),
    ...disputes,
    ...(asks.length > 0
      ? [
          {
            at: since,
            text: about(`say ${asks.sort().join(' and ')}, in your messages from Muster.`),
          },
        ]
      : []),
    ...(recordersOf(meeting).includes(person)
      ? [{ at, text: about(`not recorded yet; ${when}. When it is over, press “${save}…” there.`) }]
      : []),
  ]
}

/** Actions that somebody owes, and those that wait for their answer or sign-off. */
function actionsOwed(meeting: Meeting, person: string, context: Context): Waiting[] {
  const { id, actions = [] } = meeting
  const line = (action: Action) =>
    isApart(meeting, action, person)
      ? [`${action.n}. `, ...[apartText(action, context)].flat()]
      : [actionLine(action, context)].flat()
  return actions
    .filter((action) => waitsFor(action).includes(person))
    .map((action) => ({
      at: action.dueAt,
      text: [{ record: id }, ' Action ', ...line(action)],
    }))
}

/** A cycle is owed until the next round begins. */
function owedForProvider(provider: Provider, person: string, { policy, now }: Context): Waiting[] {
  const { name, slug, cycles } = provider
  return cycles.flatMap((cycle): Waiting[] => {
    const { dueAt, rule } = cycle
    if (dueAt === null || !owersOfCycle(cycle).includes(person)) return []
    const duty = dutyOf(provider, rule, policy)
    const cycleRule = policy.cycles.find(({ id }) => id === rule)
    const due = `${now > dueAt ? 'OVERDUE since' : 'due'} ${showLocal(dueAt, policy.zone)}`
    const missed =
      cycleRule && isToExplain(cycleRule, cycle, now) ? ' If it was not held, say there why.' : ''
    const todo =
      duty?.matter !== undefined && duty.matter !== null
        ? `Go on with “/muster file ${slug} ${duty.matter}”.`
        : duty?.evidence === null
          ? 'It ends with a decision on the level.'
          : `When it is done, record it on the provider’s card.${missed}`
    return [{ at: dueAt, text: `${name}: ${duty ? dutyWords(duty) : rule}, ${due}. ${todo}` }]
  })
}
