import { z } from 'zod'
import { rule } from './citation.ts'
import { When } from './form.ts'
import { Post, Rung } from './post.ts'

/**
 * How long a clock runs. `receiptOf`: due when that other clock's evidence is received.
 * `chosen`: again and again, as often as a person chooses for the case.
 * `withoutDelay`: wanted from then on; the rule gives no time, so that it is never breached.
 */
export const Within = z.discriminatedUnion('unit', [
  z.object({ unit: z.literal('hours'), amount: z.int().positive() }),
  z.object({ unit: z.literal('workingDays'), amount: z.int().positive() }),
  z.object({ unit: z.literal('days'), amount: z.int().positive() }),
  z.object({ unit: z.literal('months'), amount: z.int().positive() }),
  z.object({ unit: z.literal('receiptOf'), clock: z.string() }),
  z.object({ unit: z.literal('asRequired') }),
  z.object({ unit: z.literal('chosen') }),
  z.object({
    unit: z.literal('withoutDelay'),
    from: z.discriminatedUnion('unit', [
      z.object({ unit: z.literal('hours'), amount: z.int().min(0) }),
      /** The first that comes after the start, by the clock on the wall. */
      z.object({ unit: z.literal('midnight') }),
    ]),
  }),
])
export type Within = z.infer<typeof Within>

export const Start = z.enum(['raised', 'occurred', 'identified'])
export type Start = z.infer<typeof Start>

/** Also when another clock is met: it starts then, counted from when that was done. */
const ClockStart = z.union([Start, z.object({ met: z.string() })])
export type ClockStart = z.infer<typeof ClockStart>

export const ClockRule = z.object({
  ...rule,
  /** The types of case whose raising starts this clock; `safeguarding`: whatever its type, once it is such a matter. */
  startsOn: z.array(z.enum(['concern', 'incident', 'intelligence', 'safeguarding'])).min(1),
  from: ClockStart,
  /** Only of a case that was raised with one of these answers to each of these questions. */
  when: z.exactOptional(z.array(When)),
  within: Within,
  /** A soft clock nudges and is never breached. */
  soft: z.boolean().default(false),
  /** Off unless an administrator's pack switches it on. */
  optional: z.boolean().default(false),
  owes: Post,
  to: Post,
  /** What makes it unneeded, after “if”: whoever may answer for it can say so, with a reason. */
  lapses: z.exactOptional(z.string()),
  ladder: z.string(),
  climb: z.array(Rung),
  evidence: z.object({
    /** What `done …` must carry: a reference, a form's answers, or only the time. */
    reference: z.string().optional(),
    form: z.string().optional(),
    /** The question whose answer is the time on which the clock is judged. */
    asks: z.string(),
  }),
  /** Other ways of counting, shown as information only. */
  information: z.array(z.object({ label: z.string(), from: Start, within: Within })).default([]),
})
export type ClockRule = z.infer<typeof ClockRule>

const wallTime = z.string().regex(/^\d\d:\d\d$/)

/** When a clock nudges. All ladders are choices. */
export const Ladder = z.discriminatedUnion('kind', [
  z.object({
    ...rule,
    kind: z.literal('elapsed'),
    onStart: z.boolean(),
    halfWay: z.boolean(),
    hoursBefore: z.array(z.number().positive()),
    onDue: z.boolean(),
    /** After the due time: every day, working or not, at this local time. */
    dailyAfter: wallTime.optional(),
    climbMinutes: z.int().positive(),
    urgentClimbMinutes: z.int().positive(),
  }),
  z.object({
    ...rule,
    kind: z.literal('working'),
    dayBefore: z.array(wallTime),
    dueDay: z.array(wallTime),
    /** After the due day: each working day at this local time. Also when a climb goes on. */
    workingMornings: wallTime,
  }),
])
export type Ladder = z.infer<typeof Ladder>

export const QuietHours = z.object({ from: wallTime, to: wallTime })
export type QuietHours = z.infer<typeof QuietHours>
