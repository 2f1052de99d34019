import { z } from 'zod'
import type { Policy } from '../core/policy/policy.ts'
import { shortDate } from '../core/time/day.ts'
import { type Due, dueDate } from '../core/time/due.ts'
import { Instant } from '../core/time/instant.ts'
import { type Fold, type Moment, parseLocal, showLocal } from '../core/time/local.ts'
import { type Answer, check, failed, give, giveAll } from './answer.ts'
import { readOptions, wantsJson } from './options.ts'
import type { Command } from './terminal.ts'
import { sourceOf, type Timed, timedRules, unknownRule, withoutDuration } from './timed-rule.ts'

const USAGE = 'muster when RULE --start "YYYY-MM-DD HH:MM" [--fold first|second] [--json] | --batch'
const EXAMPLE = '{"rule":"D3","start":"2027-03-26 20:15"}'

const Question = z.object({
  rule: z.string(),
  start: z.string().optional(),
  fold: z.enum(['first', 'second']).optional(),
})
type Question = z.infer<typeof Question>

/** `muster when`: the due date of a rule, each day counted or skipped and why. */
export function whenCommand(policies: readonly Policy[]): Command {
  const rules = policies.flatMap(timedRules)
  return {
    summary: 'when a rule falls due, with each day counted or skipped and why',
    usage: USAGE,
    async run(args, terminal) {
      const json = wantsJson(args)
      const text = { type: 'string' } as const
      const flag = { type: 'boolean' } as const
      const read = readOptions(args, { start: text, fold: text, json: flag, batch: flag }, USAGE)
      if (!read.ok) return give(read, json, terminal)
      const [rule, ...more] = read.positionals
      const { batch, json: _, ...asked } = read.values
      if (batch)
        return giveAll((question) => answer({ ...defaults(rule), ...objectOf(question) }), terminal)
      if (rule === undefined || more.length > 0) {
        return give(failed(`Name one rule. Write: ${USAGE}`), json, terminal)
      }
      return give(answer({ rule, ...asked }), json, terminal)
    },
  }

  function answer(question: unknown): Answer {
    const asked = check(Question, question, EXAMPLE)
    return asked.ok ? when(asked.value, rules) : asked
  }
}

function defaults(rule: string | undefined): object {
  return rule === undefined ? {} : { rule }
}

function objectOf(question: unknown): object {
  return typeof question === 'object' && question !== null ? question : {}
}

function when({ rule: name, start: words, fold }: Question, rules: readonly Timed[]): Answer {
  const rule = rules.find(({ id }) => id.toLowerCase() === name.trim().toLowerCase())
  if (!rule) return failed(unknownRule(name, [...new Set(rules.map(({ id }) => id))]))
  const silent = withoutDuration(rule)
  if (silent !== null) {
    return {
      ok: true,
      data: { rule: rule.id, message: silent },
      words: [silent, sourceOf({ ...rule, from: null })],
    }
  }
  if (words === undefined) return failed(`Say when ${rule.id} starts: --start "YYYY-MM-DD HH:MM".`)
  const start = startOf(words, rule.calendar.zone, fold)
  if (start.type === 'gap' || start.type === 'invalid') return failed(start.message)
  const instant = start.type === 'twice' ? start.first : start.instant
  const due = rule.within && dueDate(rule.within, instant, rule.calendar)
  if (!due) throw new Error(`${rule.id} has a duration but no due date`)
  return explained(rule, due, start.type === 'twice' ? foldNote(start) : undefined)
}

function explained(rule: Timed, due: Due, note: string | undefined): Answer {
  const { zone } = rule.calendar
  const days = due.counted.map(shortDate).join(', ')
  return {
    ok: true,
    data: {
      rule: rule.id,
      start: due.start,
      due: due.due,
      dueLocal: showLocal(due.due, zone),
      counted: due.counted,
      skipped: due.skipped,
      ...(due.provisional ? { provisional: true } : {}),
      ...(note === undefined ? {} : { note }),
    },
    words: [
      `${rule.id} ${rule.label}, from ${showLocal(due.start, zone)}`,
      due.words,
      ...(days === '' ? [] : [`Counted: ${days}.`]),
      ...(note === undefined ? [] : [note]),
      sourceOf(rule),
    ],
  }
}

/** Local words, or an instant as Muster writes it. */
function startOf(words: string, zone: string, fold: Fold | undefined): Moment {
  const asUtc = words.trim()
  if (!Instant.safeParse(asUtc).success) return parseLocal(words, zone, fold)
  return parseLocal(asUtc.slice(0, -1), 'UTC')
}

function foldNote({ message }: Extract<Moment, { type: 'twice' }>): string {
  return `${message} This is for the first; fold "second" asks for the other.`
}
