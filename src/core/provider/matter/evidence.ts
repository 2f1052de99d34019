import { answerWords } from '../../case/answers.ts'
import type { Composing } from '../../kind.ts'
import { nameOfDoer } from '../../people/doer.ts'
import type { StageOutput } from '../../policy/matter.ts'
import type { Policy } from '../../policy/policy.ts'
import { referenceOf } from '../../record-id.ts'
import type { Telling } from '../../telling/telling.ts'
import { localDay, showDay } from '../../time/local.ts'
import type { Held } from '../held.ts'
import type { Provider } from '../provider.ts'
import { doneAt } from './days.ts'
import type { Filed, Matter } from './matter.ts'
import { matterRule, stepRule } from './rules.ts'

/** What shows that an output of a stage is there: in full for the checklist, and short for the card. */
export interface Evidence {
  readonly full: string
  readonly short: string
}

const NAMED = 2

/** `2, the latest Risk 3 (agreed in: M6), Mon 3 May 2027, by Quinn Adeyemi`. */
export function ofMatters(
  matters: readonly Matter[],
  { steps, shows = [] }: Extract<StageOutput, { by: 'matter' }>,
  part: string | null,
  composing: Composing,
): Evidence | null {
  const { policy } = composing
  const all = matters.flatMap((matter) => {
    const filed = matter.filed.findLast(({ step }) => steps.includes(step))
    return filed ? [{ matter, filed }] : []
  })
  const done = (one: Filed, { rule }: Matter) => doneAt(one, matterRule(policy, rule))
  // By the true day, which is all that a form asks for; of one day what was put on file last.
  const latest = latestOf(
    all,
    ({ filed, matter }) => `${localDay(done(filed, matter), policy.zone)} ${filed.at}`,
  )
  if (!latest) return null
  const { matter, filed } = latest
  const rule = matterRule(policy, matter.rule)
  const day = showDay(done(filed, matter), policy.zone)
  const which = `${rule?.label ?? matter.rule} ${matter.n}`
  const said = shows.flatMap((field) => saidOf(matter, field, composing) ?? [])
  const words = said.length === 0 ? which : `${which} (${said.join('; ')})`
  const count = part ?? (all.length > 1 ? `${all.length}` : null)
  return {
    full: `${count === null ? '' : `${count}, the latest `}${words}, ${day}, by ${nameOfDoer(filed.by)}`,
    short: `${count === null ? '' : `${count}, `}${day}`,
  }
}

/** `5 of 7 told, Mon 3 May 2027`: the proof has each of them. */
export function ofTelling(
  { at }: Telling,
  { told, all }: { readonly told: number; readonly all: number },
  { zone }: Policy,
): Evidence | null {
  if (told === 0) return null
  const count = `${told} of ${all} told`
  const day = showDay(at, zone)
  return { full: `${count} with proof, begun ${day}`, short: `${count}, ${day}` }
}

/** The latest; one that has become confidential is counted, and not named. */
export function ofMeetings(
  { confidential = [] }: Provider,
  held: readonly Held[],
  { zone, meetings }: Policy,
): Evidence | null {
  const open = held.filter(({ meeting }) => !confidential.includes(meeting))
  const latest = latestOf(open, ({ at }) => at)
  if (!latest) return null
  const { meeting, rule, at } = latest
  const label = meetings.find(({ id }) => id === rule)?.label ?? rule
  const day = showDay(at, zone)
  return {
    full: `${label} (${rule}) ${referenceOf(meeting)}, held ${day}`,
    short: `${rule}, ${day}`,
  }
}

/** Of those of one time the last. */
function latestOf<One>(all: readonly One[], at: (one: One) => string): One | undefined {
  return all.reduce<One | undefined>(
    (latest, one) => (latest && at(latest) > at(one) ? latest : one),
    undefined,
  )
}

/** What the matter answers to a question, as last said; of a long list the first. */
function saidOf({ rule, filed }: Matter, field: string, composing: Composing): string | null {
  const latest = filed.findLast(({ answers }) => [answers[field] ?? []].flat().join('') !== '')
  return latest ? answered(latest, rule, field, composing) : null
}

function answered(
  { step, answers }: Filed,
  rule: string,
  field: string,
  composing: Composing,
): string {
  const form = stepRule(matterRule(composing.policy, rule), step)?.form ?? ''
  const all = [answers[field] ?? []].flat()
  const named = all.slice(0, NAMED).map((one) => answerWords([form], field, one, composing))
  const more = all.length - NAMED
  return `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
