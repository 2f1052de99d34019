import type { ProviderIntentOf } from '../../../src/core/provider/intent.ts'
import type { Provider } from '../../../src/core/provider/provider.ts'
import { providerId, RecordId } from '../../../src/core/record-id.ts'
import { type Instant, plusMinutes } from '../../../src/core/time/instant.ts'
import { policyOf } from '../../fixtures/context.ts'
import { lifeOf } from '../../fixtures/life.ts'
import { scoresOf } from '../../fixtures/risk-rating.ts'

export const person = (id: string) => ({ type: 'person', person: id }) as const

export const register: ProviderIntentOf<'register'> = {
  kind: 'provider',
  type: 'register',
  slug: 'willow',
  leadProvider: 'harbour',
  name: 'Willow House',
}

export const wake = { kind: 'provider', type: 'wake' } as const

export function listedProvider(pack = 'provider-collaborative') {
  const life = lifeOf<Provider>(
    { kind: 'provider', status: 'none', id: providerId('willow') },
    { policy: policyOf(pack), channels: ['web'] },
  )
  life.ask('2027-01-01T09:00:00Z', register)
  return numberingMatters(life)
}

/** Steps are asked for of the first, the second … matter that was opened, whatever its number. */
function numberingMatters(life: ReturnType<typeof lifeOf<Provider>>) {
  const ask: typeof life.ask = (now, intent, change) => {
    const isNext = intent.kind === 'provider' && intent.type === 'file' && intent.matter !== null
    const asked = isNext ? { ...intent, matter: numberOf(life, intent.matter ?? 1) } : intent
    return life.ask(now, asked, change)
  }
  return { ...life, ask }
}

/** The number of the first, the second … matter that was opened. */
export function numberOf({ record }: { record(): Provider }, which = 1): number {
  return record().matters?.[which - 1]?.n ?? which
}

export function change(
  transition: string,
  rest: Partial<ProviderIntentOf<'changeLevel'>> = {},
): ProviderIntentOf<'changeLevel'> {
  return {
    kind: 'provider',
    type: 'changeLevel',
    by: person('quinn'),
    transition,
    reason: 'Safeguarding referrals have doubled.',
    evidence: 'Referral figures, 7 May.',
    because: null,
    ...rest,
  }
}

export function done(
  cycle: string,
  doneAt: string,
  rest: Partial<ProviderIntentOf<'completeCycle'>> = {},
): ProviderIntentOf<'completeCycle'> {
  return {
    kind: 'provider',
    type: 'completeCycle',
    by: person('quinn'),
    cycle,
    doneAt,
    summary: 'Discussed and agreed.',
    ...rest,
  }
}

/** The local day and time of a cycle's due date, through the record. */
export function cycleOf(provider: Provider, rule: string) {
  const cycle = provider.cycles.find((one) => one.rule === rule)
  if (!cycle) throw new Error(`There is no cycle ${rule}`)
  return cycle
}

/** What the record of a meeting decides on where a test says nothing else. */
const DECIDES: Readonly<Record<string, string>> = { M6: 'G5', M9: 'G8', M10: 'G8', M2: 'G9' }

/** A meeting about it was called, and was held and recorded at that time. */
export function recorded(
  life: ReturnType<typeof listedProvider>,
  rule: string,
  at: Instant,
  letters = '7k2m9q4x',
  said: Partial<ProviderIntentOf<'noteOwnMeetingClosed'>> = {},
) {
  const meeting = RecordId.parse(`meeting-${letters}`)
  life.ask(at, { kind: 'provider', type: 'noteOwnMeeting', meeting, rule, label: rule })
  const finding = { heldAt: at, leadsTo: DECIDES[rule] ?? null, ...said }
  const by = person('quinn')
  life.ask(at, { kind: 'provider', type: 'noteOwnMeetingClosed', meeting, by, ...finding })
}

type Filing = ProviderIntentOf<'file'>

/** A step of a matter, put on file by somebody. */
export function filing(
  who: string,
  step: string,
  matter: number | null,
  answers: Filing['answers'] = {},
): Filing {
  const [rule = ''] = step.split('.')
  return {
    kind: 'provider',
    type: 'file',
    by: person(who),
    rule,
    step,
    matter,
    seen: null,
    answers,
  }
}

/** An action of its improvement plan that was done, signed off and has lasted. */
export function planLasted(life: ReturnType<typeof listedProvider>, at: Instant, matter = 1) {
  const dueOn = '2027-12-31T23:59:59Z'
  const signedAt = plusMinutes(at, -24 * 60)
  life.ask(signedAt, filing('wanda', 'plan.action', null, { action: 'New fittings', dueOn }))
  life.ask(signedAt, filing('ivan', 'plan.evidence', matter, { evidence: 'Photographs' }))
  life.ask(signedAt, filing('quinn', 'plan.signed', matter, { sustainedOn: at }))
  life.ask(at, filing('quinn', 'plan.sustained', matter, { shown: 'Seen again' }))
  recorded(life, 'M6', at, `plan000${matter}`, { leadsTo: 'G12' })
}

/** Scores of the five domains, all alike. */
export function scores(consequence: string, likelihood: string): Filing['answers'] {
  const domains = ['safety', 'effectiveness', 'experience', 'wellLed', 'resources']
  return Object.fromEntries(
    domains.flatMap((domain) => [
      [`${domain}Consequence`, consequence],
      [`${domain}Likelihood`, likelihood],
      [`${domain}Why`, 'As seen on visits.'],
    ]),
  )
}

/** Its quality risk profile, from the draft to the surveillance group that it was reported to. */
export function profiled(
  life: ReturnType<typeof listedProvider>,
  at: Instant,
  assurance: 'gained' | 'notGained' = 'gained',
  reportedAt = at,
) {
  const n = (life.record().matters ?? []).length + 1
  const steps: readonly (readonly [string, Filing['answers']])[] = [
    ['begun', { why: 'Concerns persist.', grounds: 'persistent', ...scores('4', '4') }],
    ['contributed', { stakeholder: 'cqc', view: 'It gets better.' }],
    ['contributed', { stakeholder: 'localAuthority', view: 'So it does.' }],
    ['moderated', { ...scores('3', '2'), agreedBy: 'All of them', groupOn: at }],
    ['shared', { words: 'This is what we agreed.' }],
    ['reported', { heldAt: at, assurance, reason: 'Seen in every domain.' }],
  ]
  for (const [step, answers] of steps) {
    const matter = step === 'begun' ? null : n
    const filedAt = step === 'reported' ? reportedAt : at
    life.ask(filedAt, filing('quinn', `profile.${step}`, matter, answers))
  }
}

/** Rates its nursing home by these seven rows. */
export function rate(scores: readonly number[]): ProviderIntentOf<'rate'> {
  const given = { instrument: 'prr', ratings: scoresOf(scores), note: null, ratedAt: null } as const
  return { kind: 'provider', type: 'rate', by: person('quinn'), ...given }
}
