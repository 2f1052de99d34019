import type { Slot } from '../effect.ts'
import type { Composing } from '../kind.ts'
import { type Late, mailedText, notAcceptedWords, serviceOf, whyByMail } from '../late.ts'
import type { Message, Part } from '../message/message.ts'
import { type Prompt, promptName } from '../prompt.ts'
import { referenceOf } from '../record-id.ts'
import type { Instant } from '../time/instant.ts'
import type { Case } from './case.ts'
import type { ClockRun } from './clock-run.ts'
import { promptTitle } from './compose-prompt.ts'
import { onList } from './confidential.ts'
import { clockRule, owed } from './rules.ts'
import { howCounted, people, postLabel, ruleOfClock, shown, standing, tell } from './words.ts'

/** What the thread is told of a message that a service has not accepted. */
export function composeLateNotice(kase: Case, late: Late, composing: Composing): Message {
  return tell(
    `${serviceOf(late.place)} did not accept ${nameOf(kase, late.slot, composing)}`,
    notAcceptedWords(late, 'it', composing),
    { kind: 'text', text: mailedText(kase.late, late) },
    { kind: 'rule', id: 'late reminders', citation: composing.policy.prompting.citation },
  )
}

/** The latest for each clock and question that still waits: whoever reads the case knows who may not know. */
export function lateAlerts(kase: Case, composing: Composing): Part[] {
  const latest = new Map(kase.late.map((late) => [subjectOf(late.slot), late]))
  return [...latest.values()]
    .filter(({ slot, at }) => !isTaken(clockOf(kase, slot), at) || promptOf(kase, slot))
    .map((late) => ({
      kind: 'alert',
      text: [
        `${notAcceptedWords(late, nameOf(kase, late.slot, composing), composing)} `,
        ...[mailedText(kase.late, late)].flat(),
      ],
    }))
}

/** Nothing more waits for it, or somebody took it since. */
function isTaken(run: ClockRun | undefined, at: Instant): boolean {
  return run === undefined || (run.takenAt !== null && run.takenAt >= at)
}

/** A reminder or a question by mail: it stands alone, so it says of which case it is. */
export function composeByMail(kase: Case, slot: Slot, composing: Composing): Message | undefined {
  const run = clockOf(kase, slot)
  if (run) return clockByMail(kase, run, slot, composing)
  const prompt = promptOf(kase, slot)
  return prompt && promptByMail(kase, prompt, slot, composing)
}

function clockByMail(kase: Case, run: ClockRun, slot: Slot, composing: Composing): Message {
  const rule = clockRule(composing.policy, run.rule)
  const sent = run.nudges.find(({ n }) => `nudge:${run.rule}:${n}` === slot)
  const to = onList(kase, sent?.to ?? [])
  return {
    title: `${referenceOf(kase.id)}: ${run.rule} ${rule.label}, ${standing(run, composing)}`,
    parts: [
      {
        kind: 'text',
        text: [
          ...people(to),
          `: ${rule.label} is owed to ${postLabel(kase, rule.to, composing)}, ${standing(run, composing)}. Counted: ${howCounted(run)}.`,
        ],
      },
      ...(run.haver === null
        ? []
        : [{ kind: 'text', text: [{ person: run.haver }, ' has it.'] } as const]),
      whyByMail(kase.late, slot),
      ruleOfClock(composing.policy, run.rule),
    ],
  }
}

function promptByMail(kase: Case, prompt: Prompt, slot: Slot, composing: Composing): Message {
  return {
    title: `${referenceOf(kase.id)}: a question waits for your answer`,
    parts: [
      {
        kind: 'text',
        text: [...people(onList(kase, prompt.asked)), ': this waits for an answer.'],
      },
      { kind: 'quote', text: promptTitle(kase, prompt, composing) },
      { kind: 'text', text: `Asked since ${shown(prompt.openedAt, composing)}.` },
      whyByMail(kase.late, slot),
    ],
  }
}

/** `the reminder of D1 StEIS alert`, `the question to the Quality lead, Harbour`; nothing of what it is about. */
export function nameOf(kase: Case, slot: Slot, composing: Composing): string {
  const clock = kase.clocks.find(({ rule }) => rule === subjectOf(slot))
  if (clock) return `the reminder of ${clock.rule} ${clockRule(composing.policy, clock.rule).label}`
  const post = kase.prompts.find((one) => `prompt.${promptName(one)}` === subjectOf(slot))?.post
  return post ? `the question to the ${postLabel(kase, post, composing)}` : 'a question'
}

/** The clock, or `prompt.NAME`: the reminders of one thing are about the same. */
function subjectOf(slot: Slot): string {
  const [kind, id = ''] = slot.split(':')
  return kind === 'prompt' ? `prompt.${id}` : id
}

function clockOf(kase: Case, slot: Slot): ClockRun | undefined {
  return owed(kase).find(({ rule }) => rule === subjectOf(slot))
}

function promptOf(kase: Case, slot: Slot): Prompt | undefined {
  return kase.prompts.find(
    (one) => one.state === 'open' && `prompt.${promptName(one)}` === subjectOf(slot),
  )
}
