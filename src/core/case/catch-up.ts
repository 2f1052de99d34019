import type { Context } from '../kind.ts'
import { caughtUp, type HeldUp, type Outage } from '../outage.ts'
import type { Case } from './case.ts'
import type { ClockRun } from './clock-run.ts'
import { promptTitle } from './compose-prompt.ts'
import type { CaseEvent } from './event.ts'
import { evolveCase } from './evolve.ts'
import { clockRule, owersOf } from './rules.ts'
import { postLabel } from './words.ts'

/** What an outage held up, told in one notice for each place and in no message of its own. */
export function folded(
  kase: Case,
  events: readonly CaseEvent[],
  outage: Outage,
  context: Context,
): readonly CaseEvent[] {
  const quiet = events.map(quietly)
  const after = quiet.reduce<Case>(evolveCase, kase)
  const late = [
    ...after.clocks.flatMap((run) => lateClock(after, run, quiet, context)),
    ...after.prompts.flatMap(({ id }) => lateQuestion(after, id, quiet, context)),
  ]
  if (late.length === 0) return quiet
  const { places, provider } = kase
  const told = caughtUp(outage, late, places, context.directory, provider)
  return [...quiet, { type: 'caughtUp', at: context.now, ...told }]
}

function quietly(event: CaseEvent): CaseEvent {
  if (event.type === 'clockNudged') return { ...event, nudge: { ...event.nudge, folded: true } }
  const tells = event.type === 'clockMissed' || event.type === 'promptClimbed'
  return tells ? { ...event, folded: true } : event
}

function lateClock(
  kase: Case,
  run: ClockRun,
  events: readonly CaseEvent[],
  context: Context,
): HeldUp[] {
  const happened = (type: 'clockNudged' | 'clockMissed') =>
    events.some((event) => event.type === type && event.clock === run.rule)
  const missed = happened('clockMissed')
  if (run.dueAt === null || !(missed || happened('clockNudged'))) return []
  const rule = clockRule(context.policy, run.rule)
  return [
    {
      record: kase.id,
      about: `${rule.id} ${rule.label}`,
      what: missed ? 'missed' : run.state === 'missed' ? 'overdue' : 'due',
      urgent: run.urgent,
      at: run.dueAt,
      people: [...owersOf(run)],
      post: postLabel(kase, rule.owes, context),
    },
  ]
}

function lateQuestion(
  kase: Case,
  id: string,
  events: readonly CaseEvent[],
  context: Context,
): HeldUp[] {
  const prompt = kase.prompts.find((one) => one.id === id)
  const climbed = events.some((event) => event.type === 'promptClimbed' && event.prompt === id)
  if (!prompt || !climbed) return []
  return [
    {
      record: kase.id,
      about: promptTitle(kase, prompt, { ...context, viewer: { type: 'operator' } }),
      what: 'question',
      urgent: prompt.urgent,
      at: prompt.openedAt,
      people: prompt.asked,
      post: prompt.post ? postLabel(kase, prompt.post, context) : 'the one who is asked',
    },
  ]
}
