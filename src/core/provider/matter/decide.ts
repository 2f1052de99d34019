import { answerFacts } from '../../case/answers.ts'
import { ended } from '../../case/words.ts'
import { accept, type Decision, type Refused, refuse } from '../../decision.ts'
import type { Context } from '../../kind.ts'
import { doerOf, nameOfDoer } from '../../people/doer.ts'
import { findPerson } from '../../people/find.ts'
import type { Allowed } from '../../permission/permitted.ts'
import type { MatterRule, MatterStep } from '../../policy/matter.ts'
import type { Policy } from '../../policy/policy.ts'
import { showLocal } from '../../time/local.ts'
import { labelOf } from '../change-level.ts'
import { settledByFiling } from '../cycle/settle.ts'
import { unsettledByVoid } from '../cycle/unsettle.ts'
import type { ProviderEvent } from '../event.ts'
import type { ProviderIntentOf } from '../intent.ts'
import type { Provider } from '../provider.ts'
import { toldOfFiling } from '../telling.ts'
import { bannerOf } from './banner.ts'
import { beforeIt, notLater, tooSoon } from './days.ts'
import { dayEvents } from './due.ts'
import type { Matter, MatterEvent } from './matter.ts'
import { numberOf } from './number.ts'
import { ratingsOf } from './ratings.ts'
import { isAboutIt, matterRule, nextSteps, openingSteps, stepRule } from './rules.ts'

type FileStep = ProviderIntentOf<'file'>

const NAME_LENGTH = 80

/** Puts a step on file: it opens a matter about the provider, or one goes on by it. */
export function fileStep(
  provider: Provider,
  intent: FileStep,
  context: Allowed,
): Decision<ProviderEvent> {
  const { policy, policyHash, directory, acting, now: at } = context
  const rule = matterRule(policy, intent.rule)
  const step = stepRule(rule, intent.step)
  if (!rule || !step) throw new Error(`Pack ${policy.id} has no step ${intent.step}`)
  const { matters = [] } = provider
  const matter = matters.find(({ n }) => n === intent.matter)
  const refused =
    intent.matter === null
      ? cannotOpen(provider, rule, step, context)
      : cannotGoOn(provider, matter, rule, step, intent, context)
  if (refused) return refused
  const rated = ratingsOf(provider, matter, rule, step, intent.answers, context.policy)
  if ('ok' in rated) return rated
  const by = doerOf(directory, intent.by, acting)
  const keptBack = isBack(rule, step, matter)
  const n = matter?.n ?? numberOf(provider, keptBack, at)
  const { answers } = intent
  const name = matter?.name ?? nameIn(answers[rule.named], rule)
  const filed: MatterEvent & { at: string } = {
    type: 'filed',
    at,
    matter: n,
    rule: rule.id,
    name,
    step: step.id,
    by,
    answers,
    ...(rated.length > 0 && { ratings: rated }),
    closes: step.closes ?? false,
    keptBack,
    policyHash,
  }
  const stands = { n, rule: rule.id, filed: [...(matter?.filed ?? []), { ...filed }], keptBack }
  const words = wordsTold(rule, step, { ...stands, name }, context)
  return accept<ProviderEvent>(
    filed,
    ...dayEvents(provider, rule, step, stands, context),
    ...settledByFiling(provider, stands, context),
    ...unsettledByVoid(provider, step, n, context),
    ...toldOfFiling(
      provider,
      step,
      { answers, by, matter: n, words, earlier: namedEarlier(rule, step, matter) },
      context,
    ),
  )
}

/** Whom the steps before named, where they are told again. */
function namedEarlier(
  rule: MatterRule,
  { tellsEarlier }: MatterStep,
  matter: Matter | undefined,
): readonly string[] {
  if (!tellsEarlier || !matter) return []
  return matter.filed.flatMap(({ step, answers }) => {
    const field = stepRule(rule, step)?.tellsOf
    return field === undefined ? [] : [answers[field] ?? []].flat()
  })
}

/** What those who are told of a step read. */
function wordsTold(
  { label }: MatterRule,
  step: MatterStep,
  matter: Pick<Matter, 'n' | 'rule' | 'name' | 'filed'>,
  context: Context,
): string {
  const { reads = [] } = step
  const banner = bannerOf(matter, context)
  const answers = matter.filed.at(-1)?.answers ?? {}
  const read = Object.fromEntries(
    reads.flatMap((id) => (answers[id] === undefined ? [] : [[id, answers[id]]])),
  )
  return [
    `${label} ${matter.n}: ${ended(matter.name)} It stands at: ${step.stands}.`,
    ...(banner === null || step.closes ? [] : [`${banner}.`]),
    ...answerFacts([step.form], read, context).map(([asked, said]) => `${asked} ${said}`),
  ].join('\n')
}

function isBack(
  rule: MatterRule,
  { shares, keepsBack }: MatterStep,
  matter: Matter | undefined,
): boolean {
  return !shares && (keepsBack ?? matter?.keptBack ?? rule.keptBack ?? false)
}

