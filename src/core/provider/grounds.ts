import { type Refused, refuse } from '../decision.ts'
import type { OptionView } from '../message/form.ts'
import type { Policy, Transition } from '../policy/policy.ts'
import { hasReference, RecordId, referenceOf } from '../record-id.ts'
import { showDate } from '../time/day.ts'
import { localDay } from '../time/local.ts'
import { heldMeetings } from './held.ts'
import type { ProviderIntentOf } from './intent.ts'
import type { LevelDecision, Provider } from './provider.ts'
import { latestRatings } from './trend.ts'
import { waysOn } from './ways.ts'

const MEETINGS = 10

/** What on record a decision on the level may rest on; nothing that is for those on a list alone. */
export function groundsOf(provider: Provider, policy: Policy): OptionView[] {
  const { signs = [], confidential = [] } = provider
  const day = (at: string) => showDate(localDay(at, policy.zone))
  const isOpen = (record: RecordId) => !confidential.includes(record)
  const shown = signs.filter((one) => isOpen(one.case))
  const cases = shown.map(({ case: value, triggers }) => {
    const seen = triggers.map(({ id, direction }) => `${id} ${direction}`).join(', ')
    return { value, label: `Case ${referenceOf(value)}: ${seen}` }
  })
  const meetings = heldMeetings(provider)
    .filter(({ meeting }) => isOpen(meeting))
    .toSorted((one, other) => (one.at < other.at ? 1 : -1))
    .slice(0, MEETINGS)
    .map(({ meeting: value, rule, at }) => {
      const label = policy.meetings.find(({ id }) => id === rule)?.label ?? rule
      return { value, label: `${referenceOf(value)} ${label}, ${day(at)}` }
    })
  return [...cases, ...meetings, ...ratingsOf(provider, policy, day)]
}

function ratingsOf(
  { ratings }: Provider,
  { instruments }: Policy,
  day: (at: string) => string,
): OptionView[] {
  return latestRatings(ratings).map(({ rated: { n, rating, ratedAt } }) => {
    const label = instruments.find(({ id }) => id === rating.instrument)?.label
    const named = label ?? rating.instrument
    return {
      value: `rating:${n}`,
      label: `${named}, ${day(ratedAt)}: ${rating.total}, ${rating.bandLabel}`,
    }
  })
}

type Shown = Pick<LevelDecision, 'evidence' | 'rests'>

const UNTRIAGED = 'untriaged:'

/** A case that has told its provider nothing yet: of whoever sees it, it can be chosen all the same. */
export function untriagedGround(id: RecordId): OptionView {
  return { value: `${UNTRIAGED}${id}`, label: `Case ${referenceOf(id)}: not triaged yet` }
}

function untriagedIn({ confidential = [] }: Provider, rests: string): RecordId | undefined {
  if (!rests.startsWith(UNTRIAGED)) return undefined
  const id = RecordId.safeParse(rests.slice(UNTRIAGED.length)).data
  return id === undefined || confidential.includes(id) ? undefined : id
}

/** The reference of a case in words that more people read than the case itself; the same words for every reference. */
export function caseInWords(words: Readonly<Record<string, string>>): Refused | undefined {
  const named = Object.keys(words).filter((field) => hasReference(words[field] ?? ''))
  if (named.length === 0) return undefined
  const instead = 'choose it under “What on record does it rest on?”, or describe what shows it'
  return refuse(
    'invalid',
    `A reference of a case cannot stand in these words: ${instead}. Nothing was changed.`,
    Object.fromEntries(named.map((field) => [field, `No reference of a case here: ${instead}.`])),
  )
}

/** What was chosen from the record, and what was written, as they are kept: a rating is told in words. */
export function shownBy(
  provider: Provider,
  { rests, evidence }: Pick<ProviderIntentOf<'changeLevel'>, 'rests' | 'evidence'>,
  policy: Policy,
): Shown | Refused {
  const written = evidence?.trim() || null
  if (rests === undefined) return { evidence: written }
  const untriaged = untriagedIn(provider, rests)
  if (untriaged) return { evidence: written, rests: untriaged }
  const ground = groundsOf(provider, policy).find(({ value }) => value === rests)
  if (!ground)
    return refuse(
      'stale',
      'What you chose as evidence cannot be chosen any more; nothing was changed. Choose again, or name the evidence in words.',
      { rests: 'Choose again.' },
    )
  const record = RecordId.safeParse(ground.value).data
  if (record) return { evidence: written, rests: record }
  return { evidence: [ground.label, ...(written === null ? [] : [written])].join('. ') }
}

/** Why a way cannot be decided on without evidence, with what would be accepted; the urgent ways wait for none. */
export function unshown(
  provider: Provider,
  { id, evidence }: Transition,
  { because, ...shown }: Shown & Pick<LevelDecision, 'because'>,
  policy: Policy,
): Refused | undefined {
  const isShown = because !== null || shown.rests !== undefined || shown.evidence !== null
  if (evidence?.asked !== 'always' || isShown) return undefined
  const { document, section } = evidence.citation
  const urgent = waysOn(provider, policy)
    .filter((one) => one.evidence?.asked === 'ifAny')
    .map((one) => ` If people are at risk now, ${one.id} (${one.label}) waits for none.`)
  return refuse(
    'missing',
    `${id} is decided on evidence, and none was given; nothing was changed. Accepted: ${evidence.words} (${document}, ${section}).${urgent.join('')}`,
    { evidence: `${id} needs ${evidence.words}.` },
  )
}
