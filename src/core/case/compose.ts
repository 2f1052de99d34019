import { type Place, placeKey, type Slot } from '../effect.ts'
import type { Composing } from '../kind.ts'
import { isOnlyTold, isToldInstead } from '../late.ts'
import type { Button, Message, Part } from '../message/message.ts'
import { whoMay } from '../permission/permitted.ts'
import type { ClockRule } from '../policy/clock.ts'
import { promptName } from '../prompt.ts'
import { isOfTelling } from '../telling/telling.ts'
import { hasLeft, isForRaiser } from './announce-confidential.ts'
import { askedToTake } from './asked.ts'
import type { Case } from './case.ts'
import { type ClockRun, lastSent, type Nudge } from './clock-run.ts'
import { composeRequest, MOVED } from './compose-confidential.ts'
import { composeByMail } from './compose-late.ts'
import { composeNotice } from './compose-notice.ts'
import { composePrompt, composePromptNudge } from './compose-prompt.ts'
import { composeNews, composeOutcome, composeReceipt } from './compose-receipt.ts'
import { composeRoot } from './compose-root.ts'
import { onList, ownPlacesOf } from './confidential.ts'
import { clockRule, ownPlaces } from './rules.ts'
import { composeRoute } from './safeguarding/compose.ts'
import { isOnlyRoute } from './safeguarding/route.ts'
import { howCounted, people, postLabel, ruleOfClock, standing } from './words.ts'

/** What a slot says now: written from the case as it stands, never from an old event. */
export function composeCase(kase: Case, slot: Slot, composing: Composing): Message | undefined {
  const { viewer } = composing
  if (kase.removed) return undefined
  if (viewer.type === 'code') return slot === 'receipt' ? composeNews(kase, composing) : undefined
  if (viewer.type === 'place') {
    if (hasLeft(kase, viewer.place, slot)) return MOVED
    if (isOnlyRaiser(kase, viewer.place) && !isForRaiser(slot)) return undefined
    if (isOnlyRoute(kase, viewer.place, ownPlaces(kase)) && !isOfTelling(slot)) return undefined
  }
  const route = composeRoute(kase, slot, composing)
  if (route) return route
  if (slot.startsWith('notice:ask.')) return composeRequest(kase, slot, composing)
  if (isOnlyTold(kase.late, ownPlaces(kase), viewer, slot)) return undefined
  if (isToldInstead(kase.late, viewer, slot)) return composeByMail(kase, slot, composing)
  if (slot === 'root') return composeRoot(kase, composing)
  if (slot === 'receipt') return composeReceipt(kase, composing)
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
      return told && composeOutcome(kase, told.words)
    }
    case 'nudge':
      return composeNudgeSlot(kase, id, Number(number), composing)
    default:
      return undefined
  }
}

/** Whether a confidential case is known at a place only because whoever raised it is there. */
function isOnlyRaiser({ confidential, raiser }: Case, place: Place): boolean {
  const key = placeKey(place)
  if (!confidential || raiser.place === null || placeKey(raiser.place) !== key) return false
  return !confidential.access.flatMap(ownPlacesOf).some((one) => placeKey(one) === key)
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
  const to = onList(kase, nudge.to)
  const open = run.state === 'running' || run.state === 'missed'
  const newest = nudge.n === lastSent(run)
  return {
    title: `${run.rule} ${rule.label}: ${open && saysWhy(kase, run, nudge) && !isOutdated(run, nudge) ? nudge.why : standing(run, composing)}`,
    parts: [
      to.length === 0
        ? {
            kind: 'alert',
            text: nobodyIs(kase, postLabel(kase, rule.owes, composing)),
          }
        : {
            kind: 'text',
            text: [
              ...(open ? [...people(to), ': '] : []),
              `${open ? wanted(kase, run, composing) : 'Nothing more is wanted'}.`,
            ],
          },
      ...(open ? [{ kind: 'text', text: `Counted: ${howCounted(run)}.` } as const] : []),
      ...(run.haver === null
        ? []
        : [{ kind: 'text', text: [{ person: run.haver }, ' has it.'] } as const]),
      ...(open && rule.lapses !== undefined
        ? [{ kind: 'text', text: `It is not needed if ${rule.lapses}.` } as const]
        : []),
      ruleOfClock(composing.policy, run.rule),
      ...(open && newest ? [nudgePart(kase, run, rule, composing)] : []),
    ],
  }
}

function nobodyIs({ confidential }: Case, post: string): string {
  return confidential
    ? `Nobody who sees this case is to do it: it is owed by the ${post}. Give somebody access who can, or do it.`
    : `Nobody in the directory is ${post}. Ask an administrator to name someone.`
}

/** Whoever has it knows when it is due; that the reminder before did not arrive is news to them too. */
function saysWhy({ late }: Case, run: ClockRun, { n }: Nudge): boolean {
  return run.haver === null || late.some(({ instead }) => instead === `nudge:${run.rule}:${n}`)
}

/** What was said before it was due says nothing after that. */
function isOutdated({ state, dueAt }: ClockRun, { at }: Nudge): boolean {
  return state === 'missed' && dueAt !== null && at <= dueAt
}

function wanted(kase: Case, run: ClockRun, composing: Composing): string {
  const rule = clockRule(composing.policy, run.rule)
  return `${rule.label} is owed to ${postLabel(kase, rule.to, composing)}, ${standing(run, composing)}`
}

function nudgePart(kase: Case, run: ClockRun, rule: ClockRule, composing: Composing): Part {
  const may = whoMay(askedToTake(kase, run, composing), composing)
  return { kind: 'buttons', buttons: nudgeButtons(kase, run, rule), for: may }
}

function nudgeButtons(kase: Case, run: ClockRun, { evidence: asked, lapses }: ClockRule): Button[] {
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
    ...(lapses === undefined
      ? []
      : [
          {
            label: 'Not needed…',
            press: { do: 'open', form: 'lapse', record, with: { clock: run.rule } },
          } as const,
        ]),
    { label: 'Snooze…', press: { do: 'open', form: 'snooze', record, with: { clock: run.rule } } },
  ]
}
