import { doerText, shown } from '../../case/words.ts'
import type { Composing } from '../../kind.ts'
import type { Message, Part, Text } from '../../message/message.ts'
import { MUSTER } from '../../permission/asked.ts'
import { whoMay } from '../../permission/permitted.ts'
import { askedOfProvider } from '../asked.ts'
import type { Provider } from '../provider.ts'
import { isOpen, type Review, slotOfReview } from './review.ts'

/** Undefined for a slot that is none of these questions. */
export function composeReview(
  provider: Provider,
  slot: string,
  composing: Composing,
): Message | undefined {
  const review = provider.reviews?.find((one) => slotOfReview(one) === slot)
  if (!review) return undefined
  const level = labelOf(provider.level, composing)
  return {
    title: `${provider.name}: does the level still stand?`,
    parts: [
      { kind: 'text', text: whatChanged(review, composing) },
      ...(review.decided
        ? [{ kind: 'text', text: decidedText(review.decided, composing) } as const]
        : asking(provider, review, level, composing)),
    ],
  }
}

const CHANGED: Readonly<Record<Review['how'], string>> = {
  corrected: ' says something else about the level now: it was corrected',
  added: ' decided on the level. Something was added beside it',
  held: ' decided on the level, and says another time of holding now, by which that was too early: it was corrected',
}

function whatChanged(review: Review, composing: Composing): Text {
  const { meeting, label, how, correctedBy, at } = review
  return [
    `The record of the ${label.toLowerCase()} `,
    { record: meeting },
    `${CHANGED[how]} ${shown(at, composing)} by `,
    ...doerText(correctedBy, composing),
    '.',
  ]
}

function asking(provider: Provider, review: Review, level: string, composing: Composing): Part[] {
  const { asked, n } = review
  const whom: Text =
    asked.length > 0
      ? asked.flatMap((person, index) => [...(index > 0 ? [', '] : []), { person }])
      : 'Nobody holds the post of whoever decides: ask an administrator'
  const open = (label: string, form: string, more: Readonly<Record<string, string>> = {}) => {
    const chosen = { review: String(n), ...more }
    const press = { do: 'open', form, record: provider.id, with: chosen } as const
    return { label, press }
  }
  const may = askedOfProvider(
    provider,
    { type: 'confirmLevel', by: MUSTER },
    { ...composing, from: null },
  )
  return [
    {
      kind: 'alert',
      text: `The level stays “${level}” until somebody decides. Nothing is changed by itself.`,
    },
    { kind: 'text', text: [...[whom].flat(), ': read what was changed, then decide.'] },
    {
      kind: 'buttons',
      buttons: [
        { ...open('The level stands…', 'levelStands'), style: 'primary' },
        open('Change the level…', 'surveillance', { rests: review.meeting }),
      ],
      for: 'ok' in may ? [] : whoMay(may, composing),
    },
  ]
}

function decidedText(
  { at, by, stands, reason }: NonNullable<Review['decided']>,
  composing: Composing,
): Text {
  const what = stands ? 'The level stands' : 'The level was decided anew'
  return [`${what}, ${shown(at, composing)}, by `, ...doerText(by, composing), `. Why: ${reason}`]
}

/** On the card, while nobody has decided. */
export function reviewAlerts({ reviews = [] }: Provider): Part[] {
  return reviews.filter(isOpen).map(({ label, meeting, how }): Part => {
    const what = how === 'added' ? ' has an addendum' : ' was corrected'
    const text = [
      `The record of the ${label.toLowerCase()} `,
      { record: meeting },
      `${what} since it decided on the level. The level stands until the quality lead decides.`,
    ]
    return { kind: 'alert', text }
  })
}

function labelOf(level: string, { policy }: Composing): string {
  return policy.levels.find(({ id }) => id === level)?.label ?? level
}
