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
    ...(clocks && { clocks: clocks.map(clockToTwo) }),
    ...(cycles && { cycles: cycles.map(nudgesToTwo) }),
    ...(prompts && { prompts: prompts.map(promptToTwo) }),
    ...(kind === 'organisation' ? { outages: [] } : { late: [] }),
  }
}

export function clockToTwo(run: z.infer<typeof Nudged>): object {
  return { ...nudgesToTwo(run), takenAt: null }
}

export function nudgesToTwo(run: z.infer<typeof Nudged>): object {
  return { ...run, nudges: run.nudges.map(nudgeToTwo) }
}

export function nudgeToTwo(nudge: object): object {
  return { ...nudge, folded: false }
}

export function promptToTwo(prompt: object): object {
  return { ...prompt, folded: [] }
}

const Called = z.looseObject({
  kind: z.string(),
  late: z.array(z.looseObject({ told: z.array(z.looseObject({ slot: z.string() })) })).optional(),
})

/**
 * 3: a meeting may have a call of its own. Administrators are told of what is late by the record of
 * their organisation, and no longer by each record.
 */
export function recordToThree(old: unknown): unknown {
  const { late, ...record } = Called.parse(old)
  return {
    ...record,
    ...(late && { late: late.map((one) => ({ ...one, told: one.told.filter(isNoAlarm) })) }),
    ...(record.kind === 'meeting' ? { call: null } : {}),
  }
}

export function isNoAlarm({ slot }: { readonly slot: string }): boolean {
  return !slot.startsWith('alarm:')
}

/** 2: a pack says when a message counts as not accepted, and how long Muster must have been off to say so. */
export function packToTwo(old: unknown): unknown {
  const pack = z.looseObject({ prompting: z.looseObject({}) }).parse(old)
  return { ...pack, prompting: { ...pack.prompting, lateMinutes: 10, outageMinutes: 10 } }
}

/** 3: a pack says who may do what. What was kept before is judged by the pack in force, as every record is. */
export function packToThree(old: unknown): unknown {
  return { ...z.looseObject({}).parse(old), permissions: [] }
}
