import type { AnyEvent } from '../../core/record.ts'
import type { RecordId } from '../../core/record-id.ts'
import { RecordId as RecordIdShape, referenceOf } from '../../core/record-id.ts'
import type { Instant } from '../../core/time/instant.ts'
import { capital, type Fact, spaced } from './markdown.ts'
import { isInstant, type Naming } from './naming.ts'

/** Said elsewhere, or of use to Muster alone. */
const LEFT_OUT = new Set([
  ...['type', 'at', 'by', 'actor', 'timeline', 'places', 'policy', 'policyHash', 'raiser', 'next'],
  ...['newcomer', 'tell', 'alarm', 'revision', 'climbed', 'climbAt', 'folded', 'offers'],
])

/** All that an event says beside who and when, in the order in which it was written. */
export function factsOf(event: AnyEvent, naming: Naming): readonly Fact[] {
  return flat(essence(event), [], event.at, naming)
}

/** The same of something that is kept, with whoever did it. */
export function factsIn(value: object, naming: Naming): readonly Fact[] {
  const at = 'at' in value && typeof value.at === 'string' ? value.at : ''
  const by = 'by' in value ? { doneBy: value.by } : {}
  const raiser = 'raiser' in value ? { raisedBy: value.raiser } : {}
  const when: Fact[] = at === '' ? [] : [['Recorded', naming.time(at)]]
  return [...when, ...flat({ ...by, ...raiser, ...value }, [], at, naming)]
}

/** What somebody wants to know of an event whose parts are kept for Muster’s own use. */
function essence(event: AnyEvent): object {
  if (event.type === 'clockStarted') {
    const { rule, startAt, dueAt, words, owner } = event.clock
    return { rule, started: startAt, due: dueAt, counted: words, owedBy: owner }
  }
  if (event.type === 'clockNudged') {
    const { n, why, to } = event.nudge
    return { clock: event.clock, reminder: n, why, to }
  }
  if (event.type === 'promptOpened') {
    const { asks, about, asked, urgent } = event.prompt
    return { asks, about, asked, urgent }
  }
  if (event.type === 'called') {
    const { rule, label, why, urgent, startsAt, people } = event
    return { rule, label, why, urgent, startsAt, people }
  }
  if (event.type === 'tellingNoted' || event.type === 'tellingBegun') {
    const { rule, words, told, lines } = event.telling
    const where = told.map(({ person, place, acceptedAt, failed }) => {
      return { person, on: place.channel, acceptedAt, failed }
    })
    const missing = lines.filter(({ empty }) => empty !== null && empty !== 'conditionNotMet')
    return { rule, words, told: where, notTold: missing.map(({ label }) => label) }
  }
  if (event.type === 'timeChanged') {
    const { from, to, reason, prompts, told } = event
    const again = prompts.flatMap(({ state, asked }) => (state === 'open' ? asked : []))
    return { from: from ?? 'at once', to, reason, told, asked: [...new Set(again)] }
  }
  if (event.type === 'seatCalled') {
    const { seat, call } = event
    return { seat, person: call.person, as: call.via }
  }
  // All that it says was recorded before, but how it was read then: that stands in the record itself.
  if (event.type === 'sealed') return { parts: event.sections.map(({ heading }) => heading) }
  return event
}

function flat(value: object, path: readonly string[], at: Instant, naming: Naming): Fact[] {
  return Object.entries(value).flatMap(([name, part]: [string, unknown]): Fact[] => {
    if (LEFT_OUT.has(name) || part === null || part === undefined || part === '') return []
    if (name === 'place' && typeof part === 'object') return []
    const here = [...path, spaced(name)]
    if (Array.isArray(part)) return listed(part, here, at, naming)
    if (typeof part === 'object') return flat(part, here, at, naming)
    return [[labelOf(here), written(part, at, naming)]]
  })
}

function listed(parts: readonly unknown[], path: readonly string[], at: Instant, naming: Naming) {
  const simple = parts.filter((part) => typeof part !== 'object')
  const whole = parts.filter((part) => typeof part === 'object' && part !== null)
  return [
    ...(simple.length > 0
      ? [[labelOf(path), sequence(simple.map((part) => written(part, at, naming)))] as const]
      : []),
    ...whole.flatMap((part, index) => flat(Object(part), [...path, String(index + 1)], at, naming)),
  ]
}

/** Sentences follow each other; words are set apart. */
function sequence(words: readonly string[]): string {
  return words.every((one) => one.endsWith('.')) ? words.join(' ') : words.join(', ')
}

function written(value: unknown, at: Instant, naming: Naming): string {
  if (value === true) return 'yes'
  if (value === false) return 'no'
  if (typeof value !== 'string') return String(value)
  if (isInstant(value)) return naming.time(value)
  if (isRecordId(value)) return referenceOf(value)
  // An id of the directory is a short word; what people wrote is left as they wrote it.
  return /^[a-z0-9][a-z0-9-]*$/.test(value) ? naming.person(value, at) : value
}

function isRecordId(value: string): value is RecordId {
  return RecordIdShape.safeParse(value).success
}

function labelOf(path: readonly string[]): string {
  return capital(path.join(', '))
}
