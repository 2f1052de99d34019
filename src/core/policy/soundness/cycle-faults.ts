import type { CycleRule, MetBy } from '../instrument.ts'
import type { Policy } from '../policy.ts'
import { type Complaint, ids, type Path, unknownWord } from './complaint.ts'

/** What a cycle names, and whether it has an interval. */
export function cycleFaults(policy: Policy, cycle: CycleRule, at: Path): Complaint[] {
  const who = `cycle "${cycle.id}"`
  const { evidence, steppedUpOn = [] } = cycle
  const levels = (names: readonly string[], path: Path) =>
    names.flatMap((level, place) =>
      unknownWord([...at, ...path, place], who, 'level', level, ids(policy.levels)),
    )
  return [
    ...(evidence === null
      ? []
      : unknownWord([...at, 'evidence'], who, 'form', evidence, ids(policy.forms))),
    ...levels(steppedUpOn, ['steppedUpOn']),
    ...(cycle.startsOn.on === 'level' ? levels(cycle.startsOn.levels, ['startsOn', 'levels']) : []),
    ...startFaults(policy, cycle, who, at),
    ...rangeFaults(cycle, who, at),
    ...(cycle.ahead === undefined
      ? []
      : unknownWord(
          [...at, 'ahead', 'cycle'],
          who,
          'cycle',
          cycle.ahead.cycle,
          ids(policy.cycles).filter((one) => one !== cycle.id),
        )),
    ...(cycle.metBy ?? []).flatMap((met, place) =>
      metByFaults(policy, met, who, [...at, 'metBy', place]),
    ),
  ]
}

/** The record that is a round of it, and the questions that say so. */
function metByFaults(policy: Policy, met: MetBy, who: string, at: Path): Complaint[] {
  if ('meeting' in met)
    return unknownWord([...at, 'meeting'], who, 'meeting', met.meeting, ids(policy.meetings))
  const { matters = [], forms } = policy
  const matter = matters.find(({ id }) => id === met.filed)
  if (!matter) return unknownWord([...at, 'filed'], who, 'matter', met.filed, ids(matters))
  const asked = (steps: readonly { readonly form: string }[]) =>
    forms.filter(({ id }) => steps.some(({ form }) => form === id)).flatMap(({ fields }) => fields)
  const own = matter.steps.filter(({ id }) => met.steps.includes(id))
  return [
    ...met.steps.flatMap((step) =>
      unknownWord([...at, 'steps'], who, 'step', step, ids(matter.steps)),
    ),
    ...(met.on === undefined
      ? []
      : unknownWord([...at, 'on'], who, 'question', met.on, ids(asked(own)))),
    ...(met.when === undefined
      ? []
      : unknownWord([...at, 'when'], who, 'question', met.when.field, ids(asked(matter.steps)))),
  ]
}

function startFaults({ instruments }: Policy, cycle: CycleRule, who: string, at: Path) {
  const { startsOn, every, chosen } = cycle
  if (startsOn.on === 'band') {
    const path = [...at, 'startsOn', 'instrument']
    return unknownWord(path, who, 'instrument', startsOn.instrument, ids(instruments))
  }
  if (every !== null || (startsOn.on === 'asked' && chosen !== undefined)) return []
  const start = startsOn.on === 'level' ? 'starts on a level' : 'is begun by a person'
  return [
    {
      path: [...at, 'every'],
      message: `${who} ${start} and has no interval; say how often in "every"`,
    },
  ]
}

function rangeFaults({ startsOn, every, chosen }: CycleRule, who: string, at: Path): Complaint[] {
  if (chosen === undefined) return []
  const fault = (words: string) => [{ path: [...at, 'chosen'], message: `${who} ${words}` }]
  if (startsOn.on !== 'asked')
    return fault('lets an interval be chosen, and nobody begins it; take "chosen" out')
  const { unit, from, to } = chosen
  if (from > to)
    return fault(`goes from ${from} to ${to} ${unit}; the first must not be the larger`)
  if (every === null) return []
  const fits = every.unit === unit && every.amount >= from && every.amount <= to
  return fits
    ? []
    : fault(`offers an interval that cannot be chosen; let "every" be ${from} to ${to} ${unit}`)
}
