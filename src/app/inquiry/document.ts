import { TYPES } from '../../core/case/compose-root.ts'
import { NO_LEAD } from '../../core/people/lead.ts'
import { isStartKnown } from '../../core/provider/history.ts'
import { type Inquiry, isOfCase, type RolesAt } from './inquiry.ts'
import { capital, type Fact, facts, heading, list, table } from './markdown.ts'
import { MESSAGE_HEADS, messageCells } from './message-table.ts'
import { PROVIDER_TITLES } from './provider-titles.ts'
import { holidayWords, ruleAsItStood, rulesNamed, ruleWords } from './rules.ts'
import { type TimelineEntry, timelineOf } from './timeline.ts'
import { CASE_TITLES, MEETING_TITLES } from './titles.ts'

/** The whole of it, to be read from top to bottom by somebody who was not there. */
export function documentOf(inquiry: Inquiry): string {
  const { subject, meetings } = inquiry
  const name = isOfCase(subject) ? subject.reference : subject.record.name
  return [
    heading(1, `${name}: who was told what, when, and under which rule`),
    facts(inShort(inquiry)),
    heading(2, '1. What happened'),
    ...ownTimeline(inquiry).map(entryOf),
    heading(2, '2. Messages, with proof of notice'),
    table(
      MESSAGE_HEADS,
      inquiry.messages.map((one) => messageCells(one, inquiry)),
    ),
    heading(2, '3. Who held which role'),
    ...lacking(inquiry),
    ...inquiry.roles.flatMap((one) => rolesAt(one, inquiry)),
    heading(2, '4. The rules as they stood'),
    ...rulesOf(inquiry),
    heading(2, '5. Messages altered in chat since'),
    list(altered(inquiry)),
    heading(2, '6. Meetings'),
    ...meetings.flatMap((one) => [
      heading(3, `${one.reference}: ${one.record.label}`),
      ...timelineOf(one.told, { naming: inquiry.naming, titles: MEETING_TITLES, raiser: null }).map(
        entryOf,
      ),
    ]),
    ...(meetings.length === 0 ? [list(['None is on record that you may see.'])] : []),
    ...(isOfCase(subject) ? [] : [list([OF_CASES])]),
    heading(2, '7. Whether the history is as it was written'),
    list(chainWords(inquiry)),
  ].join('\n')
}

const OF_CASES = 'Meetings about one of its cases stand in the inquiry into that case.'

/** The entries of the case or the provider alone, for those who may read it. */
export function ownTimeline({ subject, naming, raiser }: Inquiry): readonly TimelineEntry[] {
  return timelineOf(subject.told, { naming, titles: titlesOf(subject), raiser })
}

function titlesOf(subject: Inquiry['subject']): Readonly<Record<string, string>> {
  return isOfCase(subject) ? CASE_TITLES : PROVIDER_TITLES
}

function entryOf({ seq, title, lines }: TimelineEntry): string {
  return `${heading(3, `${seq}. ${title}`)}${facts(lines)}`
}

function inShort(inquiry: Inquiry): Fact[] {
  const { subject, naming, at, rules, messages, meetings } = inquiry
  const { timeline } = subject.record
  const accepted = messages.filter(({ outcome }) => outcome === 'accepted').length
  return [
    ...whatItIs(inquiry),
    ['Rules', `${rules.policy.label}, version ${rules.policy.version}, kept as ${rules.hash}`],
    [
      'On record',
      `${subject.told.length} entries; ${meetings.length} ${meetings.length === 1 ? 'meeting' : 'meetings'}; ${accepted} of ${messages.length} messages accepted by their service`,
    ],
    ['Written', naming.time(at)],
    [
      'Times',
      `${rules.policy.zone}, with GMT or BST. When a service accepted a message is real time${timeline === 'live' ? '' : `; the ${subject.record.kind} itself lived on another clock`}.`,
    ],
  ]
}

