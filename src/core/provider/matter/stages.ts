import { postLabel } from '../../case/words.ts'
import type { Composing } from '../../kind.ts'
import type { Inline, Part, Text } from '../../message/message.ts'
import { resolvePost } from '../../people/posts.ts'
import type { StageOutput, StageRule } from '../../policy/matter.ts'
import type { Post } from '../../policy/post.ts'
import { emptyIn, tallyOf } from '../../telling/state.ts'
import type { Line } from '../../telling/telling.ts'
import type { Instant } from '../../time/instant.ts'
import { showDay } from '../../time/local.ts'
import { recordedSince } from '../held.ts'
import { levelStart } from '../history.ts'
import type { Provider } from '../provider.ts'
import { readable } from './on-file.ts'
import { isVoid } from './rules.ts'

const NAMED = 2

/** The stages of the level, each with what it left behind since the provider came to it, what is still missing, and who owes it. */
export function stageParts(provider: Provider, composing: Composing): Part[] {
  const { policy } = composing
  const stages = (policy.stages ?? []).filter(({ levels }) => levels.includes(provider.level))
  if (stages.length === 0) return []
  const since = levelStart(provider, policy)
  return [
    { kind: 'text', text: `The steps of this level, since ${showDay(since, policy.zone)}:` },
    { kind: 'list', items: stages.map((one) => stageWords(provider, one, composing)) },
    ...stages.slice(0, 1).map(({ id, citation }): Part => ({ kind: 'rule', id, citation })),
  ]
}

function stageWords(provider: Provider, { label, outputs }: StageRule, composing: Composing): Text {
  const all = standing(provider, outputs, composing)
  const missing = missingOf(all)
  const count = `${outputs.length - missing.length} of ${outputs.length}`
  const beside = all.flatMap((one) => one.beside ?? [])
  const after = beside.map((one) => `; ${one}`).join('')
  if (missing.length === 0) return `${label}: done, ${count}${after}`
  const owing = [...new Set(missing.map(({ owes }) => keyOf(owes)))]
  const words = owing.flatMap((post, index): Inline[] => {
    const own = missing.filter(({ owes }) => keyOf(owes) === post)
    const named = own.map((one) => one.words).join(', ')
    return [`${index > 0 ? '; ' : ''}${named}`, ...owedBy(provider, own[0]?.owes, composing)]
  })
  return [`${label}: ${count}. Missing: `, ...words, ...(after === '' ? [] : [after])]
}

function keyOf(owes: Post | undefined): string {
  return owes ? `${owes.role} of ${owes.of}` : ''
}

/** ` (owed by Ada Okafor)`; the post, where nobody holds it. */
function owedBy(provider: Provider, owes: Post | undefined, composing: Composing): Inline[] {
  if (!owes) return []
  const person = resolvePost(composing.directory, provider, owes, composing.now)?.person
  return [' (owed by ', person ? { person } : postLabel({ provider }, owes, composing), ')']
}

/** How far it is, and what is next, in a line of the card. */
export function stagesLine(provider: Provider, composing: Composing): string | null {
  const stages = (composing.policy.stages ?? []).filter(({ levels }) =>
    levels.includes(provider.level),
  )
  if (stages.length === 0) return null
  const left = stages.flatMap(({ label, outputs }) => {
    const [first] = missingOf(standing(provider, outputs, composing))
    return first ? [{ label, owes: first.owes }] : []
  })
  const done = `Steps of this level done: ${stages.length - left.length} of ${stages.length}.`
  const [next] = left
  if (!next) return done
  const whom = next.owes ? `, owed by ${postLabel({ provider }, next.owes, composing)}` : ''
  return `${done} Next: ${next.label}${whom}.`
}

interface Missing {
  /** With how far it is, where it has begun: `actions signed off (1 of 2)`. */
  readonly words: string
  readonly owes: Post | undefined
}

function missingOf(all: readonly (StandsAt & { output: StageOutput })[]): Missing[] {
  return all.flatMap(({ output, isThere, part }): Missing[] => {
    const words = part === null ? output.label : `${output.label} (${part})`
    return isThere ? [] : [{ words, owes: output.owes }]
  })
}

function standing(provider: Provider, outputs: readonly StageOutput[], composing: Composing) {
  return outputs.map((output) => ({ output, ...standsAt(provider, output, composing) }))
}

interface StandsAt {
  readonly isThere: boolean
  /** `1 of 2`; null where it is all or nothing. */
  readonly part: string | null
  /** Who is left out of it, and why. */
  readonly beside?: readonly string[]
}

function standsAt(provider: Provider, output: StageOutput, composing: Composing): StandsAt {
  const since = levelStart(provider, composing.policy)
  switch (output.by) {
    case 'matter':
      return onFile(provider, output, since, composing)
    case 'telling':
      return told(provider, output.telling, since)
    case 'meeting': {
      const held = recordedSince(provider, since)
      return { isThere: held.some((rule) => output.meetings.includes(rule)), part: null }
    }
  }
}

function onFile(
  provider: Provider,
  { matter, steps, every }: Extract<StageOutput, { by: 'matter' }>,
  since: Instant,
  composing: Composing,
): StandsAt {
  const all = readable(provider, composing).filter(
    (one) => one.rule === matter && !isVoid(one, composing.policy),
  )
  const wasFiled = all.some(({ filed }) =>
    filed.some(({ step, at }) => at >= since && steps.includes(step)),
  )
  if (!every) return { isThere: wasFiled, part: null }
  const current = all.filter(({ closedAt }) => closedAt === null || closedAt >= since)
  const there = current.filter(({ filed }) => steps.includes(filed.at(-1)?.step ?? ''))
  const behind = current.filter((one) => one.closedAt === null && !there.includes(one))
  const part = there.length === 0 ? null : `${there.length} of ${there.length + behind.length}`
  return { isThere: there.length > 0 && behind.length === 0, part }
}

/** Once everybody who is there was reached; a post that nobody holds would wait for ever, and is named beside it. */
function told({ tellings = [] }: Provider, rule: string, since: Instant): StandsAt {
  const telling = tellings.findLast((one) => one.rule === rule && one.at >= since)
  if (!telling) return { isThere: false, part: null }
  const { told, waiting, failed } = tallyOf(telling)
  const all = told + waiting + failed
  const empty = emptyIn(telling)
  const away = empty.filter((one) => one.empty === 'away')
  const vacant = empty.filter((one) => !away.includes(one))
  const beside = [
    ...(vacant.length > 0 ? [`not told: nobody holds ${someOf(vacant)}`] : []),
    ...(away.length > 0 ? [`not told, away: ${someOf(away)}`] : []),
  ]
  return { isThere: told > 0 && told === all, part: all === 0 ? null : `${told} of ${all}`, beside }
}

/** Short for a phone; the proof of the telling has them all. */
function someOf(posts: readonly Pick<Line, 'label'>[]): string {
  const more = posts.length - NAMED
  const named = posts.slice(0, NAMED).map(({ label }) => label)
  return `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
