import { CONFIDENTIAL_WORDS } from '../case/compose-confidential.ts'
import { casesNamedIn, type RecordId } from '../record-id.ts'
import { REMOVED_WORDS } from '../retention.ts'
import type { Telling } from '../telling/telling.ts'
import type { LevelDecision, Provider } from './provider.ts'

/** Whether a decision still has the words of a record that led to it. */
function isToldOf(decision: LevelDecision, records: readonly RecordId[]): boolean {
  return restsOnAny(decision, records) && decision.reason !== REMOVED_WORDS
}

/** Whether one of these records led to a decision, or was named as its evidence. */
function restsOnAny(
  { because, rests }: Pick<LevelDecision, 'because' | 'rests'>,
  records: readonly RecordId[],
): boolean {
  return [because, rests].some((one) => one != null && records.includes(one))
}

/** Whether anything here has words of one of these records. */
export function isToldOfAny(
  { decisions, actions = [], signs = [], meetings = [], tellings = [] }: Provider,
  records: readonly RecordId[],
): boolean {
  const isOne = (id: RecordId | undefined) => id !== undefined && records.includes(id)
  return (
    decisions.some((one) => isToldOf(one, records)) ||
    actions.some(({ meeting }) => isOne(meeting)) ||
    signs.some((one) => isOne(one.case)) ||
    meetings.some(({ meeting }) => isOne(meeting)) ||
    tellings.some((one) => isOne(one.case) && one.words !== REMOVED_WORDS)
  )
}

/** Whether what led to it is for those on a list alone: they read it where it was written. */
export function isWithheld({ confidential = [] }: Provider, decision: LevelDecision): boolean {
  return isOfAny(decision, confidential)
}

/** Whether one of these records led to a decision, or its reference stands in the words. */
export function isOfAny(decision: LevelDecision, records: readonly RecordId[]): boolean {
  const named = casesNamedIn(writtenIn(decision))
  return restsOnAny(decision, records) || named.some((one) => records.includes(one))
}

/** What somebody wrote of a decision, in all of its answers. */
export function writtenIn({
  reason,
  evidence,
  conflicts = '',
}: Pick<LevelDecision, 'reason' | 'evidence'> & { readonly conflicts?: string }): string {
  return [reason, evidence ?? '', conflicts].join('\n')
}

/** As it is read by people of whom nobody knows whether they are on the list: without the words, which go to nobody any more. */
export function withoutSecret(provider: Provider, telling: Telling): Telling {
  if (!isSecret(provider, telling)) return telling
  const told = telling.told.map((one) =>
    one.acceptedAt === null && one.failed === null ? { ...one, failed: CONFIDENTIAL_FIRST } : one,
  )
  return { ...telling, words: CONFIDENTIAL_WORDS, told }
}

const CONFIDENTIAL_FIRST = 'it became confidential first'

/** Whether what people were told is for those on a list alone by now. */
export function isSecret({ confidential = [] }: Provider, telling: Telling): boolean {
  return tellsOfAny(telling, confidential)
}

/** Whether people were told of one of these cases, or its reference stands in the words. */
export function tellsOfAny(
  { case: kase, words }: Pick<Telling, 'case' | 'words'>,
  cases: readonly RecordId[],
): boolean {
  if (words === null) return false
  const named = [...casesNamedIn(words), ...(kase === undefined ? [] : [kase])]
  return named.some((one) => cases.includes(one))
}

/** Who was told stays; the words go with the case that they were about. */
export function withoutTellings(
  provider: Provider,
  records: readonly RecordId[],
): Pick<Provider, 'tellings'> {
  const { tellings } = provider
  if (!tellings) return {}
  return {
    tellings: tellings.map((one) =>
      one.case && records.includes(one.case) ? { ...one, words: REMOVED_WORDS } : one,
    ),
  }
}

/** That the level changed stays, and who decided it; why is gone with the record. */
export function withoutWords(decision: LevelDecision, records: readonly RecordId[]): LevelDecision {
  if (!isToldOf(decision, records)) return decision
  const { conflicts, ...rest } = decision
  return { ...rest, reason: REMOVED_WORDS, evidence: null }
}