function whatItIs({ subject, naming, rules, raiser, at }: Inquiry): Fact[] {
  if (!isOfCase(subject)) {
    const { name, leadProvider, level, levelSince } = subject.record
    const since = isStartKnown(subject.record) ? `, since ${naming.time(levelSince)}` : ''
    const label = rules.policy.levels.find(({ id }) => id === level)?.label ?? level
    return [
      ['What', `Provider, ${name}`],
      ['Lead Provider', leadProvider === NO_LEAD ? 'none' : naming.organisation(leadProvider, at)],
      ['Now', `${label}${since}`],
    ]
  }
  const { record } = subject
  const type = TYPES[record.type]
  return [
    ['What', `${type}, ${record.provider.name}`],
    ['Raised', naming.time(record.raisedAt)],
    ['Raised by', raiser ?? naming.who(record.raiser.doer, record.raisedAt)],
    ['Now', record.closed ? `closed ${naming.time(record.closed.at)}` : record.status],
  ]
}

/** What this section should say and cannot. */
function lacking({ withoutRoles, subject }: Inquiry): string[] {
  const entries = subject.told
    .filter(({ event, hidden }) => event === null && !hidden)
    .map(({ seq }) => seq)
  const missing = [
    ...withoutRoles.map(
      (id) =>
        `Of ${id} a part of the history cannot be read by this version of Muster: who held its roles is missing here. Read it with the version that wrote it.`,
    ),
    ...(entries.length > 0
      ? [`Entries that cannot be read: ${entries.join(', ')}. Who held which role then is missing.`]
      : []),
  ]
  return missing.length === 0 ? [] : [list(missing)]
}

function rolesAt({ at, roles, event }: RolesAt, { naming, subject }: Inquiry): string[] {
  const lines = roles.map(({ organisation, role, held }): Fact => {
    const people = held.map(({ as, person, cover }) => {
      const name = `${as} ${naming.person(person, at)}`
      if (cover === undefined) return name
      return cover === null
        ? `${name} (away, nobody covered)`
        : `${name} (away, ${naming.person(cover, at)} covered)`
    })
    const post = capital(`${naming.role(role)}, ${naming.organisation(organisation, at)}`)
    return [post, people.length === 0 ? 'nobody' : people.join('; ')]
  })
  const title = titlesOf(subject)[event] ?? event
  return [heading(3, `From ${naming.time(at)} (${title})`), facts(lines)]
}

function rulesOf({ subject, meetings, rules }: Inquiry): string[] {
  const { policy, hash } = rules
  const events = [...subject.told, ...meetings.flatMap(({ told }) => told)].flatMap(
    ({ event }) => event ?? [],
  )
  const ids = [...new Set(events.flatMap(rulesNamed))]
  return [
    facts([
      [
        'Pack',
        `${policy.id}, version ${policy.version}, kept as ${hash}: all of it is in rules.json`,
      ],
      ['Holidays that it knew', holidayWords(policy)],
    ]),
    ...ids.flatMap((id) => {
      const words = ruleWords(id, policy)
      return words === null ? [] : [heading(3, words), facts(ruleAsItStood(id, policy))]
    }),
  ]
}

/** What was recorded stays; the message in chat says something else by now, or is gone. */
function altered({ subject, meetings, naming }: Inquiry): string[] {
  const found = [subject, ...meetings].flatMap(({ told, reference }) =>
    told.flatMap(({ seq, event }) => {
      if (event?.type !== 'messageEdited') return []
      const from = told.filter(
        ({ said }) => said?.channel === event.channel && said.message === event.message,
      )
      const entries = from.map((one) => one.seq).join(', ')
      return [
        `${reference}, entry ${entries}: the message ${event.message} on ${event.channel} was ${event.what} ${naming.time(event.at)} by ${naming.who(event.by, event.at)} (entry ${seq}). The text above is what was recorded.`,
      ]
    }),
  )
  return found.length === 0 ? ['None that Muster heard of.'] : found
}

function chainWords({ chain, subject }: Inquiry): string[] {
  const { flaws, points, head, upTo } = chain
  const sound = `Every entry is as it was written: ${subject.told.length} of the ${subject.record.kind}, linked by hash; the last is ${subject.row.saved.head.hash}.`
  return [
    ...(flaws.length === 0 ? [sound] : flaws),
    ...points.map(
      ({ day, seq, hash }) => `The ledger of ${day} holds it with ${seq} entries, hash ${hash}…`,
    ),
    head === null
      ? 'The ledger has no day yet.'
      : `The newest head of the ledger, of ${upTo}, is ${head}.`,
  ]
}
