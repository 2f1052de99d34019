import { accept, type Decision, refuse } from '../decision.ts'
import type { Context } from '../kind.ts'
import type { Actor } from '../people/actor.ts'
import type { NewsStep } from '../policy/news.ts'
import { referenceOf } from '../record-id.ts'
import type { Case } from './case.ts'
import { isOnList } from './confidential.ts'
import type { CaseEvent } from './event.ts'
import { triagePost } from './host/host.ts'
import type { CaseIntentOf } from './intent.ts'

/** The end is told under every pack: one of before names no steps. */
const ENDS: Partial<Record<NewsStep, string>> = {
  downgrade: 'What you raised has been closed.',
  delete: 'What you raised has been closed.',
  close: 'What you raised has been closed.',
  closed: 'What you raised has been closed.',
}

/** What whoever raised it may know of a step, in the words of the pack. */
export function newsOf(kase: Case, step: NewsStep, context: Context, more = ''): CaseEvent[] {
  const { policy, now: at } = context
  const told = policy.news ? policy.news.steps.find(({ on }) => on === step)?.words : ENDS[step]
  if (told === undefined) return []
  // The end reaches whoever raised it in confidence too, though they are not on the list of the case.
  const isOpen = mayBeSentNews(kase) || step in ENDS || kase.raiser.place === null
  const quiet = isOpen && kase.newsOff !== true ? {} : ({ quiet: true } as const)
  return [
    {
      type: 'raiserTold',
      at,
      words: `${told.replace('{who}', whoLooks(kase, context))}${more}`,
      ...quiet,
    },
  ]
}

/** The quality lead, or the host commissioner where it was put to them. */
function whoLooks(kase: Case, context: Context): string {
  const isHosts = triagePost(kase, context) !== context.policy.prompting.triage
  return isHosts ? 'The host commissioner' : 'Your quality lead'
}

/** Whether the steps are sent to them: not of a confidential case that is not theirs to see. */
export function mayBeSentNews({
  confidential,
  raiser: { doer, place },
}: Pick<Case, 'confidential' | 'raiser'>): boolean {
  if (place === null) return false
  return !confidential || (doer.type === 'person' && isOnList({ confidential }, doer.person))
}

/** Whoever raised it, known by their account: anonymous ones ask with their code. */
export function isRaiser({ raiser: { doer } }: Case, by: Actor): boolean {
  if (doer.type === 'person') return by.type === 'person' && by.person === doer.person
  if (doer.type !== 'unlisted' || by.type !== 'unlisted') return false
  return by.channel === doer.channel && by.account === doer.account
}

/** No more news of this, or news again. To everybody else it is as if there were no such case. */
export function switchNews(
  kase: Case,
  { on }: CaseIntentOf<'switchNews'>,
  { now: at }: Context,
): Decision<CaseEvent> {
  if (!mayBeSentNews(kase))
    return refuse(
      'notFound',
      `There is no ${referenceOf(kase.id)} that you can see. Check the reference, or ask your quality lead.`,
    )
  const isOn = kase.newsOff !== true
  return isOn === on ? accept() : accept({ type: 'newsSwitched', at, on })
}
