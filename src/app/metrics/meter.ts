import {
  type Counted,
  type CountedLabels,
  TIMED,
  type Timed,
  type TimedLabels,
} from './registry.ts'

/** How the app tells what happens. */
export interface Meter {
  count<Name extends Counted>(name: Name, labels: CountedLabels<Name>): void
  took<Name extends Timed>(name: Name, labels: TimedLabels<Name>, seconds: number): void
}

/** For where nobody measures. */
export const unmeasured: Meter = { count: () => {}, took: () => {} }

/** What happened to one metric under one set of labels: how often, and how much together. */
interface Tally<Name> {
  readonly name: Name
  readonly labels: Readonly<Record<string, string>>
  times: number
  sum: number
  /** The upper bound of its bucket. */
  readonly most: number
}

export interface Tallies {
  readonly counted: readonly Tally<Counted>[]
  /** One for each bucket. */
  readonly timed: readonly Tally<Timed>[]
}

/** Keeps what happened until somebody wants to know: most processes are never asked. */
export interface Tallying extends Meter {
  /** Hands over what came together since the last time. */
  take(): Tallies
}

export function tallying(): Tallying {
  const counted = new Map<string, Tally<Counted>>()
  const timed = new Map<string, Tally<Timed>>()

  return {
    count: (name, labels) => add(counted, { name, labels, most: 0 }, 0),
    took(name, labels, seconds) {
      const most = TIMED[name].buckets.find((bound) => seconds <= bound)
      add(timed, { name, labels, most: most ?? Number.POSITIVE_INFINITY }, seconds)
    },
    take() {
      const taken = { counted: [...counted.values()], timed: [...timed.values()] }
      counted.clear()
      timed.clear()
      return taken
    },
  }
}

function add<Name extends string>(
  tallies: Map<string, Tally<Name>>,
  what: Pick<Tally<Name>, 'name' | 'labels' | 'most'>,
  amount: number,
): void {
  const key = [what.name, what.most, ...Object.values(what.labels)].join('\n')
  const tally = tallies.get(key) ?? { ...what, times: 0, sum: 0 }
  tally.times += 1
  tally.sum += amount
  tallies.set(key, tally)
}
