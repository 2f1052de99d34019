import { accept, type Decision, type Refused, refuse } from '../../decision.ts'
import type { Place } from '../../effect.ts'
import type { Context } from '../../kind.ts'
import { placeOf } from '../../late.ts'
import { doerOf } from '../../people/doer.ts'
import { reachOf } from '../../people/reach.ts'
import type { Policy } from '../../policy/policy.ts'
import { type Day, plusMonths, showDate } from '../../time/day.ts'
import { localDay } from '../../time/local.ts'
import type { OrganisationEvent } from '../event.ts'
import type { Pack } from '../installation.ts'
import type { OrganisationIntentOf } from '../intent.ts'
import type { Organisation } from '../organisation.ts'
import { approvalOf } from './approval.ts'
import { nextReminder } from './review.ts'

type Decided = Decision<OrganisationEvent>
type Asked = OrganisationIntentOf<'approveRules'>

/** An administrator records who approved the pack in force, or who reviewed it: the newest record holds. */
export function approveRules(asked: Asked, context: Context): Decided {
  const { directory, policy, policyHash, now } = context
  if (asked.pack !== policyHash)
    return refuse(
      'stale',
      'The rules have been changed since you opened this. Look at them again with “/muster rules”, then record who approved these.',
    )
  const approvedBy = asked.approvedBy.trim()
  if (!/\p{L}{2}/u.test(approvedBy))
    return refuse('missing', 'Say who approved the rules, in words: a person or a body.', {
      approvedBy: 'Write who it was, in words.',
    })
  const approvedOn = localDay(asked.approvedOn, policy.zone)
  const reviewOn = reviewDay(approvedOn, asked, context)
  if (typeof reviewOn !== 'string') return reviewOn
  const remindAt = nextReminder(reviewOn, now, policy)
  const by = doerOf(directory, asked.by)
  const approval = {
    pack: packOf(context),
    approvedBy,
    approvedOn,
    reviewOn,
    by,
    at: now,
    remindAt,
  }
  return accept({ type: 'rulesApproved', at: now, by, approval })
}

/** By the rule where no day is given; never one that is over, nor one later than the rule allows. */
function reviewDay(approvedOn: Day, { reviewOn }: Asked, { policy, now }: Context): Day | Refused {
  const today = localDay(now, policy.zone)
  if (approvedOn > today)
    return refuse(
      'invalid',
      'That day is still to come. Give the day on which they were approved.',
      {
        approvedOn: 'This day is still to come.',
      },
    )
  const last = policy.approval ? plusMonths(approvedOn, policy.approval.months) : null
  const day = reviewOn === null ? last : localDay(reviewOn, policy.zone)
  if (day === null)
    return refuse('missing', 'These rules do not say when they are reviewed. Give a day.', {
      reviewOn: 'This is needed.',
    })
  if (last !== null && last <= today) return overAlready(last)
  if (day <= today)
    return refuse(
      'invalid',
      `The review would have been due on ${showDate(day)}. Give a day of review after today.`,
      { reviewOn: 'Give a day after today.' },
    )
  return last !== null && day > last ? tooLate(last, policy) : day
}

function overAlready(last: Day): Refused {
  const words = `The review of that approval was due by ${showDate(last)}.`
  return refuse('invalid', `${words} Have the rules approved anew, and give that day.`, {
    approvedOn: words,
  })
}

function tooLate(last: Day, { approval }: Pick<Policy, 'approval'>): Refused {
  const months = approval?.months === 12 ? 'a year' : `${approval?.months ?? 0} months`
  const words = `By ${approval?.id ?? ''} the rules are reviewed within ${months} of their approval: by ${showDate(last)}.`
  return refuse('invalid', `${words} Give that day or an earlier one.`, {
    reviewOn: `Give ${showDate(last)} or an earlier day.`,
  })
}

/** At a start: administrators who were not told yet that nobody has approved these rules are told. */
export function noteUnapproved({ rules }: Organisation, context: Context): Decided {
  const { directory, policyHash, now } = context
  if (approvalOf(directory, policyHash)) return accept()
  const told = (rules?.notices ?? [])
    .filter(({ about, pack }) => about === 'asked' && pack.hash === policyHash)
    .flatMap(({ places }) => places.map(personIn))
  const places = placesOf(context).filter((place) => !told.includes(personIn(place)))
  if (places.length === 0) return accept()
  const pack = packOf(context)
  return accept({ type: 'rulesNoted', at: now, about: 'asked', pack, reviewOn: null, places })
}

/** Nobody is told of the review of a pack that is not in force, or that was approved anew elsewhere. */
export function remindOfReview({ rules }: Organisation, context: Context): OrganisationEvent[] {
  const { directory, policy, policyHash, now } = context
  const due = (rules?.approvals ?? []).filter(
    ({ remindAt }) => remindAt !== null && remindAt <= now,
  )
  return due.map(({ pack, at, reviewOn }): OrganisationEvent => {
    const holds = pack.hash === policyHash && approvalOf(directory, pack.hash)?.at === at
    const places = holds ? placesOf(context) : []
    const remindAt = nextReminder(reviewOn, now, policy)
    return { type: 'rulesNoted', at: now, about: 'review', pack, reviewOn, places, remindAt }
  })
}

function packOf({ policy: { id, version }, policyHash: hash }: Context): Pack {
  return { id, version, hash }
}

function placesOf({ administrators, channels, directory }: Context): Place[] {
  return administrators.flatMap((person) =>
    reachOf(directory, person, channels).map((channel) => placeOf(channel, person)),
  )
}

function personIn({ to }: Place): string {
  return to.type === 'person' ? to.person : ''
}
