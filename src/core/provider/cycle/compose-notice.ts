import { doerText, shown } from '../../case/words.ts'
import type { Composing } from '../../kind.ts'
import type { Message, Part, Text } from '../../message/message.ts'
import { matterRule } from '../matter/rules.ts'
import { stageNotice } from '../procedure/compose.ts'
import type { Provider, Said } from '../provider.ts'
import { codeOf } from './duty.ts'
import type { DutySaid } from './event.ts'
import { everyWords } from './interval.ts'
import { lastWordOn } from './missed-again.ts'

type DoneSaid = Extract<Said, { say: 'cycleDone' }>

type WorkSaid = DutySaid | Extract<Said, { say: 'cycleDone' | 'stageDecided' }>

const OF_WORK: Readonly<Record<WorkSaid['say'], true>> = {
  cycleDone: true,
  dutyBegun: true,
  dutyStopped: true,
  intervalChosen: true,
  dutyLeft: true,
  roundMissed: true,
  roundHeld: true,
  stageDecided: true,
}

export function isOfWork(said: Said): said is WorkSaid {
  return Object.hasOwn(OF_WORK, said.say)
}

/** What the thread is told of a recurring duty, and of a decision on the stage of a procedure. */
export function dutyNotice(
  provider: Provider,
  said: WorkSaid,
  composing: Composing,
): Message | undefined {
  if (said.say === 'stageDecided') return stageNotice(provider, said.stage, composing)
  const rule = composing.policy.cycles.find(({ id }) => id === said.cycle)
  const { title, text, quote, next } = wordsOf(provider, said, rule?.label ?? said.cycle, composing)
  return {
    title,
    parts: [
      { kind: 'text', text },
      ...(quote ? [{ kind: 'quote', text: quote } as const] : []),
      ...next.map((one): Part => ({ kind: 'text', text: one })),
      ...(rule ? [{ kind: 'rule', id: codeOf(rule), citation: rule.citation } as const] : []),
    ],
  }
}

interface Words {
  readonly title: string
  readonly text: Text
  readonly quote?: string
  readonly next: readonly string[]
}

function wordsOf(
  provider: Provider,
  said: DutySaid | DoneSaid,
  label: string,
  composing: Composing,
): Words {
  const { name } = provider
  const by = doerText(said.by, composing)
  switch (said.say) {
    case 'cycleDone':
      return done(provider, said, label, composing)
    case 'dutyBegun':
      return {
        title: `${label} begun for ${name}`,
        text: ['Begun by ', ...by, `, counted from ${shown(said.startAt, composing)}.`],
        next: [`The first is ${said.words}.`],
      }
    case 'dutyStopped':
      return {
        title: `${label} stopped for ${name}`,
        text: ['Stopped by ', ...by, '. Nobody is reminded of it any more.'],
        quote: said.reason,
        next: said.missed ? [`While it ran ${times(said.missed)} not held.`] : [],
      }
    case 'intervalChosen':
      return {
        title: `${label} for ${name}: ${everyWords(said.every)}`,
        text: ['Decided by ', ...by, '. It is kept until somebody changes it again.'],
        quote: said.reason,
        next: [`The next is ${said.words}.`],
      }
    case 'dutyLeft':
      return {
        title: `${label} for ${name} stays as it is`,
        text: ['Decided by ', ...by, '.'],
        quote: said.reason,
        next: [],
      }
    case 'roundMissed':
      return {
        title: `${label} for ${name} was not held${said.heldAt === undefined ? '' : ' in time after all'}`,
        text: [whyOf(said, composing), ...by, ':'],
        quote: said.reason,
        next: [
          ...(said.before === undefined ? [] : [`Said first: “${said.before}”`]),
          `So far ${times(said.missed)} not held.`,
          `The next is ${said.words}.`,
          ...heldAfterAll(provider, said, composing),
        ],
      }
    case 'roundHeld':
      return held(provider, said, label, composing)
  }
}

function whyOf(
  { wasDueAt, heldAt, before }: Extract<DutySaid, { say: 'roundMissed' }>,
  composing: Composing,
): string {
  const due = shown(wasDueAt, composing)
  if (heldAt === undefined) return `It was due ${due}. Why, says `
  const why = before === undefined ? 'said before by ' : 'says now '
  return `Its record was corrected: held ${shown(heldAt, composing)}, and due ${due}. Why not in time, ${why}`
}

function held(
  provider: Provider,
  said: Extract<DutySaid, { say: 'roundHeld' }>,
  label: string,
  composing: Composing,
): Words {
  const { doneAt, wasDueAt, summary, missed, words } = said
  return {
    title: `${label} for ${provider.name} was held after all`,
    text: [
      `Held ${shown(doneAt, composing)}`,
      ...recordedBy(provider, said, composing),
      `. It was due ${shown(wasDueAt, composing)} and on record as not held: that is taken back.`,
    ],
    ...(summary !== undefined && { quote: summary }),
    next: [
      missed > 0 ? `Still ${times(missed)} not held.` : 'None is on record as not held now.',
      `The next is ${words}.`,
    ],
  }
}

/** What was said then stays; this stands beside it. */
function heldAfterAll(
  { notices }: Provider,
  { cycle, wasDueAt }: Extract<DutySaid, { say: 'roundMissed' }>,
  composing: Composing,
): string[] {
  const said = notices.map((one) => one.said)
  const last = lastWordOn(said, { cycle, wasDueAt })
  if (!last || last.say === 'roundMissed') return []
  return [`Taken back since: it was held ${shown(last.doneAt, composing)}.`]
}

function times(missed: number): string {
  return missed === 1 ? 'one was' : `${missed} were`
}

function done(provider: Provider, said: DoneSaid, label: string, composing: Composing): Words {
  const { cycle: id, doneAt, wasDueAt, late, lateReason, summary, was } = said
  const cycle = provider.cycles.find((one) => one.rule === id)
  const judged = wasDueAt === null ? '' : late ? ': LATE' : ': in time'
  const due = wasDueAt === null ? '' : ` It was due ${shown(wasDueAt, composing)}.`
  return {
    title: `${label} ${was === undefined ? 'done' : 'done at another time'} for ${provider.name}${judged}`,
    text: [
      `Done ${shown(doneAt, composing)}${was === undefined ? '' : `, not ${shown(was, composing)} as recorded before,`}`,
      ...recordedBy(provider, said, composing),
      `.${due}`,
    ],
    ...(summary !== '' && { quote: summary }),
    next: [
      ...(lateReason ? [`Why it was late: ${lateReason}`] : []),
      cycle?.dueAt
        ? `The next is ${cycle.words}.`
        : 'No interval applies now, so no next one is due.',
    ],
  }
}

/** By whom, or by which record: then nobody had to say it. */
function recordedBy(
  { matters = [] }: Provider,
  { by, through }: Pick<DoneSaid, 'by' | 'through'>,
  composing: Composing,
): Exclude<Text, string> {
  const who = doerText(by, composing)
  if (!through) return [', recorded by ', ...who]
  if ('meeting' in through) return [' by ', { record: through.meeting }, ', recorded by ', ...who]
  const rule = matterRule(
    composing.policy,
    matters.find(({ n }) => n === through.matter)?.rule ?? '',
  )
  return [` by ${rule?.label.toLowerCase() ?? 'matter'} ${through.matter}, put on file by `, ...who]
}
