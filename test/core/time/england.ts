import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Calendar } from '../../../src/core/time/calendar.ts'

const Moment = z.object({ utc: z.string() })
const Day = z.object({ date: z.string() })
const Value = z.union([Moment, Day, z.unknown()])

const Scenarios = z.object({
  bank_holidays: z.record(z.string(), z.string()),
  nhs_check_digits: z.record(z.string(), z.int().nullable()),
  scenarios: z.array(
    z.object({
      id: z.string(),
      occurred: Moment.optional(),
      identified: Moment.optional(),
      expected: z.record(z.string(), Value),
    }),
  ),
})

/** The dates that two independent programs agreed on, beside the facts of the domain. */
export const scenarios = Scenarios.parse(
  JSON.parse(readFileSync(new URL('../../fixtures/scenarios.json', import.meta.url), 'utf8')),
)

export const london = 'Europe/London'

export const england: Calendar = {
  zone: london,
  holidays: Object.entries(scenarios.bank_holidays).map(([date, name]) => ({ date, name })),
}

export function scenario(id: string): (typeof scenarios.scenarios)[number] {
  const found = scenarios.scenarios.find((one) => one.id === id)
  if (!found) throw new Error(`scenarios.json has no ${id}`)
  return found
}

/** An expected instant or day of a scenario. */
export function expected(id: string, name: string): string {
  const value = scenario(id).expected[name]
  const moment = Moment.safeParse(value)
  return moment.success ? moment.data.utc : Day.parse(value).date
}
