import type { Composing } from '../kind.ts'
import { calledState } from '../meeting/convening.ts'
import type { Button, Message, Part, Text } from '../message/message.ts'
import { orHost } from '../people/lead.ts'
import { actingFor, organisationFor } from '../people/posts.ts'
import { whoseWords } from '../policy/citation.ts'
import { supersededWords } from '../policy/standing-of-rule.ts'
import { referenceOf } from '../record-id.ts'
import { countsOf } from '../telling/state.ts'
import { unlistedBefore } from '../time/calendar.ts'
import { listBegins } from '../time/due-words.ts'
import { localDay } from '../time/local.ts'
import { answerFacts, answerWords } from './answers.ts'
import type { Case } from './case.ts'
import type { ClockRun } from './clock-run.ts'
import { accessFacts } from './compose-confidential.ts'
import {
  cadenceButtons,
  closedPart,
  incidentFacts,
  shareButtons,
  timesOf,
} from './compose-incident.ts'
import { lateAlerts } from './compose-late.ts'
import { hostParts, sharedFacts } from './host/compose.ts'
import { levelFacts } from './level/words.ts'
import { clockRule, owed, providerOf } from './rules.ts'
import { routeFacts } from './safeguarding/compose.ts'
import { tellingsOf } from './telling.ts'
import { doerText, ended, howCounted, postLabel, shown, standing } from './words.ts'

const MOST_BUTTONS = 6

/** The forms whose further questions are a case’s own. */
const RAISED = ['concern', 'incident', 'becomeIncident', 'hostIntelligence']

/** The one message that stands for a case: what it is, where it stands, who owes what by when. */
export function composeRoot(kase: Case, composing: Composing): Message {
  return {
    title: titleOf(kase),
    parts: [
      ...alerts(kase),
      ...lateAlerts(kase, composing),
      { kind: 'quote', text: kase.what },
      { kind: 'facts', facts: facts(kase, composing) },
      ...clocks(kase, composing),
      ...hostParts(kase, composing),
      ...(kase.status === 'open'
        ? buttonsPart(buttons(kase, composing))
        : closedPart(kase, composing)),
    ],
  }
}

/** How each kind of case is called. */
export const TYPES = {
  concern: 'Concern',
  incident: 'Serious incident',
  intelligence: 'Intelligence',
} as const satisfies Record<Case['type'], string>

function buttonsPart(buttons: readonly Button[]): Part[] {
  return buttons.length === 0 ? [] : [{ kind: 'buttons', buttons }]
}

export function titleOf(kase: Case): string {
  const type = TYPES[kase.type]
  const state = `${kase.confidential ? ' · CONFIDENTIAL' : ''}${kase.status === 'closed' ? ' · CLOSED' : ''}`
  return `${referenceOf(kase.id)} · ${type} · ${kase.provider.name}${state}`
}

function alerts(kase: Case): Part[] {
  if (!kase.danger || kase.status === 'closed') return []
  return [
    {
      kind: 'alert',
      text: 'Someone was in immediate danger when this was raised. Phone first; do not wait for Muster.',
    },
  ]
}

