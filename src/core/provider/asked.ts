import { type Refused, refuse } from '../decision.ts'
import type { Context } from '../kind.ts'
import { ruleToConvene } from '../meeting/convening.ts'
import { orHost } from '../people/lead.ts'
import { type Asked, type Meant, MUSTER } from '../permission/asked.ts'
import type { Policy } from '../policy/policy.ts'
import type { Post } from '../policy/post.ts'
import { type RecordId, recordKind } from '../record-id.ts'
import { isLeadProvider } from './cycle/duty.ts'
import type { CycleIntent } from './cycle/intent.ts'
import { guardedInFull, guardedProvider } from './guarded.ts'
import type { ProviderIntent, ProviderIntentOf } from './intent.ts'
import { askedToFile, filersIn } from './matter/asked.ts'
import { procedureOf } from './procedure/stage.ts'
import type { Provider } from './provider.ts'
import { decidersOf } from './taken-back/placement.ts'
import { recordersOf, ruleToTell, tellersOf } from './telling.ts'
import { waysFrom } from './ways.ts'

/** What of an intent decides who may ask it. */
export type ProviderAsking =
  | Pick<ProviderIntentOf<'changeLevel'>, 'type' | 'by' | 'transition' | 'because'>
  | Pick<ProviderIntentOf<'rate'>, 'type' | 'by' | 'instrument'>
  | Pick<ProviderIntentOf<'completeCycle' | CycleIntent['type']>, 'type' | 'by' | 'cycle'>
  | Pick<ProviderIntentOf<'decideStage'>, 'type' | 'by' | 'procedure'>
  | Pick<ProviderIntentOf<'note' | 'confirmLevel' | 'lookAgain'>, 'type' | 'by'>
  | Pick<ProviderIntentOf<'convene'>, 'type' | 'by' | 'meeting'>
  | Pick<ProviderIntentOf<'noteOwnMeetingClosed'>, 'type'>
  | (Pick<ProviderIntentOf<'file'>, 'type' | 'by' | 'rule' | 'step'> &
      Partial<Pick<ProviderIntentOf<'file'>, 'matter'>>)
  | Pick<ProviderIntentOf<'tell'>, 'type' | 'by' | 'telling'>
  | Pick<ProviderIntentOf<'recordTold'>, 'type' | 'by' | 'telling'>
  | Pick<ProviderIntentOf<'noteEdited'>, 'type'>
  | Pick<Exclude<ProviderIntent, { by: unknown } | { type: 'register' }>, 'type'>

/** What an intent asks of a provider, for the table of permissions; refused where it asks for what is not there. */
export function askedOfProvider(
  provider: Provider,
  intent: ProviderAsking,
  context: Pick<Context, 'policy' | 'directory' | 'now' | 'from'>,
): Asked | Refused {
  const { policy, from } = context
  switch (intent.type) {
    case 'changeLevel':
      if (isLeadProvider(provider)) return ofItself(provider)
      return deciding(provider, intent, policy, from)
    case 'rate':
      return rating(provider, intent, policy)
    case 'file':
      return filing(provider, intent, policy)
    case 'decideStage':
      return ofProcedure(provider, intent, policy)
    case 'beginDuty':
    case 'stopDuty':
    case 'chooseInterval':
    case 'leaveDuty':
    case 'explainMissed':
    case 'completeCycle':
      return ofCycle(provider, intent, policy)
    case 'lookAgain':
    case 'confirmLevel':
      return ofTriage(provider, intent, policy)
    case 'note':
      return asked(provider, intent)
    case 'convene': {
      const rule = ruleToConvene(intent.meeting, 'provider', { policy })
      if ('ok' in rule) return rule
      const about = `the ${rule.label.toLowerCase()}`
      return { ...askedOfOwer(provider, intent), about, meant: { caller: { posts: rule.mayCall } } }
    }
    case 'tell':
      return toTell(provider, intent, context)
    case 'recordTold':
      return toRecordTold(provider, intent, context)
    case 'noteTold':
    case 'noteRecordChanged':
    case 'noteOwnMeeting':
    case 'noteOwnMeetingClosed':
    case 'noteGate':
    case 'wake':
    case 'repair':
    case 'noteRefusal':
    case 'noteLate':
    case 'noteUndelivered':
    case 'noteDropped':
    case 'noteEdited':
    case 'noteConfidential':
    case 'noteRemoval':
    case 'noteAction':
    case 'noteSigns':
    case 'noteMeeting':
      return asked(provider, { type: intent.type, by: MUSTER })
  }
}

function toTell(
  provider: Provider,
  intent: Extract<ProviderAsking, { type: 'tell' }>,
  context: Pick<Context, 'policy' | 'directory' | 'now'>,
): Asked | Refused {
  const rule = ruleToTell(intent.telling, context)
  if ('ok' in rule) return rule
  const about = `these people told (${rule.label})`
  const posts = tellersOf(provider, rule, context)
  return { ...asked(provider, intent), about, meant: { caller: { posts } } }
}

function toRecordTold(
  provider: Provider,
  intent: Extract<ProviderAsking, { type: 'recordTold' }>,
  context: Pick<Context, 'policy' | 'directory' | 'now'>,
): Asked {
  const telling = provider.tellings?.find(({ n }) => n === intent.telling)
  const rule = context.policy.tellings?.find(({ id }) => id === telling?.rule)
  const posts = recordersOf(provider, rule, context)
  return { ...asked(provider, intent), meant: { caller: { posts } } }
}

