import type { CycleRule } from '../instrument.ts'
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
