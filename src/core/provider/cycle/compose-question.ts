import { doerText, postLabel, shown } from '../../case/words.ts'
import type { Composing } from '../../kind.ts'
import type { Button, Message, Part, Text } from '../../message/message.ts'
import { nameOfDoer } from '../../people/doer.ts'
import type { Policy } from '../../policy/policy.ts'
import type { Post } from '../../policy/post.ts'
import { showDay } from '../../time/local.ts'
import { labelOf } from '../change-level.ts'
import { stageWording } from '../procedure/compose.ts'
import { procedureOf } from '../procedure/stage.ts'
import type { Provider } from '../provider.ts'
import { quietWording } from '../quiet/compose.ts'
import { inSentence } from './compose.ts'
import { codeOf, runningCycle } from './duty.ts'
import { everyWords } from './interval.ts'
import { type About, isAsked, type Question, slotOfQuestion } from './question.ts'

/** What a question says, of whom it is asked, what is wanted of them, and how it is answered. */
interface Wording {
  readonly title: string
  readonly text: string
  /** What there is to know beside it. */
  readonly more?: readonly Part[]
  readonly post: Post
  readonly wanted?: string
  readonly buttons: readonly Button[]
  readonly rule: Part
}

const DECIDE = 'please decide. Nothing of it happens by itself.'

/** Undefined for a slot that is none of these questions. */
export function composeQuestion(
  provider: Provider,
  slot: string,
  composing: Composing,
): Message | undefined {
  const question = provider.questions?.find((one) => slotOfQuestion(one) === slot)
  const wording = question && wordingOf(provider, question, composing)
  if (!question || !wording) return undefined
  const { title, text, more = [], post, buttons, rule, wanted = DECIDE } = wording
  const { asked, closed } = question
  const whom: Text =
    asked.length > 0
      ? asked.flatMap((person, index) => [...(index > 0 ? [', '] : []), { person }])
      : `Nobody holds this role now: ${postLabel({ provider }, post, composing)}. Ask an administrator`
  return {
    title,
    parts: [
      { kind: 'text', text },
      ...(closed ? [] : more),
      ...(closed
        ? [{ kind: 'text', text: closedText(closed, composing) } as const]
        : ([
            {
              kind: 'text',
              text: [...[whom].flat(), `: ${wanted}`],
            },
            { kind: 'buttons', buttons },
          ] as const)),
      rule,
    ],
  }
}

/** Whose post it is to decide on what is asked; undefined where the rules know it no more. */
export function postAsked(
  provider: Provider,
  question: Question,
  composing: Composing,
): Post | undefined {
  return wordingOf(provider, question, composing)?.post
}

function closedText(
  { at, by, words }: NonNullable<Question['closed']>,
  composing: Composing,
): Text {
  return by
    ? [`Decided ${shown(at, composing)} by `, ...doerText(by, composing), `. ${words}`]
    : words
}

function wordingOf(
  provider: Provider,
  { about }: Question,
  composing: Composing,
): Wording | undefined {
  if (about.ask === 'quiet') return quietWording(provider, about, composing)
  if (about.ask === 'stage') return stageWording(provider, about, composing)
  return about.ask === 'missedAgain'
    ? missedAgainWording(provider, about, composing)
    : stepUpWording(provider, about, composing)
}

function missedAgainWording(
  { name, id: record }: Provider,
  { of, wasDueAt, heldAt, reason, saidBy }: Extract<About, { ask: 'missedAgain' }>,
  composing: Composing,
): Wording | undefined {
  const rule = composing.policy.cycles.find(({ id }) => id === of)
  if (!rule) return undefined
  const first = `${nameOfDoer(saidBy)} said before, when it was on record as not held: “${reason}”`
  const press = {
    do: 'open',
    form: 'dutyMissed',
    record,
    with: { cycle: of, round: wasDueAt },
  } as const
  return {
    title: `${name}: why was the ${inSentence(rule.label)} not held in time?`,
    text: `Its record was corrected: held ${shown(heldAt, composing)}, and due ${shown(wasDueAt, composing)}. ${first}`,
    post: rule.owes,
    wanted: 'please say why anew. Until then what was said first stands.',
    buttons: [{ label: 'Why it was not in time…', style: 'primary', press }],
    rule: { kind: 'rule', id: codeOf(rule), citation: rule.citation },
  }
}

function stepUpWording(
  provider: Provider,
  about: Extract<About, { ask: 'stepUp' }>,
  composing: Composing,
): Wording | undefined {
  const rule = composing.policy.cycles.find(({ id }) => id === about.of)
  if (!rule) return undefined
  const { name, id: record } = provider
  const { id, label, owes, citation } = rule
  const running = runningCycle(provider, id)
  const open = (form: string, text: string): Button => {
    return { label: text, press: { do: 'open', form, record, with: { cycle: id } } }
  }
  const now = running?.every ? `It comes ${everyWords(running.every)} now.` : 'It does not run now.'
  return {
    title: `${name}: ${inSentence(label)}, more often now?`,
    text: `${name} has come to “${labelOf(composing.policy, about.level)}”. ${id} ${label} is stepped up there where possible. ${now}`,
    post: owes,
    buttons: [
      {
        ...open('dutyInterval', 'Change how often…'),
        style: 'primary',
      },
      open('dutyStays', 'It stays as it is…'),
    ],
    rule: { kind: 'rule', id, citation },
  }
}

/** On the card, while nobody has decided. */
export function questionAlerts({ questions = [] }: Provider, { policy }: Composing): Part[] {
  return questions.filter(isAsked).map(({ about }): Part => {
    const waits = about.ask === 'missedAgain' ? 'Waits for an answer' : 'Waits for a decision'
    return { kind: 'alert', text: `${waits}: ${askedWords(about, policy)}.` }
  })
}

function askedWords(about: About, policy: Policy): string {
  const { ask, of } = about
  if (about.ask === 'quiet')
    return `nothing on its own record since ${showDay(about.since, policy.zone)}: a note, a level, or a day to look again`
  if (ask === 'stage')
    return `which stage of the ${procedureOf(policy, of)?.label.toLowerCase() ?? of}`
  const label = policy.cycles.find(({ id }) => id === of)?.label ?? of
  if (about.ask === 'missedAgain')
    return `why was the ${inSentence(label)} (${of}) due ${showDay(about.wasDueAt, policy.zone)} not held in time`
  return `is ${inSentence(label)} (${of}) stepped up`
}

/** What waits for somebody. */
export function questionsOwed(
  { name, questions = [] }: Provider,
  person: string,
  policy: Policy,
): { readonly at: string; readonly text: Text }[] {
  return questions
    .filter((one) => isAsked(one) && one.asked.includes(person))
    .map(({ at, about }) => ({
      at,
      text: `${name}: ${askedWords(about, policy)}? Answer in the message that you got, or in the provider’s thread.`,
    }))
}
