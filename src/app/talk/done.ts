import type { Case } from '../../core/case/case.ts'
import type { Button } from '../../core/message/message.ts'
import type { ClockRule } from '../../core/policy/clock.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { Moment } from '../../core/time/local.ts'
import { understandMoment } from '../../core/time/understand.ts'
import type { Reply } from '../conversation.ts'
import { type Ask, contextOf } from './ask.ts'
import { wallTime } from './fits.ts'
import { change } from './press.ts'
import { buttons, refused, say } from './say.ts'
import { lastNudged } from './take-clock.ts'
import type { Understood } from './understand.ts'

/** `done …` names a clock, or it is the one that asks for such a reference, or the one last nudged. */
export async function done(
  ask: Ask,
  kase: Case,
  said: Extract<Understood, { type: 'done' }>,
): Promise<Reply> {
  const { policy, now } = contextOf(ask, kase)
  const clock = said.clock ?? clockMeant(kase, said.about, ask, policy.clocks)
  const rule = policy.clocks.find(({ id }) => id === clock)
  if (!rule) return refused({ message: 'Say what is done, for example “done D1 ref 2027/1234”.' })
  const title = `${rule.id} ${rule.label}`
  const { form } = rule.evidence
  if (form !== undefined)
    return say(title, 'This one is recorded with a form.', openForm(kase, rule, form, {}))
  const when = said.when === null ? null : understandMoment(said.when, now, policy.zone)
  switch (when?.type) {
    case 'invalid':
    case 'gap':
      return refused({ message: when.message })
    case 'twice':
      return say(title, when.message, whichOne(kase, rule, said.reference, when, policy.zone))
    case 'instant':
    case undefined:
      return recorded(ask, kase, rule, said.reference, when?.instant ?? null)
  }
}

function recorded(
  ask: Ask,
  { id }: Case,
  { id: clock }: ClockRule,
  reference: string | null,
  doneAt: Instant | null,
): Promise<Reply> {
  const by = ask.heard.actor
  const given = { clock, doneAt, reference, form: null, answers: {} }
  return change(ask, id, ask.heard.key, { kind: 'case', type: 'evidence', by, ...given })
}

function whichOne(
  kase: Case,
  rule: ClockRule,
  reference: string | null,
  when: Extract<Moment, { type: 'twice' }>,
  zone: string,
) {
  const filled = { at: wallTime(when.first, zone), ...(reference === null ? {} : { reference }) }
  return openForm(kase, rule, 'notified', filled)
}

function openForm(
  { id: record }: Case,
  { id: clock }: ClockRule,
  form: string,
  filled: Readonly<Record<string, string>>,
) {
  const button: Button = {
    label: 'Open the form…',
    press: { do: 'open', form, record, with: { clock, ...filled } },
    style: 'primary',
  }
  return buttons(button)
}

function clockMeant(
  kase: Case,
  about: string,
  ask: Ask,
  rules: readonly Pick<ClockRule, 'id' | 'evidence'>[],
): string | null {
  const words = about.toLowerCase()
  const named = rules.find(({ id, evidence: { reference } }) => {
    const first = reference?.split(' ')[0]?.toLowerCase()
    return (
      first !== undefined && words.includes(first) && kase.clocks.some(({ rule }) => rule === id)
    )
  })
  return named?.id ?? lastNudged(kase, ask)
}
