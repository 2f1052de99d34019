import type { Context } from '../../kind.ts'
import type { MatterStep } from '../../policy/matter.ts'
import { recounted } from '../cycles.ts'
import type { ProviderEvent } from '../event.ts'
import { isVoid } from '../matter/rules.ts'
import type { Cycle, Provider, Said } from '../provider.ts'
import { missedBefore } from './missed.ts'
import { ofRun } from './missed-again.ts'
import type { Through } from './through.ts'

type Done = Extract<Said, { say: 'roundHeld' | 'cycleDone' }>

/** The rounds that were done last with a matter that was a mistake are owed again, as they were before it. */
export function unsettledByVoid(
  provider: Pick<Provider, 'cycles' | 'notices' | 'matters'>,
  { voids }: Pick<MatterStep, 'voids'>,
  matter: number,
  { policy, now: at }: Pick<Context, 'policy' | 'now'>,
): ProviderEvent[] {
  if (!voids) return []
  const before = (provider.matters ?? []).filter((one) => isVoid(one, policy)).map(({ n }) => n)
  const mistaken = [...before, matter]
  return provider.cycles
    .filter(({ through }) => isOf(through, matter))
    .map((cycle) => ({
      type: 'cycleSet',
      at,
      cycle: recounted({ ...asBefore(provider, cycle, mistaken), nudges: [] }, at, policy),
    }))
}

function asBefore(
  { notices }: Pick<Provider, 'notices'>,
  { through: _through, lastDoneAt, roundFrom: _from, ...rest }: Cycle,
  mistaken: readonly number[],
): Cycle {
  const cycle = { ...rest, lastDoneAt }
  const last = ofRun(notices, cycle).findLast(
    (one): one is Done =>
      (one.say === 'cycleDone' || one.say === 'roundHeld') &&
      !mistaken.some((n) => isOf(one.through, n)),
  )
  const doneAt = last?.doneAt ?? null
  const missed = lastDoneAt === null ? undefined : missedBefore({ notices }, cycle, lastDoneAt)
  const isAfter = missed !== undefined && missed > (doneAt ?? rest.startAt)
  return {
    ...rest,
    lastDoneAt: doneAt,
    ...(isAfter && { roundFrom: missed }),
    ...(last?.through && { through: last.through }),
  }
}

function isOf(through: Through | undefined, matter: number): boolean {
  return through !== undefined && 'matter' in through && through.matter === matter
}
