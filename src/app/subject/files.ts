import type { Former } from '../../core/organisation/organisation.ts'
import { type RecordId, recordKind } from '../../core/record-id.ts'
import type { App } from '../app.ts'
import type { Handed } from '../control/administration.ts'
import { pastDirectory } from '../inquiry/directory-then.ts'
import { factsIn } from '../inquiry/facts.ts'
import { facts, heading, list } from '../inquiry/markdown.ts'
import { type Naming, namingOf } from '../inquiry/naming.ts'
import { PROVIDER_TITLES } from '../inquiry/provider-titles.ts'
import { CASE_TITLES, MEETING_TITLES } from '../inquiry/titles.ts'
import { type About, aboutIn } from './about.ts'
import { apart } from './apart.ts'
import { everyone, whoIs } from './everyone.ts'
import { notesOf } from './notes.ts'

/** All that is recorded about or by a person, for them; and, apart from it, what the operator must judge first. */
export async function subjectFiles(app: App, words: string): Promise<Handed> {
  const all = await everyone(app)
  const subject = whoIs(all, words)
  if (!subject)
    return {
      refused: `Nobody in the directory, now or before, has the id or the address ${words}. Somebody who raised something without a name cannot be found: none is kept.`,
    }
  const found: About[] = []
  for await (const row of app.store.rows()) found.push(aboutIn(row, subject, all))
  const naming = namingOf(app.packs.current.policy, await pastDirectory(app.store), app.directory())
  const { own, judged } = apart(found)
  const files = (name: string, data: string, some: readonly About[], first: string) => [
    { name, text: documentOf(first, some, naming, app) },
    { name: data, text: dataOf(some) },
  ]
  const title = `What Muster holds about ${subject.names.at(-1) ?? subject.id}`
  return {
    refused: null,
    files: [
      ...files('subject-access.md', 'data.jsonl', own, title),
      notesOf(found, judged),
      ...(judged.length > 0
        ? files(
            'judge-first.md',
            'judge-first.jsonl',
            judged,
            `Not handed over unless you decide so: ${title}`,
          )
        : []),
    ],
  }
}

const TITLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  case: CASE_TITLES,
  meeting: MEETING_TITLES,
  provider: PROVIDER_TITLES,
}

function documentOf(first: string, found: readonly About[], naming: Naming, { now }: App): string {
  const title = (record: RecordId, event: object) => {
    const type = 'type' in event ? String(event.type) : ''
    return TITLES[recordKind(record)]?.[type] ?? type
  }
  return [
    heading(1, first),
    list([
      `Written ${naming.time(now())}. Times are London time. Names of others are left out.`,
      `${found.length} records name this person.`,
    ]),
    ...found.flatMap(({ id: record, reference, entries, sent, kept }) => [
      heading(2, `${recordKind(record)} ${reference}`),
      ...entries.flatMap(({ seq, event }) => [
        heading(3, `Entry ${seq}: ${title(record, event)}`),
        facts(factsIn(event, naming)),
      ]),
      list(
        sent.map(({ what, acceptedAt }) =>
          acceptedAt === null
            ? `Sent to them: ${what}`
            : `Sent to them: ${what}, accepted ${naming.time(acceptedAt)}`,
        ),
      ),
      list(kept.map((one) => keptWords(one, naming))),
    ]),
  ].join('\n')
}

/** `Kept since they left: Ada Osei, ada@example.org, slack U0ADA; until Mon 4 May 2027 10:00 BST only the name stays.` */
function keptWords({ name, title, email, accounts, contactUntil }: Former, naming: Naming): string {
  const held = Object.entries(accounts).map(([channel, account]) => `${channel} ${account}`)
  const all = [name, title, email, ...held].filter((one) => one !== undefined).join(', ')
  const then =
    contactUntil === undefined ? '' : ` From ${naming.time(contactUntil)} on, only their name.`
  return `Kept since they left the directory: ${all}.${then}`
}

function dataOf(found: readonly About[]): string {
  return found
    .flatMap(({ reference, entries, sent, kept }) => [
      ...entries.map((entry) => ({ of: reference, ...entry })),
      ...sent.map((message) => ({ of: reference, sent: message })),
      ...kept.map((one) => ({ of: reference, kept: one })),
    ])
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('')
}
