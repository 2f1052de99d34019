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
    ...(matter.promptedBy ?? []).flatMap((trigger, place) =>
      unknownWord([...at, 'promptedBy', place], who, 'trigger', trigger, ids(policy.triggers)),
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
    ...(step.mayOwn ?? []),
    ...(step.ownAfter ?? []),
    ...(step.notBefore === undefined ? [] : [step.notBefore.step]),
    ...(step.due?.awaits === undefined ? [] : [step.due.awaits.step]),
    ...(step.due?.step === undefined ? [] : [step.due.step]),
  ]
  const { forms, transitions } = policy
  const form = forms.find(({ id }) => id === step.form)
  const fields = ids(form?.fields ?? [])
  const asked = [
    ...(step.after === undefined ? [matter.named] : []),
    ...(step.due?.by.of === 'answer' ? [step.due.by.field] : []),
    ...(step.due?.awaits === undefined ? [] : [step.due.awaits.asked]),
    ...(step.rated ?? []).flatMap((one) =>
      'scale' in one ? [one.scale] : [one.consequence, one.likelihood],
    ),
    ...(step.banner?.names === undefined ? [] : [step.banner.names]),
    ...(step.on === undefined ? [] : [step.on]),
    ...(step.sinceOpened === undefined ? [] : [step.sinceOpened]),
    ...(step.laterDay === undefined ? [] : [step.laterDay]),
    ...(step.lesson === undefined ? [] : [step.lesson]),
    ...(step.tellsOf === undefined ? [] : [step.tellsOf]),
  ]
  return [
    ...earlier.flatMap((one) => unknownWord(at, who, 'step', one, known)),
    ...(form
      ? asked.flatMap((field) => unknownWord([...at, 'form'], who, 'question', field, fields))
      : unknownWord([...at, 'form'], who, 'form', step.form, ids(policy.forms))),
    ...dayFaults(policy, matter, step, at),
    ...owedFaults(matter, step, at),
    ...tellingFaults(policy, step, at),
    ...(step.considers === undefined
      ? []
      : unknownWord([...at, 'considers'], who, 'way', step.considers, ids(transitions))),
  ]
}

/** Nobody is reminded of what they would be refused: whoever owes what comes next may put it on file. */
function owedFaults(
  { id: matter, steps }: MatterRule,
  { id, due }: MatterStep,
  at: Path,
): Complaint[] {
  if (!due || due.owner !== undefined) return []
  const { role, of } = due.owes
  const next = steps.filter(({ id: one, after }) => after?.includes(id) || one === due.step)
  if (next.some(({ may }) => may.some((post) => post.role === role && post.of === of))) return []
  const message = `step "${id}" of matter "${matter}" has "${role}" of "${of}" owe “${due.wants}”, who may put nothing on file that follows it; let them in "may", or have somebody else owe it`
  return [{ path: [...at, 'due', 'owes'], message }]
}

/** The day before which a step is refused is asked for in an earlier one. */
function dayFaults(
  { forms }: Policy,
  { steps }: MatterRule,
  { id, notBefore }: MatterStep,
  at: Path,
): Complaint[] {
  const earlier = steps.find((one) => one.id === notBefore?.step)
  const fields = forms.find((one) => one.id === earlier?.form)?.fields
  if (!notBefore || !fields) return []
  const path = [...at, 'notBefore', 'day']
  return unknownWord(path, `step "${id}"`, 'question', notBefore.day, ids(fields))
}

/** Who is told, and of what: a list that is told with what is filed; those of it whom the form offers. */
function tellingFaults(
  { tellings = [], forms }: Policy,
  { id, form, tells, tellsOf }: MatterStep,
  at: Path,
): Complaint[] {
  if (tells === undefined) return []
  const who = `step "${id}"`
  const filed = tellings.filter(({ when }) => when === 'filed')
  const told = filed.find((one) => one.id === tells)
  if (!told) return unknownWord([...at, 'tells'], who, 'telling', tells, ids(filed))
  const asked = forms.find((one) => one.id === form)?.fields.find((one) => one.id === tellsOf)
  const offered = asked && 'options' in asked ? (asked.options ?? []) : []
  return offered.flatMap(({ value }) =>
    unknownWord([...at, 'tellsOf'], who, 'person to tell', value, ids(told.whom)),
  )
}

export function onFileFaults(
  policy: Policy,
  need: Extract<Need, { need: 'filed' | 'notFiled' | 'noneOpen' }>,
  who: string,
  at: Path,
): Complaint[] {
  const { matters = [] } = policy
  const matter = matters.find(({ id }) => id === need.matter)
  if (!matter) return unknownWord([...at, 'matter'], who, 'matter', need.matter, ids(matters))
  return need.need !== 'noneOpen'
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
      return [
        ...output.steps.flatMap((step) =>
          onFileFaults(policy, { need: 'filed', matter: output.matter, step }, who, path),
        ),
        ...shownFaults(policy, output, who, path),
      ]
    case 'telling':
      return unknownWord(path, who, 'telling', output.telling, ids(policy.tellings ?? []))
    case 'meeting':
      return output.meetings.flatMap((meeting) =>
        unknownWord(path, who, 'meeting', meeting, ids(policy.meetings)),
      )
  }
}

/** What stands in the evidence is asked for by a form of the matter. */
function shownFaults(
  { matters = [], forms }: Policy,
  { matter, shows = [] }: Extract<StageOutput, { by: 'matter' }>,
  who: string,
  path: Path,
): Complaint[] {
  const own = matters.find(({ id }) => id === matter)?.steps.map(({ form }) => form) ?? []
  const known = forms.filter(({ id }) => own.includes(id)).flatMap(({ fields }) => ids(fields))
  return shows.flatMap((field) =>
    unknownWord([...path, 'shows'], who, 'question', field, [...new Set(known)]),
  )
}
