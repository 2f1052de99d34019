import { doerText, shown } from '../../case/words.ts'
import type { Composing } from '../../kind.ts'
import { shortWords } from '../../meeting/level/attended.ts'
import type { Button, Message, Part, Text } from '../../message/message.ts'
import { NO_LEAD } from '../../people/lead.ts'
import { MUSTER } from '../../permission/asked.ts'
import { whoMay } from '../../permission/permitted.ts'
import { askedOfProvider, type ProviderAsking } from '../asked.ts'
import { wayText } from '../compose-notice.ts'
import { levelButton } from '../compose-offer.ts'
import { heldMeetings } from '../held.ts'
import type { Provider } from '../provider.ts'
import { whomToAsk } from '../too-few.ts'
import { isHidden, isMadeGood, openReviews, overtakenBy } from './open.ts'
import { type Review, slotOfReview } from './review.ts'

/** Undefined for a slot that is none of these questions. */
export function composeReview(
  provider: Provider,
  slot: string,
  composing: Composing,
): Message | undefined {
  const review = provider.reviews?.find((one) => slotOfReview(one) === slot)
  if (!review) return undefined
  if (isHidden(provider, review)) return hidden(provider, review)
  const level = labelOf(provider.level, composing)
  const isShort = review.how === 'short'
  return {
    title: isShort
      ? `${provider.name}: a meeting did not change the level`
      : `${provider.name}: does the level still stand?`,
    parts: [
      { kind: 'text', text: whatChanged(provider, review, composing) },
      ...(isShort ? whoWasMissing(provider, review, composing) : []),
      ...(answered(provider, review, composing) ?? asking(provider, review, level, composing)),
    ],
  }
}

/** Undefined while it is asked. */
function answered(provider: Provider, review: Review, composing: Composing): Part[] | undefined {
  if (review.decided) return [{ kind: 'text', text: decidedText(review.decided, composing) }]
  const later = overtakenBy(provider, review)
  if (!later) return undefined
  const which = [`The ${later.label.toLowerCase()} `, { record: later.meeting }]
  return [
    { kind: 'text', text: [...which, ' decided on the same later. What is open is asked of it.'] },
  ]
}

/** Where it stands already. */
function hidden({ name }: Provider, { label, meeting }: Review): Message {
  const text = [
    `The ${label.toLowerCase()} `,
    { record: meeting },
    ' is confidential now: whoever is on its list reads there what it says. Nothing is asked here any more.',
  ]
  return { title: `${name}: nothing is asked here any more`, parts: [{ kind: 'text', text }] }
}

const CHANGED: Readonly<Record<Review['how'], string>> = {
  corrected: ' says something else about the level now: it was corrected',
  added: ' decided on the level. Something was added beside it',
  held: ' decided on the level, and says another time of holding now, by which that was too early: it was corrected',
  short: ' decides on the level, and too few are recorded as having been there. It was recorded',
}

const MADE_GOOD =
  ' decides on the level. At first too few were recorded as having been there; it was corrected since, and enough were. It was recorded'

function whatChanged(provider: Provider, review: Review, composing: Composing): Text {
  const { meeting, label, how, correctedBy, at } = review
  return [
    `The record of the ${label.toLowerCase()} `,
    { record: meeting },
    `${isMadeGood(provider, review) ? MADE_GOOD : CHANGED[how]} ${shown(at, composing)} by `,
    ...doerText(correctedBy, composing),
    '.',
  ]
}

/** Why it did not change the level, and what would. */
function whoWasMissing(
  provider: Provider,
  { meeting, way: id }: Review,
  composing: Composing,
): Part[] {
  const held = heldMeetings(provider).find((one) => one.meeting === meeting)
  const way = composing.policy.transitions.find((one) => one.id === id)
  if (!held?.short || !way) return []
  const why = `${wayText(way)}: ${shortWords(held.short, composing)}.`
  return [{ kind: 'text', text: `${why} ${whomToAsk(provider, way, held, composing)}` }]
}

function asking(provider: Provider, review: Review, level: string, composing: Composing): Part[] {
  const { asked, n, how, way } = review
  const whom: Text =
    asked.length > 0
      ? asked.flatMap((person, index) => [...(index > 0 ? [', '] : []), { person }])
      : 'Nobody holds the post of whoever decides: ask an administrator'
  const open = (label: string, form: string, more: Readonly<Record<string, string>> = {}) => {
    const chosen = { review: String(n), ...more }
    const press = { do: 'open', form, record: provider.id, with: chosen } as const
    return { label, press }
  }
  const may = (one: ProviderAsking) => {
    const asks = askedOfProvider(provider, one, { ...composing, from: null })
    return 'ok' in asks ? [] : whoMay(asks, composing)
  }
  const stands: Button = { ...open('The level stands…', 'levelStands'), style: 'primary' }
  const rests = { rests: review.meeting }
  const confirming = may({ type: 'confirmLevel', by: MUSTER })
  return [
    {
      kind: 'alert',
      text: `The level stays “${level}” until somebody decides. Nothing is changed by itself.`,
    },
    { kind: 'text', text: [...[whom].flat(), `: ${READ[how]}, then decide.`] },
    ...(way === undefined
      ? [
          {
            kind: 'buttons',
            buttons: [stands, open('Change the level…', 'surveillance', rests)],
            for: confirming,
          } as const,
        ]
      : [
          {
            kind: 'buttons',
            buttons: [levelButton(provider.id, { transition: way, ...rests })],
            for: may({ type: 'changeLevel', by: MUSTER, transition: way, because: null }),
          } as const,
          { kind: 'buttons', buttons: [stands], for: confirming } as const,
        ]),
  ]
}

const READ: Readonly<Record<Review['how'], string>> = {
  corrected: 'read what was changed',
  added: 'read what was changed',
  held: 'read what was changed',
  short: 'read its record',
}

function decidedText(
  { at, by, stands, reason }: NonNullable<Review['decided']>,
  composing: Composing,
): Text {
  const what = stands ? 'The level stands' : 'The level was decided anew'
  return [`${what}, ${shown(at, composing)}, by `, ...doerText(by, composing), `. Why: ${reason}`]
}

/** On the card, while nobody has decided. */
export function reviewAlerts(provider: Provider): Part[] {
  const who = provider.leadProvider === NO_LEAD ? 'the host' : 'the quality lead'
  return openReviews(provider).map((review): Part => {
    const { label, meeting, how } = review
    if (how === 'short') {
      const there = isMadeGood(provider, review)
        ? 'by its corrected record enough were there. The level stays until somebody decides.'
        : 'too few are recorded as having been there. The level stays until somebody else decides.'
      const which = [`The ${label.toLowerCase()} `, { record: meeting }]
      return { kind: 'alert', text: [...which, ` decides on the level, and ${there}`] }
    }
    const what = how === 'added' ? ' has an addendum' : ' was corrected'
    const text = [
      `The record of the ${label.toLowerCase()} `,
      { record: meeting },
      `${what} since it decided on the level. The level stands until ${who} decides.`,
    ]
    return { kind: 'alert', text }
  })
}

function labelOf(level: string, { policy }: Composing): string {
  return policy.levels.find(({ id }) => id === level)?.label ?? level
}
