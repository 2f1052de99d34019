import type { Composing } from '../kind.ts'
import type { Inline, Message, Part, Text } from '../message/message.ts'
import type { Doer } from '../people/actor.ts'
import type { ProviderRef } from '../people/directory.ts'
import { findOrganisation } from '../people/find.ts'
import { LEAD_PROVIDER, NO_LEAD } from '../people/lead.ts'
import { organisationFor } from '../people/posts.ts'
import type { Policy } from '../policy/policy.ts'
import type { Post } from '../policy/post.ts'
import { showLocal } from '../time/local.ts'
import type { ClockRun } from './clock-run.ts'
import { clockRule, isWithoutDelay } from './rules.ts'

export function tell(title: string, text: Text, ...more: Part[]): Message {
  return { title, parts: [{ kind: 'text', text }, ...more] }
}

export function shown(instant: string, { policy }: Pick<Composing, 'policy'>): string {
  return showLocal(instant, policy.zone)
}

/** What a person wrote, as a sentence: with a full stop where they left it out. */
export function ended(words: string): string {
  const text = words.trim()
  return /[.!?…]$/.test(text) ? text : `${text}.`
}

/** `Incident lead, Willow House`. */
export function postLabel(
  kase: { readonly provider: ProviderRef },
  post: Post,
  composing: Pick<Composing, 'policy' | 'directory'>,
): string {
  const { policy, directory } = composing
  const role = policy.roles.find(({ id }) => id === post.role)?.label ?? post.role
  if (post.of === LEAD_PROVIDER && kase.provider.leadProvider === NO_LEAD)
    return `${role} (this unit has no Lead Provider)`
  const organisation = organisationFor(directory, kase.provider, post.of)?.name
  return organisation === undefined ? `${role} (not in the directory)` : `${role}, ${organisation}`
}

const STAND_INS = { deputy: 'deputy', 'on-call': 'on-call' } as const

/** Who did it, with the role held at that moment. */
export function doerText(
  doer: Doer,
  { policy, directory }: Pick<Composing, 'policy' | 'directory'>,
): Inline[] {
  switch (doer.type) {
    case 'clock':
      return ['Muster']
    case 'anonymous':
      return ['Whoever raised it, anonymously']
    case 'unlisted':
      return [`${doer.name} (not in the directory)`]
    case 'person': {
      const role = policy.roles.find(({ id }) => id === doer.role)?.label
      const organisation = findOrganisation(directory, doer.organisation)?.name ?? doer.organisation
      const title = doer.as === undefined ? role : `${STAND_INS[doer.as]} ${role}`
      const where = role === undefined ? organisation : `${title?.toLowerCase()}, ${organisation}`
      return [{ person: doer.person }, ` (${where})${wayWords(doer)}`]
    }
  }
}

/** How it was said, where that was not in chat. */
export function wayWords(doer: Doer): string {
  return doer.type === 'person' && doer.via === 'link' ? ', by mail link' : ''
}

export function people(ids: readonly string[]): Inline[] {
  return ids.flatMap((person, index) => [...(index === 0 ? [] : [', ']), { person }])
}

export function ruleOfClock(policy: Policy, id: string): Part {
  const { citation } = clockRule(policy, id)
  return { kind: 'rule', id, citation }
}

/** Where a clock stands, without relying on colour. */
export function standing(run: ClockRun, composing: Pick<Composing, 'policy' | 'now'>): string {
  switch (run.state) {
    case 'running':
      return run.dueAt === null || isDelayed(run, composing)
        ? whenOf(run)
        : dueWords(run.dueAt, run, composing)
    case 'missed':
      return overdue(run, composing)
    case 'met':
      return `met ${run.metAt === null ? '' : shown(run.metAt, composing)}${timeliness(run)}`
    case 'cancelled':
      if (run.lapsed !== undefined) return `not needed: ${run.lapsed}`
      return `${run.wasMissed ? `${overdue(run, composing)}; then ` : ''}cancelled with the case`
  }
}

/** A reminder is never a breach, and it does not stay “due” on a day that is over. */
function dueWords(
  dueAt: string,
  { soft }: ClockRun,
  composing: Pick<Composing, 'policy' | 'now'>,
): string {
  const day = shown(dueAt, composing)
  return soft && dueAt < composing.now ? `was wanted by ${day} and still waits` : `due ${day}`
}

function overdue(run: ClockRun, composing: Pick<Composing, 'policy'>): string {
  if (run.overdueOnEntry) return `OVERDUE on entry, ${overdueBy(run)}`
  return `OVERDUE since ${run.dueAt === null ? 'its time' : shown(run.dueAt, composing)}`
}

function isDelayed({ rule }: ClockRun, { policy }: Pick<Composing, 'policy'>): boolean {
  return isWithoutDelay(clockRule(policy, rule))
}

/** What comes before how it was counted. */
function whenOf({ words }: ClockRun): string {
  const end = words.indexOf(': ')
  return end === -1 ? words : words.slice(0, end)
}

function overdueBy({ workingDaysLate: days }: ClockRun): string {
  if (days === null || days === 0) return 'less than a working day late'
  return `${days} working ${days === 1 ? 'day' : 'days'} late`
}

/** Whether something was done in time; nothing where the rule gives no time. */
export function timeliness({ late, dueAt, soft }: ClockRun): string {
  if (soft || (dueAt === null && !late)) return ''
  return late ? ', LATE' : ', in time'
}

/** `3 working days from Fri 26 Mar; …`: how a due time was counted, without the time itself. */
export function howCounted({ words }: ClockRun): string {
  const start = words.indexOf(': ')
  return start === -1 ? words : words.slice(start + 2)
}