function asked(provider: Provider, { type, by }: Pick<Asked, 'by'> & { type: string }): Asked {
  const { kind } = provider
  return { kind, intent: type, by, provider, guarded: () => guardedInFull(provider) }
}

/** Asked of whoever owes a round, who may see nothing else of it. */
function askedOfOwer(provider: Provider, intent: Parameters<typeof asked>[1]): Asked {
  return { ...asked(provider, intent), guarded: () => guardedProvider(provider) }
}

function rating(
  provider: Provider,
  intent: Extract<ProviderAsking, { type: 'rate' }>,
  policy: Policy,
): Asked | Refused {
  if (isLeadProvider(provider)) return ofItself(provider)
  const instrument = policy.instruments.find(({ id }) => id === intent.instrument)
  if (!instrument || instrument.id === policy.riskMatrix)
    return refuse('unknown', ratedWithNothing(intent.instrument, policy))
  const about = `with the ${instrument.label}`
  const cycle = { posts: owing(instrument.id, policy) }
  return { ...askedOfOwer(provider, intent), about, meant: { cycle } }
}

function filing(
  provider: Provider,
  intent: Extract<ProviderAsking, { type: 'file' }>,
  policy: Policy,
): Asked | Refused {
  const step = askedToFile(intent, policy)
  if ('ok' in step) return step
  const about = `this (${step.label})`
  const people = filersIn(provider, step, intent.matter ?? null)
  return { ...asked(provider, intent), about, meant: { filer: { posts: step.may, people } } }
}

/** Of whoever owes it. */
function ofCycle(
  provider: Provider,
  intent: Extract<ProviderAsking, { cycle: string }>,
  { cycles }: Policy,
): Asked | Refused {
  const rule = cycles.find(({ id }) => id === intent.cycle)
  if (!rule) {
    const known = cycles.map(({ id, label }) => `${id} (${label})`).join(', ')
    return refuse('unknown', `There is no cycle "${intent.cycle}". Choose one of: ${known}.`)
  }
  const about = intent.type === 'completeCycle' ? `this (${rule.label})` : `“${rule.label}”`
  return { ...askedOfOwer(provider, intent), about, meant: { cycle: { posts: [rule.owes] } } }
}

/** Whoever is asked of its level: of a unit without a Lead Provider its host. */
function ofTriage(
  provider: Provider,
  intent: Extract<ProviderAsking, { type: 'note' | 'lookAgain' | 'confirmLevel' }>,
  policy: Policy,
): Asked {
  const base = intent.type === 'lookAgain' ? askedOfOwer(provider, intent) : asked(provider, intent)
  return {
    ...base,
    meant: { asked: { posts: [orHost(policy.prompting.triage, provider, policy)] } },
  }
}

function ofProcedure(
  provider: Provider,
  intent: Extract<ProviderAsking, { type: 'decideStage' }>,
  policy: Policy,
): Asked | Refused {
  const rule = procedureOf(policy, intent.procedure)
  if (!rule) return refuse('unknown', `These rules know no procedure “${intent.procedure}”.`)
  const about = `the stage of the ${rule.label.toLowerCase()}`
  return { ...askedOfOwer(provider, intent), about, meant: { asked: { posts: rule.decides } } }
}

/** It would decide on itself: the regional team sees to that, outside Muster. */
function ofItself({ name }: Provider): Refused {
  return refuse(
    'invalid',
    `${name} is the Lead Provider. Levels and ratings are for the providers that it leads; here stand only the duties that it owes itself.`,
  )
}

function deciding(
  provider: Provider,
  intent: Extract<ProviderAsking, { type: 'changeLevel' }>,
  policy: Policy,
  from: RecordId | null,
): Asked | Refused {
  const way = policy.transitions.find(({ id }) => id === intent.transition)
  if (!way)
    return refuse(
      'unknown',
      `The rules know no way "${intent.transition}". ${waysFrom(provider, policy)}`,
    )
  // Who may call a meeting was settled when it was called: it is the meeting that asks.
  const byMeeting = from !== null && from === intent.because && recordKind(from) === 'meeting'
  const meeting: Meant =
    byMeeting && intent.by.type === 'person' ? { people: [intent.by.person] } : {}
  const about = `this (${way.id}: ${way.label})`
  return {
    ...asked(provider, intent),
    about,
    meant: { transition: { posts: decidersOf(provider, way, policy) }, meeting },
  }
}

function ratedWithNothing(instrument: string, { instruments, riskMatrix }: Policy): string {
  const known = instruments.filter(({ id }) => id !== riskMatrix).map(({ id }) => id)
  const choice =
    known.length > 0 ? `Choose one of: ${known.join(', ')}.` : 'These rules rate no providers.'
  return `A provider cannot be rated with "${instrument}". ${choice}`
}

/** Those who owe one of the instrument’s cycles; nobody rates their own organisation. */
function owing(instrument: string, { cycles }: Policy): readonly Post[] {
  return cycles
    .filter(({ startsOn }) => startsOn.on === 'band' && startsOn.instrument === instrument)
    .map(({ owes }) => owes)
    .filter(({ of }) => of !== 'provider')
}
