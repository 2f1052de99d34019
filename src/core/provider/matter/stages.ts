import { postLabel } from '../../case/words.ts'
import type { Composing } from '../../kind.ts'
import type { Inline, Part, Text } from '../../message/message.ts'
import { resolvePost } from '../../people/posts.ts'
import type { StageOutput, StageRule } from '../../policy/matter.ts'
import type { Post } from '../../policy/post.ts'
import { showDay } from '../../time/local.ts'
import { levelStart } from '../history.ts'
import type { Provider } from '../provider.ts'
import { type StandsAt, standsAt } from './standing.ts'

/** The stages of the level, each with what is still missing since the provider came to it, who owes it, and the evidence of what is there. */
export function stageParts(provider: Provider, composing: Composing): Part[] {
  const { policy } = composing
  const stages = stagesOf(provider, composing)
  if (stages.length === 0) return []
  const since = levelStart(provider, policy)
  return [
    { kind: 'text', text: `The steps of this level, since ${showDay(since, policy.zone)}:` },
    ...stages.flatMap((one) => stagePart(provider, one, composing)),
    ...stages.slice(0, 1).map(({ id, citation }): Part => ({ kind: 'rule', id, citation })),
  ]
}

function stagePart(provider: Provider, stage: StageRule, composing: Composing): Part[] {
  const all = standing(provider, stage.outputs, composing)
  const items = all.flatMap(({ output, evidence }) =>
    evidence ? [`${output.label}: ${evidence.full}`] : [],
  )
  return [
    { kind: 'text', text: stageWords(provider, stage, all, composing) },
    ...(items.length > 0 ? [{ kind: 'list', items } as const] : []),
  ]
}

type Standing = StandsAt & { readonly output: StageOutput }

function stageWords(
  provider: Provider,
  { label, outputs }: StageRule,
  all: readonly Standing[],
  composing: Composing,
): Text {
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

/** On the card: how far it is, what is next, and in a line for each stage what is there. */
export function stagesPart(provider: Provider, composing: Composing): Part[] {
  const stages = stagesOf(provider, composing).map(({ label, outputs }) => {
    return { label, all: standing(provider, outputs, composing) }
  })
  if (stages.length === 0) return []
  const items = stages.flatMap(({ label, all }) => {
    const there = all.flatMap(({ output, evidence }) =>
      evidence ? [`${output.label}, ${evidence.short}`] : [],
    )
    return there.length > 0 ? [`${label}: ${there.join('; ')}`] : []
  })
  return [
    { kind: 'text', text: progress(provider, stages, composing) },
    ...(items.length > 0 ? [{ kind: 'list', items } as const] : []),
  ]
}

/** The stages of the level of which something is missing. */
export function stagesMissing(provider: Provider, composing: Composing): string[] {
  return stagesOf(provider, composing).flatMap(({ label, outputs }) =>
    missingOf(standing(provider, outputs, composing)).length > 0 ? [label] : [],
  )
}

function progress(
  provider: Provider,
  stages: readonly { readonly label: string; readonly all: readonly Standing[] }[],
  composing: Composing,
): string {
  const left = stages.flatMap(({ label, all }) => {
    const [first] = missingOf(all)
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

function missingOf(all: readonly Standing[]): Missing[] {
  return all.flatMap(({ output, isThere, part }): Missing[] => {
    const words = part === null ? output.label : `${output.label} (${part})`
    return isThere ? [] : [{ words, owes: output.owes }]
  })
}

function stagesOf({ level }: Provider, { policy }: Composing): StageRule[] {
  return (policy.stages ?? []).filter(({ levels }) => levels.includes(level))
}

function standing(
  provider: Provider,
  outputs: readonly StageOutput[],
  composing: Composing,
): Standing[] {
  return outputs.map((output) => ({ output, ...standsAt(provider, output, composing) }))
}
