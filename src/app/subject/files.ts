import type { AnyEvent } from '../../core/record.ts'
import { type RecordId, recordKind, referenceOf } from '../../core/record-id.ts'
import type { App } from '../app.ts'
import type { Handed } from '../control/administration.ts'
import { pastDirectory } from '../inquiry/directory-then.ts'
import { factsIn } from '../inquiry/facts.ts'
import type { NamedText } from '../inquiry/files.ts'
import { facts, heading, list } from '../inquiry/markdown.ts'
import { type Naming, namingOf } from '../inquiry/naming.ts'
import { CASE_TITLES, MEETING_TITLES } from '../inquiry/titles.ts'
import { toldIn } from '../inquiry/told-events.ts'
import type { Whole } from '../ports.ts'
import { everyone, type Named, whoIs } from './everyone.ts'
import { names, withoutOthers } from './others.ts'

/** What one record holds about a person. */
interface About {
  readonly id: RecordId
  readonly reference: string
  /** Somebody raised it in confidence: whether to hand it over is for the operator to judge. */
  readonly inConfidence: boolean
  readonly entries: readonly { readonly seq: number; readonly event: object }[]
  /** Only the people on its list see it: whether to hand it over is for the operator to judge. */
  readonly isConfidential: boolean
  /** What was sent to them alone. */
  readonly sent: readonly { readonly what: string; readonly acceptedAt: string | null }[]
}

/** All that is recorded about or by a person, for them; and what the operator must judge first. */
export async function subjectFiles(app: App, words: string): Promise<Handed> {
  const all = await everyone(app)
  const subject = whoIs(all, words)
  if (!subject)
    return {
      refused: `Nobody in the directory, now or before, has the id or the address ${words}. Somebody who raised something without a name cannot be found: none is kept.`,
    }
  const found: About[] = []
  const unreadable: string[] = []
  for await (const row of app.store.rows()) {
    const about = aboutIn(row, subject, all)
    if (about.entries.length + about.sent.length > 0) found.push(about)
    if (row.entries.some(({ body }) => body === null)) unreadable.push(referenceOf(row.id))
  }
  const naming = namingOf(app.packs.current.policy, await pastDirectory(app.store), app.directory())
  return {
    refused: null,
    files: [
      { name: 'subject-access.md', text: documentOf(subject, found, naming, app) },
      { name: 'data.jsonl', text: dataOf(found) },
      operatorNotes(found, unreadable),
    ],
  }
}

function aboutIn(row: Whole, subject: Named, all: readonly Named[]): About {
  const told = toldIn(row)
  const raised = told.find(({ event }) => event?.type === 'raised')?.event
  const inConfidence = raised?.type === 'raised' && raised.raiser.how !== 'named'
  const isConfidential = Object(row.saved.record).confidential !== undefined
  const entries = told.flatMap(({ seq, event }) => {
    if (event === null) return []
    const own = ownPart(event, subject)
    if (!names(own, subject)) return []
    // What is an object stays one.
    return [{ seq, event: withoutOthers(own, subject, all) as object }]
  })
  const sent = row.shown
    .filter(({ place }) => place.endsWith(`/person/${subject.id}`))
    .map(({ slot, first }) => ({
      what: String(withoutOthers(slot, subject, all)),
      acceptedAt: first?.endedAt ?? null,
    }))
  return { id: row.id, reference: referenceOf(row.id), inConfidence, isConfidential, entries, sent }
}

/** Of what names many, their own line; of a case in confidence, nothing that tells who raised it. */
function ownPart(event: AnyEvent, { id }: Named): object {
  if (event.type === 'imported') {
    const { people, holdings, head } = event.standing
    return {
      ...{ type: event.type, at: event.at },
      people: people.filter((one) => one.id === id),
      holdings: holdings
        .filter((one) => [one.holder, one.deputy, one.onCall].includes(id))
        .map(({ role, ...held }) => ({
          role,
          as: Object.entries(held).flatMap(([as, person]) => (person === id ? [as] : [])),
        })),
      ...(head === id ? { head } : {}),
    }
  }
  // Who could have read it would tell everybody named there of a case that is not theirs to see.
  if (event.type === 'madeConfidential') {
    const { type, at, confidential } = event
    return { type, at, access: confidential.access.filter(({ person }) => person === id) }
  }
  if (event.type !== 'raised' || event.raiser.how === 'named') return event
  const { doer } = event.raiser
  if (doer.type === 'person' && doer.person === id) return event
  return { ...event, raiser: 'someone in confidence' }
}

function documentOf(
  { id, names: all }: Named,
  found: readonly About[],
  naming: Naming,
  { now }: App,
): string {
  const titles: Readonly<Record<string, string>> = { ...MEETING_TITLES, ...CASE_TITLES }
  const title = (event: object) => {
    const type = 'type' in event ? String(event.type) : ''
    return titles[type] ?? type
  }
  return [
    heading(1, `What Muster holds about ${all.at(-1) ?? id}`),
    list([
      `Written ${naming.time(now())}. Times are London time. Names of others are left out.`,
      `${found.length} records name this person.`,
    ]),
    ...found.flatMap(({ id: record, reference, entries, sent }) => [
      heading(2, `${recordKind(record)} ${reference}`),
      ...entries.flatMap(({ seq, event }) => [
        heading(3, `Entry ${seq}: ${title(event)}`),
        facts(factsIn(event, naming)),
      ]),
      list(
        sent.map(({ what, acceptedAt }) =>
          acceptedAt === null
            ? `Sent to them: ${what}`
            : `Sent to them: ${what}, accepted ${naming.time(acceptedAt)}`,
        ),
      ),
    ]),
  ].join('\n')
}

function dataOf(found: readonly About[]): string {
  return found
    .flatMap(({ reference, entries, sent }) => [
      ...entries.map((entry) => ({ of: reference, ...entry })),
      ...sent.map((message) => ({ of: reference, sent: message })),
    ])
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('')
}

/** Not for the person: what must be judged before anything is handed over. */
function operatorNotes(found: readonly About[], unreadable: readonly string[]): NamedText {
  const inConfidence = found.filter((one) => one.inConfidence)
  const confidential = found.filter(({ isConfidential }) => isConfidential)
  return {
    name: 'operator-notes.md',
    text: [
      heading(1, 'For you alone: read before you hand anything over'),
      list([
        'Read every line. Names were left out by the directory; words may still tell who somebody is.',
        'Withhold only what the law lets you withhold, and keep a note of what and why.',
        'Somebody who raised something without a name cannot be found here: no name is kept.',
        ...confidential.map(
          ({ reference }) =>
            `${reference} is confidential: judge whether this person may know of it.`,
        ),
        ...inConfidence.map(
          ({ reference }) =>
            `${reference} was raised in confidence: judge whether it may be handed over.`,
        ),
        ...unreadable.map(
          (reference) => `${reference} has entries that were removed; only their hashes are kept.`,
        ),
      ]),
    ].join('\n'),
  }
}
