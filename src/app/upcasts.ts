import { z } from 'zod'

const Nudged = z.looseObject({ nudges: z.array(z.looseObject({})) })
const Folding = z.looseObject({
  kind: z.string(),
  clocks: z.array(Nudged).optional(),
  cycles: z.array(Nudged).optional(),
  prompts: z.array(z.looseObject({})).optional(),
})

/**
 * 2: a record knows what a service has not accepted, and a clock when somebody took it. What an outage
 * held up is told in one notice; before, every nudge was a message of its own.
 */
export function recordToTwo(old: unknown): unknown {
  const { kind, clocks, cycles, prompts, ...rest } = Folding.parse(old)
  return {
    kind,
    ...rest,
    ...(clocks && { clocks: clocks.map((run) => ({ ...unfolded(run), takenAt: null })) }),
    ...(cycles && { cycles: cycles.map(unfolded) }),
    ...(prompts && { prompts: prompts.map((prompt) => ({ ...prompt, folded: [] })) }),
    ...(kind === 'organisation' ? { outages: [] } : { late: [] }),
  }
}

function unfolded(run: z.infer<typeof Nudged>) {
  return { ...run, nudges: run.nudges.map((nudge) => ({ ...nudge, folded: false })) }
}

/** 3: a meeting may have a call of its own. */
export function recordToThree(old: unknown): unknown {
  const record = z.looseObject({ kind: z.string() }).parse(old)
  return record.kind === 'meeting' ? { ...record, call: null } : record
}

/** 2: a pack says when a message counts as not accepted, and how long Muster must have been off to say so. */
export function packToTwo(old: unknown): unknown {
  const pack = z.looseObject({ prompting: z.looseObject({}) }).parse(old)
  return { ...pack, prompting: { ...pack.prompting, lateMinutes: 10, outageMinutes: 10 } }
}
