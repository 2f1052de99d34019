import type { Slot } from '../effect.ts'
import type { Composing } from '../kind.ts'
import type { Inline, Message, Part, Text } from '../message/message.ts'
import { findOrganisation } from '../people/find.ts'
import { referenceOf } from '../record-id.ts'
import type { Case } from './case.ts'
import type { Notice } from './notice.ts'
import { doerText, ended, shown, tell } from './words.ts'

/** All that a place says which a case has left. */
export const MOVED: Message = {
  title: 'This case is now confidential',
  parts: [
    {
      kind: 'text',
      text: 'It is not shown here any more. Only the people on its list see it.',
    },
  ],
}

/** In the place of the words of a case that has become confidential, in what else was written of it. */
export const CONFIDENTIAL_REASON = 'The reason is confidential.'
export const CONFIDENTIAL_WORDS = 'These words are confidential now.'

/** Everybody who sees a confidential case, and why; nothing where it is not confidential. */
export function accessFacts({ confidential }: Case): (readonly [string, Text])[] {
  if (!confidential) return []
  const text = confidential.access.flatMap(({ person, why }, index): Inline[] => [
    ...(index === 0 ? [] : ['; ']),
    { person },
    ` (${why})`,
  ])
  return [['Confidential', ['Only these people see it: ', ...text, '.']]]
}

/** One question in private: whether somebody who asked may see it. */
export function composeRequest(kase: Case, slot: Slot, composing: Composing): Message | undefined {
  const n = Number(slot.slice('notice:ask.'.length))
  const request = kase.confidential?.requests.find((one) => one.n === n)
  if (!request) return undefined
  const { by, reason, state, person } = request
  const record = kase.id
  const filled = { action: 'give', give: person, asker: person }
  return {
    title: `Somebody asks to see ${referenceOf(kase.id)}`,
    parts: [
      { kind: 'text', text: [...doerText(by, composing), ` asks for access: ${ended(reason)}`] },
      {
        kind: 'text',
        text: STATES[state],
      },
      ...(state === 'open'
        ? [
            {
              kind: 'buttons',
              buttons: [
                { label: 'Decide…', press: { do: 'open', form: 'access', record, with: filled } },
              ],
            } as const,
          ]
        : []),
    ],
  }
}

const STATES = {
  open: 'They were not told whether there is such a case. If you refuse, they are told nothing.',
  given: 'They were given access.',
  refused: 'Refused. They were told nothing.',
} as const

type AccessSaid = Extract<Notice['said'], { say: 'access' | 'confidential' }>

export function composeAccessNotice(kase: Case, said: AccessSaid, composing: Composing): Message {
  switch (said.say) {
    case 'access': {
      const title = said.given ? 'Access given' : 'Access taken away'
      const verb = said.given ? ' sees this case from now on' : ' does not see this case any more'
      return tell(title, [
        { person: said.person },
        `${verb}: ${ended(said.why)} (`,
        ...doerText(said.by, composing),
        ')',
      ])
    }
    case 'confidential':
      return tell(
        'This case is confidential from now on',
        [...doerText(said.by, composing), `: ${ended(said.reason)}`],
        ...readersPart(kase, composing),
      )
  }
}

/** Who could have read it before: that cannot be undone, and whoever is on the list should know. */
function readersPart({ confidential }: Case, composing: Composing): Part[] {
  const readers = confidential?.readers
  if (!readers || !confidential) return []
  const organisations = readers.organisations.map(({ slug, people }) => {
    const name = findOrganisation(composing.directory, slug)?.name ?? slug
    return `${name}: ${people.length} ${people.length === 1 ? 'person' : 'people'}`
  })
  const from = shown(readers.since, composing)
  const until = shown(confidential.since, composing)
  const rooms = readers.rooms.length
  return [
    {
      kind: 'text',
      text: `Who could have read it before, from ${from} until ${until}:`,
    },
    { kind: 'list', items: organisations },
    {
      kind: 'text',
      text: `It stood in ${rooms} ${rooms === 1 ? 'room' : 'rooms'}; whoever else was in there could read it too. Its messages there were replaced. Muster does not know who did read it.`,
    },
  ]
}
