import type { Policy } from '../policy.ts'
import type { Complaint, Path } from './complaint.ts'

/** What must rise, each once: bands and steps by their numbers, holidays by their dates. */
export function sequences(policy: Policy): Complaint[] {
  return [
    ...policy.instruments.flatMap((instrument, index) => {
      const at: Path = ['instruments', index]
      const who = `instrument "${instrument.id}"`
      const bands = instrument.bands.map(({ id, from }) => ({ name: `band "${id}"`, key: from }))
      return [
        ...outOfOrder([...at, 'bands'], who, bands),
        ...instrument.items.flatMap(({ id, steps }, place) =>
          outOfOrder(
            [...at, 'items', place, 'steps'],
            `row "${id}" of ${who}`,
            steps.map(({ score }) => ({ name: `step ${score}`, key: score })),
          ),
        ),
      ]
    }),
    ...outOfOrder(
      ['holidays'],
      '"holidays"',
      policy.holidays.map(({ date }) => ({ name: `"${date}"`, key: date })),
    ),
  ]
}

interface Placed {
  readonly name: string
  readonly key: number | string
}

function outOfOrder(path: Path, who: string, row: readonly Placed[]): Complaint[] {
  return row.flatMap((one, place) => {
    const before = row[place - 1]
    if (before === undefined || before.key < one.key) return []
    const message = `${who} has ${one.name} after ${before.name}; put them in rising order`
    return [{ path: [...path, place], message }]
  })
}