function facts(kase: Case, composing: Composing): (readonly [string, Text])[] {
  const { where, occurredAt, identifiedAt, done, triage, hold, closed } = kase
  return [
    ...(where ? [['Where', where] as const] : []),
    ...(occurredAt ? [['Occurred', shown(occurredAt, composing)] as const] : []),
    ...(identifiedAt ? [['Identified', shown(identifiedAt, composing)] as const] : []),
    ...sharedFacts(kase, composing),
    ...accessFacts(kase),
    ['Raised', [`${shown(kase.raisedAt, composing)} by `, ...raiserText(kase, composing)]],
    ...(done ? [['Done so far', done] as const] : []),
    ...safeguardingFact(kase, composing),
    ...answerFacts(RAISED, kase.answers, composing),
    ...riskFact(triage),
    ...levelFacts(kase, composing),
    ...oversight(kase, composing),
    ...kase.meetings.map(
      (called) =>
        [
          'Meeting',
          `${called.label} ${referenceOf(called.meeting)}: ${calledState(called)}${called.closedAt ? ` ${shown(called.closedAt, composing)}` : ''}`,
        ] as const,
    ),
    ...tellingsOf(kase).map((telling) => [`Told (${telling.rule})`, countsOf(telling)] as const),
    ...incidentFacts(kase, composing),
    ...(hold
      ? [
          [
            'Legal hold',
            [`since ${shown(hold.at, composing)} by `, ...doerText(hold.by, composing)],
          ] as const,
        ]
      : []),
    ...(closed
      ? [
          [
            'Closed',
            [
              `${shown(closed.at, composing)} by `,
              ...doerText(closed.by, composing),
              `${ENDED[closed.how]}: ${closed.reason}`,
            ],
          ] as const,
        ]
      : []),
  ]
}

/** What the panel made of it; a concern is closed with a reason alone. */
const ENDED = {
  reason: '',
  downgrade: ', downgraded by the incident panel: not a serious incident',
  delete: ', deleted by the incident panel',
  close: ', closed by the incident panel',
} as const satisfies Record<NonNullable<Case['closed']>['how'], string>

function riskFact(triage: Case['triage']): (readonly [string, Text])[] {
  if (!triage) return []
  const { score, band, consequence, likelihood } = triage
  const words = `${score} of 25 (${band}): consequence ${consequence} × likelihood ${likelihood}`
  return [['Risk', words]]
}

function safeguardingFact(kase: Case, composing: Composing): (readonly [string, Text])[] {
  const { safeguarding } = kase
  const words = answerWords(RAISED, 'safeguarding', safeguarding, composing)
  return [...(safeguarding === '' ? [] : [['Safeguarding', words] as const]), ...routeFacts(kase)]
}

/** In confidence, the name is shown to one post only, and never where several people look. */
function raiserText(kase: Case, composing: Composing) {
  const { how, doer } = kase.raiser
  if (how === 'anonymous') return ['someone anonymous; their name is not kept']
  const { policy, directory, viewer, now } = composing
  const post = orHost(policy.prompting.confidence, kase.provider, policy)
  const known =
    how === 'named' ||
    (viewer.type === 'actor' &&
      viewer.actor.type === 'person' &&
      actingFor(directory, providerOf(kase), post, now).includes(viewer.actor.person))
  if (known) return [...doerText(doer, composing), ...(how === 'named' ? [] : [' (in confidence)'])]
  return [`someone in confidence (name known to: ${postLabel(kase, post, composing)})`]
}

/** S07: the team of the region where the service is keeps oversight; it is told as well. */
function oversight(kase: Case, { directory, policy }: Composing): (readonly [string, Text])[] {
  const lead = organisationFor(directory, providerOf(kase), 'lead-quality-team')
  const service = organisationFor(directory, providerOf(kase), 'service-quality-team')
  if (!service || service.slug === lead?.slug) return []
  const notified = kase.clocks.find(
    ({ rule }) => clockRule(policy, rule).to.of === 'lead-quality-team',
  )
  const metBy = notified
    ? ` ${notified.rule} is met when ${lead?.name ?? 'the Lead Provider’s team'} is notified; tell both.`
    : ''
  return [['Oversight', `${service.name}, where the service is.${metBy}`]]
}

function clocks(kase: Case, composing: Composing): Part[] {
  if (kase.clocks.length === 0) return []
  const facts = kase.clocks.map((run): readonly [string, Text] => {
    const { id, label } = clockRule(composing.policy, run.rule)
    return [`${id} ${label}`, clockText(kase, run, composing)]
  })
  return [
    { kind: 'text', text: 'Clocks: what is owed, and by whom' },
    { kind: 'facts', facts },
    { kind: 'text', text: rulesOf(kase, composing) },
  ]
}

