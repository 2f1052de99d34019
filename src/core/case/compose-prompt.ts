import type { Composing } from '../kind.ts'
import { serviceOf } from '../late.ts'
import type { Button, Message, Part } from '../message/message.ts'
import { nameOf } from '../people/find.ts'
import { whoMay } from '../permission/permitted.ts'
import { lastAsk, type Prompt, promptName } from '../prompt.ts'
import { askedToAnswer } from './asked.ts'
import type { Case } from './case.ts'
import { onList } from './confidential.ts'
import { urgentSign } from './host/compose.ts'
import { alreadyParts, heldWords, howToAnswer } from './level/words.ts'
import { levelLeftQuestion } from './level-left.ts'
import { newestMessage, type Question } from './prompts.ts'
import { quietQuestion } from './quiet/compose.ts'
import { clockRule } from './rules.ts'
import { urgentMeeting } from './urgent-meeting.ts'
import { people, ruleOfClock, shown, standing } from './words.ts'

/** A question in the thread: what is asked, of whom, and how to answer. */
export function composePrompt(kase: Case, prompt: Prompt, composing: Composing): Message {
  // Prompts of a case are opened by us alone, with these questions.
  const { title, parts } = QUESTIONS[prompt.asks as Question](kase, prompt, composing)
  if (prompt.state !== 'open')
    return {
      title: `${title} · ${prompt.state}`,
      parts: [...parts, { kind: 'text', text: settled(prompt, composing) }],
    }
  return {
    title,
    parts: [...parts, asked(kase, prompt), buttonsPart(kase, prompt, composing)],
  }
}

/** The question in one line, for lists. */
export function promptTitle(kase: Case, prompt: Prompt, composing: Composing): string {
  // Prompts of a case are opened by us alone, with these questions.
  return QUESTIONS[prompt.asks as Question](kase, prompt, composing).title
}

/** Nobody answered: the next person is asked, in a message of its own, so that it notifies them. */
export function composePromptNudge(
  kase: Case,
  prompt: Prompt,
  n: number,
  composing: Composing,
): Message {
  const { title, parts } = QUESTIONS[prompt.asks as Question](kase, prompt, composing)
  const [person] = onList(kase, prompt.asked.slice(n - 1, n))
  if (prompt.state !== 'open')
    return {
      title: `${title} · ${prompt.state}`,
      parts: [{ kind: 'text', text: settled(prompt, composing) }],
    }
  return {
    title: `No answer yet: ${title}`,
    parts: [
      {
        kind: 'text',
        text: person
          ? [{ person }, `, you are asked next${notAcceptedBefore(kase, prompt, n)}.`]
          : [...people(onList(kase, prompt.asked)), ': this still waits for an answer.'],
      },
      ...parts,
      ...(n === lastAsk(prompt, newestMessage(prompt, composing))
        ? [buttonsPart(kase, prompt, composing)]
        : []),
    ],
  }
}

/** Why somebody is asked before the one asked before them has had their time. */
function notAcceptedBefore({ late }: Case, prompt: Prompt, n: number): string {
  const before = late.find(({ instead }) => instead === `nudge:prompt.${promptName(prompt)}:${n}`)
  return before ? `: ${serviceOf(before.place)} has not accepted the question before this one` : ''
}

interface Asking {
  readonly title: string
  readonly parts: readonly Part[]
}

const QUESTIONS: Readonly<
  Record<Question, (kase: Case, prompt: Prompt, composing: Composing) => Asking>
