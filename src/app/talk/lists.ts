import type { Case } from '../../core/case/case.ts'
import { TYPES } from '../../core/case/compose-root.ts'
import { owed } from '../../core/case/rules.ts'
import { standing } from '../../core/case/words.ts'
import type { Button, Message, Part, Text } from '../../core/message/message.ts'
import type { AnyRecord } from '../../core/record.ts'
import { notApprovedAmong } from '../approval.ts'
import type { Reply } from '../conversation.ts'
import { list } from '../read.ts'
import { type Ask, contextOf, isKnown } from './ask.ts'
import { commandList } from './commands.ts'
import { buttons, message } from './say.ts'

export const MOST = 20

export type Said = Extract<Reply, { type: 'say' }>

export const RAISE: readonly Button[] = [
  { label: 'Raise a concern', press: { do: 'command', words: 'concern' }, style: 'primary' },
  { label: 'Raise a serious incident', press: { do: 'command', words: 'incident' } },
]

export function help({ heard }: Ask): Reply {
  const known = isKnown(heard.actor)
  return {
    type: 'say',
    message: message(
      'What you can do here',
      'Phone first if anyone is in danger. No patient identifiers anywhere in Muster.',
      buttons(
        ...RAISE,
        ...(known
          ? [
              {
                label: 'Tell a host commissioner',
                press: { do: 'command', words: 'host' },
              } as const,
              { label: 'What I owe', press: { do: 'command', words: 'mine' } } as const,
              { label: 'What I can see', press: { do: 'command', words: 'status' } } as const,
              { label: 'Tracker', press: { do: 'command', words: 'tracker' } } as const,
              { label: 'Work out a due date', press: { do: 'command', words: 'when' } } as const,
              { label: 'Rehearse', press: { do: 'command', words: 'rehearse' } } as const,
            ]
          : []),
      ),
      {
        kind: 'facts',
        facts: [
          ['/concern', 'raise a concern'],
          ['/incident', 'raise a serious incident'],
          ...commandList(),
        ],
      },
      'In a case’s thread, reply: “accept”, “done StEIS ref 2027/1234”, “21:10”, “snooze 2h because …”, “note …”.',
      ...(known
        ? []
        : [
            'You are not in the directory: you may raise, and you are told what comes of it. To decide or answer, ask an administrator to add you.',
          ]),
    ),
  }
}

/** A list says once of which of its records nobody has approved the rules. */
export function listed({ app }: Ask, shown: Message, records: readonly AnyRecord[]): Said {
  const text = notApprovedAmong(app, records)
  const parts: Part[] = text === null ? [] : [{ kind: 'text', text }]
  return { type: 'say', message: { ...shown, parts: [...shown.parts, ...parts] }, rests: 'said' }
}

export function more(count: number): Part[] {
  return count > MOST ? [{ kind: 'text', text: `And ${count - MOST} more.` }] : []
}

/** Every open case, meeting and provider that this person may see. */
export async function overview(ask: Ask): Promise<Reply> {
  const viewer = { type: 'actor', actor: ask.heard.actor } as const
  const cases = await list(ask.app, viewer, { facets: { kind: 'case', status: 'open' } })
  const items = cases.flatMap(({ record }) =>
    record.kind === 'case' ? [caseLine(record, ask)] : [],
  )
  if (items.length === 0)
    return {
      type: 'say',
      message: message(
        'No open cases',
        'There is nothing open that you can see.',
        buttons(...RAISE),
      ),
    }
  return listed(
    ask,
    message(
      'Open cases',
      { kind: 'list', items: items.slice(0, MOST) },
      ...more(items.length),
      'For one of them: “/muster status” with its reference.',
    ),
    cases.map(({ record }) => record),
  )
}

function caseLine(kase: Case, ask: Ask): Text {
  const { policy, now } = contextOf(ask, kase)
  const next = owed(kase)
    .filter(({ dueAt }) => dueAt !== null)
    .sort((one, other) => ((one.dueAt ?? '') < (other.dueAt ?? '') ? -1 : 1))[0]
  const clock = next ? `${next.rule} ${standing(next, { policy, now })}` : 'no clock runs'
  const type = TYPES[kase.type]
  return [{ record: kase.id }, ` ${type}, ${kase.provider.name}: ${clock}`]
}
