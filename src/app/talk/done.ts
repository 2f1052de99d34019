import type { Case } from '../../core/case/case.ts'
import type { Button } from '../../core/message/message.ts'
import type { ClockRule } from '../../core/policy/clock.ts'
import type { Instant } from '../../core/time/instant.ts'
import type { Moment } from '../../core/time/local.ts'
import { understandMoment } from '../../core/time/understand.ts'
import type { Reply } from '../conversation.ts'
import { type Ask, contextOf } from './ask.ts'
import { wallTime } from './fits.ts'
import { fitsButton } from './identifier.ts'
import { change } from './press.ts'
import { buttons, refused, say } from './say.ts'
import { lastNudged } from './take-clock.ts'
import type { Understood } from './understand.ts'

type Done = Extract<Understood, { type: 'done' }>

/** `done …` names a clock, or it is the one that asks for such a reference, or the one last nudged. */
export async function done(ask: Ask, kase: Case, said: Done): Promise<Reply> {
  const rule = ruleMeant(ask, kase, said)
  if (!rule) return refused({ message: 'Say what is done, for example “done D1 ref 2027/1234”.' })
  const title = `${rule.id} ${rule.label}`
  const form = formFor(ask, kase, rule, said)
  if (rule.evidence.form !== undefined)
    return say(title, 'This one is recorded with a form.', buttons(form))
  const when = momentOf(ask, kase, said)
  switch (when?.type) {
    case 'invalid':
    case 'gap':
      return refused({ message: when.message })
    case 'twice':
      return say(title, when.message, buttons(form))
    case 'instant':
    case undefined:
      return recorded(ask, kase, rule, said, when?.instant ?? null)
  }
}

/** The form that records the same evidence, filled; null when it is not known what is done. */
export function evidenceForm(ask: Ask, kase: Case, said: Done): Button | null {
  const rule = ruleMeant(ask, kase, said)
  return rule ? formFor(ask, kase, rule, said) : null
}

async function recorded(
  ask: Ask,
  { id }: Case,
  { id: clock, label }: ClockRule,
  { reference, reason }: Done,
  doneAt: Instant | null,
): Promise<Reply> {
  const by = ask.heard.actor
  const given = { clock, doneAt, reference, form: null, answers: {} }
  const intent = { kind: 'case', type: 'evidence', by, ...given } as const
  const reply = await change(ask, id, ask.heard.key, intent)
  if (reply.type !== 'nothing' || reason === null || reason === '') return reply
  return say(
    `${clock} ${label}: the reason was not recorded`,
    'The rest was. If the clock is late you are asked why; to keep the reason now, write “note …”.',
  )
}

function formFor(ask: Ask, kase: Case, rule: ClockRule, said: Done): Button {
  const { policy } = contextOf(ask, kase)
  const form = rule.evidence.form ?? 'notified'
  const fields = policy.forms.find(({ id }) => id === form)?.fields ?? []
  const moment = fields.find(({ kind, required }) => kind === 'moment' && required)?.id
  const when = momentOf(ask, kase, said)
  const at = when?.type === 'instant' ? when.instant : when?.type === 'twice' ? when.first : null
  const { reference } = said
  const filled: Record<string, string> = {
    clock: rule.id,
    ...(moment !== undefined && at !== null ? { [moment]: wallTime(at, policy.zone) } : {}),
    ...(reference !== null && fitsButton(reference) ? { reference } : {}),
  }
  return {
    label: 'Open the form…',
    press: { do: 'open', form, record: kase.id, with: filled },
    style: 'primary',
  }
}

function momentOf(ask: Ask, kase: Case, { when }: Done): Moment | null {
  const { policy, now } = contextOf(ask, kase)
  return when === null ? null : understandMoment(when, now, policy.zone)
}

function ruleMeant(ask: Ask, kase: Case, { clock, about }: Done): ClockRule | undefined {
  const rules = contextOf(ask, kase).policy.clocks
  const meant = clock ?? clockMeant(kase, about, ask, rules)
  return rules.find(({ id }) => id.toLowerCase() === meant?.toLowerCase())
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
