import type { Entry } from '../history.ts'
import { erase } from '../history.ts'
import { version } from '../version.ts'
import { csv } from './csv.ts'
import { documentOf } from './document.ts'
import type { Inquiry } from './inquiry.ts'
import { MESSAGE_HEADS, messageCells } from './message-table.ts'
import { isToRaiser } from './timeline.ts'
import type { Gathered, Told } from './told-events.ts'

export interface NamedText {
  readonly name: string
  readonly text: string
  /** What is no text itself is written so. */
  readonly base64?: true | undefined
}

/** What is handed over: to be read, to be sorted, and the data itself. */
export function filesOf(inquiry: Inquiry): readonly NamedText[] {
  const { rules } = inquiry
  const cells = inquiry.messages.map((one) => messageCells(one, inquiry))
  return [
    { name: 'inquiry.md', text: documentOf(inquiry) },
    { name: 'messages.csv', text: csv([MESSAGE_HEADS, ...cells]) },
    { name: 'rules.json', text: `${JSON.stringify(rules.policy, null, 2)}\n` },
    { name: 'data.jsonl', text: dataOf(inquiry) },
  ]
}

/** Entries as they are chained, so that anybody can work the hashes out again. */
function dataOf(inquiry: Inquiry): string {
  const { subject, meetings, messages, roles, withoutRoles, rules, chain, raiser, at } = inquiry
  const lines: object[] = [
    { muster: 'inquiry', of: subject.reference, id: subject.row.id, at, version: version() },
    { pack: { id: rules.policy.id, version: rules.policy.version, hash: rules.hash } },
    ...[subject, ...meetings].flatMap((one) => entriesOf(one, raiser)),
    ...messages.map((message) => ({ message })),
    ...roles.map((then) => ({ roles: then })),
    ...(withoutRoles.length > 0 ? [{ withoutRoles }] : []),
    { chain },
  ]
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}

/** Without what would name somebody who raised it in confidence, or is hidden: its hash stays, and the chain holds. */
function entriesOf({ row, told, reference }: Gathered, raiser: string | null): object[] {
  return row.entries.map((entry: Entry, index) => {
    const isHidden = told[index]?.hidden ?? false
    const withheld = isHidden || (raiser !== null && mayNameRaiser(told[index]))
    return { of: reference, entry: withheld ? erase(entry) : entry, ...(withheld && { withheld }) }
  })
}

/** So may whatever cannot be read. */
function mayNameRaiser(told: Told | undefined): boolean {
  const event = told?.event
  if (!event) return told?.erased === false
  return event.type === 'raised' || ('slot' in event && isToRaiser(event.slot))
}
