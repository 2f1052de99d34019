import { z } from 'zod'
import { type Rating, rate } from '../core/assess/instrument.ts'
import type { Instrument } from '../core/policy/instrument.ts'
import type { Policy } from '../core/policy/policy.ts'
import { nearest } from '../core/policy/soundness/nearest.ts'
import { type Answer, check, failed, give, giveAll, readJson } from './answer.ts'
import { readOptions, wantsJson } from './options.ts'
import type { Command } from './terminal.ts'

const USAGE = `muster rate INSTRUMENT ROW=SCORE … | --json '{"ROW":SCORE,…}' | --batch`
const EXAMPLE = '{"instrument":"prr","ratings":{"rating":4,"information":1}}'

const Question = z.object({
  instrument: z.string(),
  ratings: z.record(z.string(), z.number().nullable()),
})
type Question = z.infer<typeof Question>

/** `muster rate`: the total and band of an instrument, with each row's share. */
export function rateCommand(policies: readonly Policy[]): Command {
  return {
    summary: 'the total and band of a rating, with the share of each row',
    usage: USAGE,
    async run(args, terminal) {
      const json = wantsJson(args)
      const read = readOptions(
        args,
        { json: { type: 'string' }, batch: { type: 'boolean' } },
        USAGE,
      )
      if (!read.ok) return give(read, json, terminal)
      const [instrument, ...pairs] = read.positionals
      if (read.values.batch) return giveAll((question) => answer(instrument, question), terminal)
      if (instrument === undefined)
        return give(failed(`Name an instrument. Write: ${USAGE}`), json, terminal)
      const ratings =
        read.values.json === undefined
          ? fromPairs(pairs)
          : readJson(read.values.json, 'What follows --json')
      if (!ratings.ok) return give(ratings, json, terminal)
      return give(answer(instrument, { ratings: ratings.value }), json, terminal)
    },
  }

  function answer(instrument: string | undefined, question: unknown): Answer {
    const named = instrument === undefined ? {} : { instrument }
    const whole =
      typeof question === 'object' && question !== null ? { ...named, ...question } : question
    const asked = check(Question, whole, EXAMPLE)
    return asked.ok ? rated(asked.value, policies) : asked
  }
}

function rated({ instrument: name, ratings }: Question, policies: readonly Policy[]): Answer {
  const instruments = policies.flatMap((policy) => policy.instruments)
  const found = instruments.find(({ id }) => id.toLowerCase() === name.trim().toLowerCase())
  if (!found) return failed(unknownInstrument(name, [...new Set(instruments.map(({ id }) => id))]))
  const answer = rate(found, ratings)
  if (!answer.ok) return failed(answer.refusal.message)
  const { instrument, total, band, bandLabel, rows, blank, remark, sum } = answer.rating
  const { disclaimer } = found
  return {
    ok: true,
    data: {
      total,
      band,
      bandLabel,
      instrument,
      rows,
      blank,
      sum,
      ...(remark === null ? {} : { remark }),
      ...(disclaimer === undefined ? {} : { disclaimer }),
    },
    words: wordsOf(answer.rating, found),
  }
}

function wordsOf(
  { total, bandLabel, rows, remark, sum }: Rating,
  { label, disclaimer }: Instrument,
): string[] {
  return [
    `${label}: ${total}, band ${bandLabel}`,
    ...rows.map(
      (row) => `  ${row.share}  ${row.label}: ${row.score} (${row.step}) × ${row.weight}`,
    ),
    `  ${sum}`,
    ...(remark === null ? [] : [remark]),
    ...(disclaimer === undefined ? [] : [disclaimer]),
  ]
}

type Pairs = { ok: true; value: Record<string, number> } | { ok: false; error: string }

function fromPairs(pairs: readonly string[]): Pairs {
  const read = pairs.map((pair) => /^(\w+)=(\d+(?:\.\d+)?)$/.exec(pair))
  const wrong = pairs[read.indexOf(null)]
  if (wrong !== undefined)
    return { ok: false, error: `"${wrong}" is not ROW=SCORE. Write: ${USAGE}` }
  return {
    ok: true,
    value: Object.fromEntries(read.map((match) => [match?.[1] ?? '', Number(match?.[2])])),
  }
}

function unknownInstrument(name: string, ids: readonly string[]): string {
  const meant = nearest(name, ids)
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`
  return `There is no instrument "${name}".${hint} The instruments are ${ids.join(', ')}.`
}
