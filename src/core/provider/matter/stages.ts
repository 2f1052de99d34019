import type { Composing } from '../../kind.ts'
import type { Part } from '../../message/message.ts'
import type { StageOutput, StageRule } from '../../policy/matter.ts'
import { showDay } from '../../time/local.ts'
import { recordedSince } from '../held.ts'
import { levelStart } from '../history.ts'
import type { Provider } from '../provider.ts'
import { readable } from './on-file.ts'
import { isVoid } from './rules.ts'

/** The stages of the level, each with what it left behind since the provider came to it, and what is still missing. */
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

function stageWords(
  provider: Provider,
  { label, outputs }: StageRule,
  composing: Composing,
): string {
  const there = outputs.filter((one) => isThere(provider, one, composing))
  const missing = outputs.filter((one) => !there.includes(one)).map((one) => one.label)
  const count = `${there.length} of ${outputs.length}`
  return missing.length === 0
    ? `${label}: done, ${count}`
    : `${label}: ${count}. Missing: ${missing.join(', ')}`
}

/** How far it is, in a line of the card. */
export function stagesLine(provider: Provider, composing: Composing): string | null {
  const stages = (composing.policy.stages ?? []).filter(({ levels }) =>
    levels.includes(provider.level),
  )
  if (stages.length === 0) return null
  const done = stages.filter(({ outputs }) =>
    outputs.every((one) => isThere(provider, one, composing)),
  )
  return `Steps of this level done: ${done.length} of ${stages.length}.`
}

function isThere(provider: Provider, output: StageOutput, composing: Composing): boolean {
  const since = levelStart(provider, composing.policy)
  switch (output.by) {
    case 'matter':
      return readable(provider, composing).some(
        (one) =>
          one.rule === output.matter &&
          !isVoid(one, composing.policy) &&
          one.filed.some(({ step, at }) => at >= since && output.steps.includes(step)),
      )
    case 'telling':
      return (provider.tellings ?? []).some(
        ({ rule, at }) => rule === output.telling && at >= since,
      )
    case 'meeting':
      return recordedSince(provider, since).some((rule) => output.meetings.includes(rule))
  }
}