/** `Rules: D1, D2, D3 – N&Q 2021, Lead Provider duty 4 (policy); D3a – Muster, clocks (our choice)`. */
function rulesOf(kase: Case, { policy }: Composing): string {
  const bySource = new Map<string, string[]>()
  const superseded = new Map<string, string[]>()
  for (const { rule } of kase.clocks) {
    const { citation } = clockRule(policy, rule)
    const { document, section } = citation
    gather(bySource, `${document}, ${section} (${whoseWords(citation)})`, rule)
    const words = supersededWords(citation)
    if (words !== null) gather(superseded, words, rule)
  }
  const all = [...bySource].map(([source, rules]) => `${rules.join(', ')} – ${source}`)
  const old = [...superseded].map(([words, rules]) => ` ${rules.join(', ')}: ${words}.`)
  return `Rules: ${all.join('; ')}.${old.join('')}`
}

function gather(lists: Map<string, string[]>, name: string, one: string): void {
  lists.set(name, [...(lists.get(name) ?? []), one])
}

function clockText(kase: Case, run: ClockRun, composing: Composing): Text {
  const rule = clockRule(composing.policy, run.rule)
  const over = run.state === 'met' || run.state === 'cancelled'
  return [
    `${standing(run, composing)}.`,
    ...(run.haver === null || over ? [] : [' ', { person: run.haver }, ' has it.']),
    ...(run.reference === null ? [] : [` Reference ${run.reference}.`]),
    ...timesOf(run, composing),
    ...(over
      ? []
      : [
          ` Owed by ${postLabel(kase, rule.owes, composing)}, to ${postLabel(kase, rule.to, composing)}.`,
          ...(run.dueAt === null ? [] : [` Counted: ${howCounted(run)}.`]),
        ]),
    ...(run.lateReason === null ? [] : [` Why late: ${ended(run.lateReason)}`]),
    ...(run.provisional && !over ? [` Provisional: ${unlistedWords(run, composing)}.`] : []),
    ...informationOf(run),
  ]
}

function unlistedWords({ startAt, dueAt }: ClockRun, { policy }: Composing): string {
  const from = unlistedBefore(localDay(dueAt ?? startAt, policy.zone), policy)
  return from === null ? 'the bank holidays of that year are not published yet' : listBegins(from)
}

/** Other ways of counting are shown where they matter: a clock that was overdue when it began. */
function informationOf(run: ClockRun): string[] {
  if (!run.overdueOnEntry || run.state === 'met' || run.state === 'cancelled') return []
  return run.information.map(({ label, words }) => {
    const due = words.slice(0, words.indexOf(': '))
    return ` For information only, ${label}: ${due}.`
  })
}

function buttons(kase: Case, composing: Composing): Button[] {
  const { policy } = composing
  const record = kase.id
  const evidence = owed(kase).flatMap(({ rule }): Button[] => {
    const { evidence: asked, label } = clockRule(policy, rule)
    if (asked.form !== undefined && policy.meetings.some(({ record: form }) => form === asked.form))
      return []
    const form = asked.form ?? 'notified'
    return [
      { label: `${rule} ${label}…`, press: { do: 'open', form, record, with: { clock: rule } } },
    ]
  })
  const ending = kase.type === 'incident' ? 'panel' : 'closeConcern'
  return [
    ...[...evidence, ...cadenceButtons(kase, composing)].slice(0, MOST_BUTTONS - 3),
    { label: 'Convene…', press: { do: 'open', form: 'convene', record } },
    ...(kase.type !== 'incident'
      ? [
          {
            label: 'It is a serious incident…',
            press: { do: 'open', form: 'becomeIncident', record },
          } as const,
        ]
      : []),
    ...shareButtons(kase, composing),
    ...(kase.confidential
      ? [{ label: 'Who sees it…', press: { do: 'open', form: 'access', record } } as const]
      : []),
    { label: 'Close…', press: { do: 'open', form: ending, record } },
  ]
}