function cannotOpen(
  provider: Provider,
  rule: MatterRule,
  step: MatterStep,
  { policy }: Allowed,
): Refused | undefined {
  const { name, leadProvider, level, matters = [] } = provider
  if (step.after) {
    const first = openingSteps(rule).map(({ label }) => `“${label}”`)
    return refuse('invalid', `“${step.label}” goes on from ${first.join(' or ')}: do that first.`)
  }
  if (!isAboutIt(rule, provider)) {
    const ofLead = rule.about === 'lead-provider'
    const whom = ofLead
      ? `a Lead Provider itself: “/muster file ${leadProvider}”`
      : 'a provider, and this is the Lead Provider’s own record'
    return refuse('invalid', `${rule.several} (${rule.id}) are about ${whom}.`)
  }
  if (rule.levels && !rule.levels.includes(level)) {
    const on = rule.levels.map((one) => `“${labelOf(policy, one)}”`).join(' or ')
    return refuse(
      'invalid',
      `${rule.several} (${rule.id}) belong to ${on}; ${name} is on “${labelOf(policy, level)}”. Decide on the level first.`,
    )
  }
  return anotherOpen(matters, rule, policy)
}

function anotherOpen(
  matters: readonly Matter[],
  rule: MatterRule,
  { zone }: Pick<Policy, 'zone'>,
): Refused | undefined {
  const other = matters.find((one) => one.rule === rule.id && one.closedAt === null)
  const latest = other?.filed.at(-1)
  if (!rule.single || !other || !latest) return undefined
  const label = stepRule(rule, latest.step)?.label ?? latest.step
  return refuse(
    'invalid',
    `There is one open already: ${rule.label} ${other.n}, “${other.name}”. ${nameOfDoer(latest.by)} put “${label}” on file there, ${showLocal(latest.at, zone)}. Go on with that, or close it first.`,
  )
}

function cannotGoOn(
  { slug, matters = [] }: Provider,
  matter: Matter | undefined,
  rule: MatterRule,
  step: MatterStep,
  { seen, by, answers }: FileStep,
  { policy, directory, now }: Allowed,
): Refused | undefined {
  const home = by.type === 'person' ? findPerson(directory, by.person)?.organisation.slug : null
  if (!matter || matter.rule !== rule.id || (matter.keptBack && home === slug))
    return refuse('notFound', 'That is not on file here. Open the file of the provider again.')
  const latest = matter.filed.at(-1)
  if (seen !== null && seen !== matter.filed.length && latest) {
    const label = stepRule(rule, latest.step)?.label ?? latest.step
    return refuse(
      'stale',
      `${nameOfDoer(latest.by)} put “${label}” on file meanwhile, ${showLocal(latest.at, policy.zone)}. Nothing of yours was saved, and what you wrote is still here. Look at that first: “/muster file ${slug} ${matter.n}”. If yours still holds, send it again.`,
    )
  }
  const next = nextSteps(matter, rule)
  if (!next.includes(step)) {
    const ways = next.map(({ label }) => `“${label}”`)
    const way = ways.length > 0 ? ` What can follow: ${ways.join(', ')}.` : ' Nothing follows it.'
    const stands = stepRule(rule, latest?.step ?? '')?.stands ?? 'unknown'
    return refuse(
      'invalid',
      `${rule.label} ${matter.n} stands at “${stands}”; “${step.label}” does not follow that.${way}`,
    )
  }
  const isOver = matter.closedAt !== null
  if (isOver && !step.closes) {
    const refused = anotherOpen(matters, rule, policy)
    if (refused) return refused
  }
  return (
    missing(matter, rule, step) ??
    tooSoon(matter, rule, step, { policy, now }) ??
    sameAgain(matter, rule, step, by) ??
    beforeIt(matter, rule, step, answers, policy) ??
    notLater(step, answers, { policy, now })
  )
}

function missing(
  { filed }: Matter,
  rule: MatterRule,
  { label, needs = [] }: MatterStep,
): Refused | undefined {
  for (const { step, atLeast, distinct } of needs) {
    const all = filed.filter((one) => one.step === step)
    const count =
      distinct === undefined
        ? all.length
        : new Set(
            all.map(({ answers }) =>
              String(answers[distinct] ?? '')
                .trim()
                .toLowerCase(),
            ),
          ).size
    if (count >= atLeast) continue
    const earlier = stepRule(rule, step)?.label ?? step
    const each = distinct === undefined ? '' : ', each from somebody else'
    return refuse(
      'tooEarly',
      `“${label}” needs “${earlier}” ${atLeast} times before${each}; there is ${count === 0 ? 'none' : count} yet.`,
    )
  }
  return undefined
}

function sameAgain(
  { filed }: Matter,
  rule: MatterRule,
  { label, notBy = [] }: MatterStep,
  by: FileStep['by'],
): Refused | undefined {
  if (by.type !== 'person') return undefined
  const own = filed.find(
    (one) => notBy.includes(one.step) && one.by.type === 'person' && one.by.person === by.person,
  )
  if (!own) return undefined
  const earlier = stepRule(rule, own.step)?.label ?? own.step
  return refuse(
    'notYours',
    `“${label}” is for somebody else: you put “${earlier}” on file yourself. Ask a colleague who may.`,
  )
}

function nameIn(answer: string | string[] | undefined, { label }: MatterRule): string {
  const first = [answer ?? label].flat().join(', ').trim().split('\n')[0] ?? label
  const words = first.replace(/\.$/, '')
  return words.length > NAME_LENGTH ? `${words.slice(0, NAME_LENGTH - 1)}…` : words || label
}
