import type { Slot } from '../effect.ts'
import type { Composing } from '../kind.ts'
import { isOnlyTold, isToldInstead } from '../late.ts'
import type { Button, Message, Part } from '../message/message.ts'
import { phonesFor } from '../people/phones.ts'
import { whoMay } from '../permission/permitted.ts'
import type { ClockRule } from '../policy/clock.ts'
import { promptName } from '../prompt.ts'
import { referenceOf } from '../record-id.ts'
import { askedToTake } from './asked.ts'
import type { Case } from './case.ts'
import { type ClockRun, lastSent, type Nudge } from './clock-run.ts'
import { composeByMail } from './compose-late.ts'
import { composeNotice } from './compose-notice.ts'
import { composePrompt, composePromptNudge } from './compose-prompt.ts'
import { composeRoot, titleOf } from './compose-root.ts'
import { clockRule, ownPlaces } from './rules.ts'
import { howCounted, people, postLabel, ruleOfClock, standing } from './words.ts'

/** What a slot says now: written from the case as it stands, never from an old event. */
export function composeCase(kase: Case, slot: Slot, composing: Composing): Message | undefined {
  const { viewer } = composing
  if (isOnlyTold(kase.late, ownPlaces(kase), viewer, slot)) return undefined
  if (isToldInstead(kase.late, viewer, slot)) return composeByMail(kase, slot, composing)
  if (slot === 'root') return composeRoot(kase, composing)
  if (slot === 'receipt') return receipt(kase, composing)
  const [kind = '', id = '', number = ''] = slot.split(':')
  switch (kind) {
    case 'notice': {
      const notice = kase.notices.find(({ n }) => n === Number(id))
      return notice && composeNotice(kase, notice, composing)
    }
    case 'prompt': {
      const prompt = kase.prompts.find((one) => promptName(one) === id)
      return prompt && composePrompt(kase, prompt, composing)
    }
    case 'outcome': {
      const told = kase.told.find(({ n }) => n === Number(id))
      return (
        told && {
          title: `News of ${referenceOf(kase.id)}`,
          parts: [{ kind: 'text', text: told.words }],
        }
      )
    }
    case 'nudge':
      return composeNudgeSlot(kase, id, Number(number), composing)
    default:
      return undefined
  }
}

function composeNudgeSlot(
  kase: Case,
  id: string,
  n: number,
  composing: Composing,
): Message | undefined {
  if (id.startsWith('prompt.')) {
    const prompt = kase.prompts.find((one) => `prompt.${promptName(one)}` === id)
    return prompt && composePromptNudge(kase, prompt, n, composing)
  }
  const run = kase.clocks.find(({ rule }) => rule === id)
  const nudge = run?.nudges.find((one) => one.n === n)
  return run && nudge && composeNudge(kase, run, nudge, composing)
}

function composeNudge(kase: Case, run: ClockRun, nudge: Nudge, composing: Composing): Message {
  const rule = clockRule(composing.policy, run.rule)
  const open = run.state === 'running' || run.state === 'missed'
  const newest = nudge.n === lastSent(run)
  return {
    title: `${run.rule} ${rule.label}: ${open && saysWhy(kase, run, nudge) ? nudge.why : standing(run, composing)}`,
    parts: [
      nudge.to.length === 0
        ? {
            kind: 'alert',
            text: `Nobody in the directory is ${postLabel(kase, rule.owes, composing)}. Ask an administrator to name someone.`,
          }
        : {
            kind: 'text',
            text: [
              ...(open ? [...people(nudge.to), ': '] : []),
              `${open ? wanted(kase, run, composing) : 'Nothing more is wanted'}.`,
            ],
          },
      ...(open ? [{ kind: 'text', text: `Counted: ${howCounted(run)}.` } as const] : []),
      ...(run.haver === null
        ? []
        : [{ kind: 'text', text: [{ person: run.haver }, ' has it.'] } as const]),
      ruleOfClock(composing.policy, run.rule),
      ...(open && newest ? [nudgePart(kase, run, rule, composing)] : []),
    ],
  }
}

/** Whoever has it knows when it is due; that the reminder before did not arrive is news to them too. */
function saysWhy({ late }: Case, run: ClockRun, { n }: Nudge): boolean {
  return run.haver === null || late.some(({ instead }) => instead === `nudge:${run.rule}:${n}`)
}

function wanted(kase: Case, run: ClockRun, composing: Composing): string {
  const rule = clockRule(composing.policy, run.rule)
  return `${rule.label} is owed to ${postLabel(kase, rule.to, composing)}, ${standing(run, composing)}`
}

function nudgePart(kase: Case, run: ClockRun, rule: ClockRule, composing: Composing): Part {
  const may = whoMay(askedToTake(kase, run, composing), composing)
  return { kind: 'buttons', buttons: nudgeButtons(kase, run, rule.evidence), for: may }
}

function nudgeButtons(
  kase: Case,
  run: ClockRun,
  asked: { form?: string | undefined; reference?: string | undefined },
): Button[] {
  const record = kase.id
  return [
    ...(run.haver === null
      ? [
          {
            label: 'I have it',
            press: { do: 'have', record, clock: run.rule },
            style: 'primary',
          } as const,
        ]
      : []),
    {
      label: 'It is done…',
      press: { do: 'open', form: asked.form ?? 'notified', record, with: { clock: run.rule } },
    },
    { label: 'Snooze…', press: { do: 'open', form: 'snooze', record, with: { clock: run.rule } } },
  ]
}

/** The private confirmation. */
function receipt(kase: Case, { directory }: Composing): Message {
  const lead = directory.organisations.find(({ slug }) => slug === kase.provider.leadProvider)
  const said = (text: string): Part => ({ kind: 'text', text })
  return {
    title: `Recorded: ${titleOf(kase)}`,
    parts: [
      ...(kase.danger ? [danger(kase, directory)] : []),
      said(
        `Thank you. ${lead?.name ?? 'The Lead Provider'}’s quality lead has been asked to look at it. You will be told here what comes of it.`,
      ),
      ...(kase.raiser.how === 'inConfidence'
        ? [said('You raised it in confidence: your name is shown to that quality lead only.')]
        : []),
      said(
        `Keep the reference: ${referenceOf(kase.id)}. To add to it, tell your incident lead the reference.`,
      ),
    ],
  }
}

function danger(kase: Case, directory: Composing['directory']): Part {
  const phones = phonesFor(directory, kase.provider)
  return {
    kind: 'alert',
    text: `If anyone is still in danger, phone now. ${phones} Do not wait for Muster.`,
  }
}
