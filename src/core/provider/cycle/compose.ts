import { postLabel } from '../../case/words.ts'
import type { Composing } from '../../kind.ts'
import type { Button, Message, Part, Text } from '../../message/message.ts'
import type { CycleRule } from '../../policy/instrument.ts'
import { levelButton } from '../compose-offer.ts'
import { type Duty, dutyOf } from '../duty.ts'
import { readsDuty } from '../matter/kept-back.ts'
import { matterOfDuty } from '../matter/matter.ts'
import type { Cycle, Nudge, Provider } from '../provider.ts'
import { cycleName, dutiesOf, isToExplain, onlyFiledIn } from './duty.ts'

/** The card’s list of what comes round again, what is asked of it now, and the way to all the rest. */
export function cyclesPart(provider: Provider, composing: Composing): Part[] {
  // The days of what is on file stand there.
  const cycles = recurringOf(provider)
  const items = cycles.map((cycle) => cycleLine(provider, cycle, composing))
  const buttons = cycles.flatMap((cycle) => openButtons(provider, cycle, composing))
  const all = dutiesOf(provider, composing.policy).length > 0 ? [dutiesButton(provider)] : []
  return [
    ...(cycles.length > 0
      ? [{ kind: 'text', text: 'Recurring duties:' } as const, { kind: 'list', items } as const]
      : []),
    ...(buttons.length + all.length > 0
      ? [{ kind: 'buttons', buttons: [...buttons, ...all] } as const]
      : []),
  ]
}

export function recurringOf({ cycles, matters = [] }: Provider): Cycle[] {
  return cycles.filter(({ rule }) => matterOfDuty(matters, rule) === undefined)
}

function dutiesButton({ slug }: Pick<Provider, 'slug'>): Button {
  return { label: 'Recurring duties…', press: { do: 'command', words: `duties ${slug}` } }
}

/** What may be said of a round that is open: that it was done, or why it was not held. */
export function openButtons(
  { id, slug }: Pick<Provider, 'id' | 'slug'>,
  cycle: Cycle,
  { policy, now }: Composing,
): Button[] {
  const rule = policy.cycles.find((one) => one.id === cycle.rule)
  if (!rule || cycle.dueAt === null) return []
  return [
    ...recordButton(id, rule, `Record ${inSentence(rule.label)}…`),
    ...onFileButton(slug, rule),
    ...(isToExplain(rule, cycle, now) ? [missedButton(id, rule)] : []),
  ]
}

/** A label inside a sentence; an abbreviation stays as it is. */
export function inSentence(label: string): string {
  return /^[A-Z][a-z]/.test(label) ? `${label.charAt(0).toLowerCase()}${label.slice(1)}` : label
}

function missedButton(record: Provider['id'], { id }: CycleRule): Button {
  const press = { do: 'open', form: 'dutyMissed', record, with: { cycle: id } } as const
  return { label: `Why ${id} was not held…`, press }
}

/** None where it ends with a decision on the level. */
function recordButton(
  record: Provider['id'],
  rule: Pick<Duty, 'id' | 'evidence'>,
  label: string,
): Button[] {
  const { id: cycle, evidence: form } = rule
  return form === null ? [] : [{ label, press: { do: 'open', form, record, with: { cycle } } }]
}

/** To where alone it is recorded. */
function onFileButton(slug: string, rule: CycleRule): Button[] {
  const matter = onlyFiledIn(rule)
  if (matter === undefined) return []
  const press = { do: 'command', words: `file ${slug} ${matter}` } as const
  return [{ label: `Put ${rule.id} on file…`, press }]
}

export function cycleLine(provider: Provider, cycle: Cycle, composing: Composing): string {
  const rule = composing.policy.cycles.find(({ id }) => id === cycle.rule)
  const label = rule ? cycleName(rule) : cycle.rule
  if (cycle.dueAt === null) return `${label}: suspended, ${cycle.words}`
  const owes = rule ? `; owed by ${postLabel({ provider }, rule.owes, composing)}` : ''
  const overdue = composing.now > cycle.dueAt ? 'OVERDUE, ' : ''
  return `${label}: ${overdue}${cycle.words}${owes}${missedWords(cycle)}`
}

/** `; 2 were not held`. */
function missedWords({ missed = 0 }: Cycle): string {
  if (missed === 0) return ''
  return missed === 1 ? '; 1 was not held' : `; ${missed} were not held`
}

/** A reminder of a round that is open; undefined for one that is over. */
export function composeNudge(
  provider: Provider,
  id: string,
  n: string,
  composing: Composing,
): Message | undefined {
  const cycle = provider.cycles.find(({ rule }) => rule === id)
  const duty = dutyOf(provider, id, composing.policy)
  const sent = cycle?.nudges.find((one) => `${one.n}` === n)
  if (!cycle || !duty || !sent || !readsDuty(provider, id, composing)) return undefined
  return nudge(provider, cycle, duty, sent, composing)
}

function nudge(
  provider: Provider,
  cycle: Cycle,
  duty: Duty,
  { to, why }: Nudge,
  composing: Composing,
): Message {
  const whom: Text =
    to.length > 0
      ? to.flatMap((person, index) => [...(index > 0 ? [', '] : []), { person }])
      : `Nobody holds this role now: ${postLabel({ provider }, duty.owes, composing)}. Ask an administrator to name somebody`
  const rule = composing.policy.cycles.find(({ id }) => id === duty.id)
  const onFile = rule ? onFileButton(provider.slug, rule) : []
  const [done] = [...recordButton(provider.id, duty, 'Record it…'), ...onFile]
  const missed =
    rule && isToExplain(rule, cycle, composing.now) ? [missedButton(provider.id, rule)] : []
  const otherwise =
    duty.matter === null ? levelButton(provider.id) : fileButton(provider, duty.matter)
  return {
    title: `${duty.label} for ${provider.name}: ${why}`,
    parts: [
      { kind: 'text', text: [...[whom].flat(), `. ${todo(duty, rule, missed.length > 0)}`] },
      { kind: 'text', text: `How it was counted: ${cycle.words}.` },
      { kind: 'rule', id: duty.code, citation: duty.citation },
      {
        kind: 'buttons',
        buttons: [{ ...(done ?? otherwise), style: 'primary' }, ...missed],
      },
    ],
  }
}

function fileButton({ slug }: Provider, matter: number): Button {
  return { label: 'Go on with it…', press: { do: 'command', words: `file ${slug} ${matter}` } }
}

function todo({ evidence, matter }: Duty, rule: CycleRule | undefined, isMissed: boolean): string {
  if (matter !== null) return 'Please go on with it, and put what was done on file.'
  if (rule && onlyFiledIn(rule)) return 'Please do it, then put it on file: that records it.'
  if (evidence === null) return 'It ends with a decision on the level: please decide.'
  if (isMissed)
    return 'It was not held in time, which must be documented. Record it if it was held; otherwise say why it was not.'
  const otherwise = rule?.missed ? ' If it is not held in time, why must be documented.' : ''
  return `Please do it, then record when it was done.${otherwise}`
}
