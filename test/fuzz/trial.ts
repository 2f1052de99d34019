import fc from 'fast-check'

/** One way in, what may come through it, and what must hold whatever does. */
export interface Trial<Input = never> {
  readonly name: string
  /** How many of every thousand inputs it gets. */
  readonly share: number
  readonly inputs: fc.Arbitrary<Input>
  /** Throws what is wrong. */
  run(input: Input): void | Promise<void>
}

export interface Tried {
  readonly name: string
  readonly inputs: number
  readonly slowestMs: number
  readonly wrong: string | null
}

/** Longer than anything may keep this process busy; how busy the machine is does not count. */
const MOST_MS = 1000

/** A trial with its inputs; what it is of is known only inside. */
export function trial<Input>(one: Trial<Input>): Named {
  return { name: one.name, share: one.share, tried: (count, seed) => tried(one, count, seed) }
}

export interface Named {
  readonly name: string
  readonly share: number
  tried(count: number, seed: number): Promise<Tried>
}

async function tried<Input>(one: Trial<Input>, count: number, seed: number): Promise<Tried> {
  let slowestMs = 0
  const property = fc.asyncProperty(one.inputs, async (input) => {
    const start = process.cpuUsage()
    await one.run(input)
    const { user, system } = process.cpuUsage(start)
    const ms = (user + system) / 1000
    slowestMs = Math.max(slowestMs, ms)
    if (ms > MOST_MS) throw new Error(`It took ${Math.round(ms)} ms`)
  })
  const details = await fc.check(property, { numRuns: count, seed, endOnFailure: true })
  const wrong = details.failed ? shortened(fc.defaultReportMessage(details) ?? 'interrupted') : null
  return { name: one.name, inputs: details.numRuns, slowestMs, wrong }
}

function shortened(report: string): string {
  return report.length <= 2000 ? report : `${report.slice(0, 2000)}…`
}