> = {
  triage: () => ({
    title: 'Please triage this case',
    parts: [
      {
        kind: 'text',
        text: 'Mark the triggers you see, with evidence, and score consequence and likelihood. The tool recommends; you decide.',
      },
    ],
  }),
  level: (kase, prompt, composing) => {
    const { policy } = composing
    const advice = kase.triage
    return {
      title: `The trigger tool recommends: ${advice?.recommend ?? ''}`,
      parts: [
        ...alreadyParts(kase, prompt, composing),
        { kind: 'list', items: advice?.reasons ?? [] },
        {
          kind: 'text',
          text: `${advice?.disclaimer ?? ''}${prompt.state === 'open' ? howToAnswer(kase, policy) : ''}`,
        },
        { kind: 'rule', id: 'trigger tool', citation: policy.triggerTool.citation },
      ],
    }
  },
  providerLevel: ({ provider }, prompt, { policy }) => ({
    title: `Decide the level of ${provider.name} itself`,
    parts: [
      {
        kind: 'text',
        text: `This case is to lead to enhanced. Its provider’s level was not changed, since that would show the case to others. ${prompt.state === 'open' ? `Decide it on the provider’s card (“Change its level…”), with a reason that its own people may read; then say so here. If it is in enhanced already, press “It is decided there”.${heldWords(policy)} Or leave it: “no because …”. Until then whoever raised this is not told of closer oversight.` : ''}`.trim(),
      },
      { kind: 'rule', id: 'trigger tool', citation: policy.triggerTool.citation },
    ],
  }),
  levelLeft: levelLeftQuestion,
  urgent: (kase, _prompt, { policy }) => ({
    title: `Does this need ${urgentMeeting(policy)} now?`,
    parts: [
      { kind: 'alert', text: urgentWhy(kase, policy) },
      {
        kind: 'text',
        text: `You can call ${urgentMeeting(policy)} from any level at any time. You see who would be called before anyone is. If it is not needed, say why: “no because …”.`,
      },
      ...urgentRule(policy),
    ],
  }),
  panel: (kase, _prompt, { policy }) => {
    const rule = policy.incidentPanel
    const run = kase.clocks.find((one) => one.rule === rule?.after)
    const how = run?.state === 'met' ? 'is there' : 'is not there in time'
    return {
      title: 'Is this for the incident panel?',
      parts: [
        {
          kind: 'text',
          text: `The 72-hour report ${how}. The panel decides whether to downgrade, delete or close. No rule says by when. If it is not for the panel yet, say why: “no because …”.`,
        },
        ...(rule ? [{ kind: 'rule', id: rule.id, citation: rule.citation } as const] : []),
      ],
    }
  },
  quiet: (_kase, prompt, composing) => quietQuestion(prompt, composing),
  cadence: (_kase, prompt, { policy }) => ({
    title: 'How often are updates given from now on?',
    parts: [
      {
        kind: 'text',
        text: 'You choose it for this incident, and can change it. You are reminded accordingly, until the incident is closed. No rule says how often.',
      },
      ...(prompt.about === null ? [] : [ruleOfClock(policy, prompt.about)]),
    ],
  }),
  notified: (kase, prompt, { policy }) => {
    const clock = prompt.about === null ? null : clockRule(policy, prompt.about)
    const reference = kase.clocks.find(({ rule }) => rule === prompt.about)?.reference
    return {
      title: clock?.evidence.asks ?? 'When was it done?',
      parts: [
        {
          kind: 'text',
          text: `${reference ? `Recorded: reference ${reference}. ` : ''}${clock?.id ?? ''} is judged on this time. Reply with a time, for example “21:10” or “now”.`,
        },
        ...(clock ? [ruleOfClock(policy, clock.id)] : []),
      ],
    }
  },
  lateReason: (kase, prompt, composing) => {
    const run = kase.clocks.find(({ rule }) => rule === prompt.about)
    const clock = prompt.about === null ? null : clockRule(composing.policy, prompt.about)
    return {
      title: `${clock?.id ?? ''} ${clock?.label ?? ''} was overdue when the case was raised. Why?`,
      parts: [
        {
          kind: 'text',
          text: run
            ? `${standing(run, composing)}: ${run.words}. The rule counts from the incident itself.`
            : '',
        },
        ...(clock ? [ruleOfClock(composing.policy, clock.id)] : []),
      ],
    }
  },
}

function urgentWhy(kase: Case, policy: Composing['policy']): string {
  if (kase.triage?.urgent) return kase.triage.reasons.join(' ')
  const sign = urgentSign(kase, policy)
  const danger = 'Someone was in immediate danger when this was raised.'
  if (sign === null) return danger
  return kase.danger ? `${danger} ${sign}` : sign
}

function asked(kase: Case, prompt: Prompt): Part {
  const named = onList(kase, prompt.asked)
  return named.length === 0
    ? {
        kind: 'alert',
        text: kase.confidential
          ? 'Nobody who sees this case holds the role that is asked. Give somebody access who does, or answer it.'
          : 'Nobody in the directory holds the role that is asked. Ask an administrator to name someone.',
      }
    : { kind: 'text', text: ['Asked: ', ...people(named)] }
}

function settled({ state, answer, answeredBy, answeredAt }: Prompt, composing: Composing): string {
  if (state === 'withdrawn' || answeredAt === null) return 'No longer asked.'
  const who = answeredBy === null ? 'Muster' : nameOf(composing.directory, answeredBy)
  const words = /^\d{4}-\d\d-\d\dT/.test(answer ?? '') ? shown(answer ?? '', composing) : answer
  return `${who} answered at ${shown(answeredAt, composing)}: ${words}`
}

function buttonsPart(kase: Case, prompt: Prompt, composing: Composing): Part {
  const may = whoMay(askedToAnswer(kase, prompt, composing), composing)
  return { kind: 'buttons', buttons: buttonsOf(kase, prompt), for: may }
}

function buttonsOf(kase: Case, prompt: Prompt): Button[] {
  return prompt.offers.map(({ value, label, form, style, with: filled }) => ({
    label,
    press:
      form === undefined
        ? {
            do: 'answer',
            record: kase.id,
            prompt: prompt.id,
            answer: value,
            revision: prompt.revision,
          }
        : { do: 'open', form, record: kase.id, with: { ...openWith(prompt), ...filled } },
    ...(style ? { style } : {}),
  }))
}

function openWith(prompt: Prompt): Record<string, string> {
  const about: Record<string, string> = prompt.about === null ? {} : { clock: prompt.about }
  return { ...about, prompt: prompt.id }
}

/** The transition that the urgent path's meeting makes, with its source. */
function urgentRule({ meetings, prompting, transitions }: Composing['policy']): Part[] {
  const meeting = meetings.find(({ id }) => id === prompting.urgentMeeting)
  const transition = transitions.find(({ id }) => id === meeting?.entersLevel?.transition)
  return transition ? [{ kind: 'rule', id: transition.id, citation: transition.citation }] : []
}
