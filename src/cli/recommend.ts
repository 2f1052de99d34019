import { z } from 'zod'
import { recommend } from '../core/assess/trigger-tool.ts'
import type { Policy } from '../core/policy/policy.ts'
import { type Answer, check, failed, give, giveAll, readJson } from './answer.ts'
import { readOptions, wantsJson } from './options.ts'
import type { Command } from './terminal.ts'

const USAGE = `muster recommend TRIGGER … [--urgent] [--score N] | --json '{"triggers":["T3"],"urgent":false}' | --batch`
const EXAMPLE = '{"triggers":["T3","T4"],"urgent":false}'

const Question = z.object({
  triggers: z.array(z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)])),
  urgent: z.boolean().default(false),
  score: z.number().optional(),
})

/** `muster recommend`: what the trigger checklist advises, with its reasons. */
export function recommendCommand(policies: readonly Policy[]): Command {
  return {
    summary: 'what the trigger checklist recommends, with its reasons',
    usage: USAGE,
    async run(args, terminal) {
      const json = wantsJson(args)
      const text = { type: 'string' } as const
      const flag = { type: 'boolean' } as const
      const read = readOptions(args, { json: text, score: text, urgent: flag, batch: flag }, USAGE)
      if (!read.ok) return give(read, json, terminal)
      const { values, positionals } = read
      if (values.batch) return giveAll(answer, terminal)
      if (values.json !== undefined) {
        const question = readJson(values.json, 'What follows --json')
        return give(question.ok ? answer(question.value) : question, json, terminal)
      }
      const score = values.score === undefined ? {} : { score: Number(values.score) }
      return give(
        answer({ triggers: positionals, urgent: values.urgent ?? false, ...score }),
        json,
        terminal,
      )
    },
  }

  function answer(question: unknown): Answer {
    const asked = check(Question, question, EXAMPLE)
    const [policy] = policies
    if (!asked.ok) return asked
    if (!policy) return failed('No policy pack is loaded, so there are no triggers.')
    const { triggers, urgent, score } = asked.value
    const given = recommend({ triggers: triggers.map((id) => ({ id })), urgent, score }, policy)
    if (!given.ok) return failed(given.refusal.message)
    const { recommend: advice, reasons, urgent: path, disclaimer } = given.recommendation
    return {
      ok: true,
      data: { recommend: advice, reasons, urgent: path, disclaimer },
      words: [
        `Recommended: ${advice}${path ? ', and the urgent path' : ''}. A person decides.`,
        ...reasons.map((reason) => `- ${reason}`),
        disclaimer,
      ],
    }
  }
}
