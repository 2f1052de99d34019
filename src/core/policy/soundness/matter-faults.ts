import type { MatterRule, MatterStep, StageOutput, StageRule } from '../matter.ts'
import type { Need, Policy } from '../policy.ts'
import { type Complaint, ids, type Path, unknownWord } from './complaint.ts'

/** What the kinds of matters of a pack name must be there, and be what it is taken for. */
export function matterFaults(policy: Policy, matter: MatterRule, at: Path): Complaint[] {
  const who = `matter "${matter.id}"`
  const opens = matter.steps.some(({ after }) => after === undefined)
  return [
    ...(matter.levels ?? []).flatMap((level, place) =>
      unknownWord([...at, 'levels', place], who, 'level', level, ids(policy.levels)),
    ),
    ...(opens
      ? []
      : [
          {
            path: [...at, 'steps'],
            message: `${who} has no step that opens it; leave "after" out of one`,
          },
        ]),
    ...matter.steps.flatMap((step, place) =>
      stepFaults(policy, matter, step, [...at, 'steps', place]),
    ),
  ]
}

function stepFaults(policy: Policy, matter: MatterRule, step: MatterStep, at: Path): Complaint[] {
  const who = `step "${step.id}" of matter "${matter.id}"`
  const known = ids(matter.steps)
  const earlier = [
    ...(step.after ?? []),
    ...(step.needs ?? []).map((one) => one.step),
    ...(step.notBy ?? []),
  ]
  const form = policy.forms.find(({ id }) => id === step.form)
  const fields = ids(form?.fields ?? [])
  const asked = [
    ...(step.after === undefined ? [matter.named] : []),
    ...(step.due?.by.of === 'answer' ? [step.due.by.field] : []),
    ...(step.rated ?? []).flatMap(({ consequence, likelihood }) => [consequence, likelihood]),
  ]
  return [
    ...earlier.flatMap((one) => unknownWord(at, who, 'step', one, known)),
    ...(form
      ? asked.flatMap((field) => unknownWord([...at, 'form'], who, 'question', field, fields))
      : unknownWord([...at, 'form'], who, 'form', step.form, ids(policy.forms))),
    ...tellingFaults(policy, matter, step, [...at, 'tells']),
  ]
}

/** Who is told of what stands in the provider’s thread, with their words: nothing that is kept back. */
function tellingFaults(
  { tellings = [] }: Policy,
  { keptBack }: MatterRule,
  { id, tells, shares }: MatterStep,
  path: Path,
): Complaint[] {
  if (tells === undefined) return []
  const who = `step "${id}"`
  const filed = ids(tellings.filter(({ when }) => when === 'filed'))
  const message = `${who} is kept back from the provider, whose thread would show what "${tells}" tells; leave "tells" out, or share it`
  return [
    ...unknownWord(path, who, 'telling', tells, filed),
    ...(keptBack && !shares ? [{ path, message }] : []),
  ]
}

export function onFileFaults(
  policy: Policy,
  need: Extract<Need, { need: 'filed' | 'noneOpen' }>,
  who: string,
  at: Path,
): Complaint[] {
  const { matters = [] } = policy
  const matter = matters.find(({ id }) => id === need.matter)
  if (!matter) return unknownWord([...at, 'matter'], who, 'matter', need.matter, ids(matters))
  return need.need === 'filed'
    ? unknownWord([...at, 'step'], who, 'step', need.step, ids(matter.steps))
    : []
}

export function stageFaults(policy: Policy, stage: StageRule, at: Path): Complaint[] {
  const who = `stage "${stage.id}"`
  return [
    ...stage.levels.flatMap((level, place) =>
      unknownWord([...at, 'levels', place], who, 'level', level, ids(policy.levels)),
    ),
    ...stage.outputs.flatMap((output, place) =>
      outputFaults(policy, output, who, [...at, 'outputs', place]),
    ),
  ]
}

function outputFaults(policy: Policy, output: StageOutput, who: string, path: Path): Complaint[] {
  switch (output.by) {
    case 'matter':
      return output.steps.flatMap((step) =>
        onFileFaults(policy, { need: 'filed', matter: output.matter, step }, who, path),
      )
    case 'telling':
      return unknownWord(path, who, 'telling', output.telling, ids(policy.tellings ?? []))
    case 'meeting':
      return output.meetings.flatMap((meeting) =>
        unknownWord(path, who, 'meeting', meeting, ids(policy.meetings)),
      )
  }
}
