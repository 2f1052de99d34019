import type { CaseAsking } from '../../core/case/asked.ts'
import { Cadence } from '../../core/case/clock-run.ts'
import { type Refused, refuse } from '../../core/decision.ts'
import type { Intent } from '../../core/intent.ts'
import type { Actor } from '../../core/people/actor.ts'
import { caseOf, type HandedIn, rest, text } from './handed-in.ts'

/** What the forms about a serious incident ask for, beyond those of its clocks. */
export const INCIDENT_FORMS: Readonly<Record<string, (form: HandedIn) => Intent | Refused>> = {
  cadence: (form) => {
    const chosen = text(form, 'every') ?? ''
    if (chosen === 'none') return { ...about(form), type: 'setCadence', every: null }
    const [amount, unit] = chosen.split(' ')
    const every = Cadence.safeParse({ unit, amount: Number(amount) }).data
    if (!every) return refuse('missing', 'Choose how often.', { every: 'Choose one.' })
    return { ...about(form), type: 'setCadence', every }
  },
  update: (form) => ({
    ...about(form),
    type: 'evidence',
    doneAt: text(form, 'given'),
    reference: null,
    form: form.ticket.form,
    answers: rest(form, ['given']),
  }),
  lapse: (form) => ({ ...about(form), type: 'lapse', reason: text(form, 'reason') ?? '' }),
  share: (form) => ({
    kind: 'provider',
    type: 'tell',
    by: form.by,
    telling: SHARED,
    words: `${text(form, 'why') ?? ''}. ${text(form, 'words') ?? ''}`,
    ...caseOf(form),
  }),
  panelNotYet: (form) => ({
    kind: 'case',
    type: 'answer',
    by: form.by,
    prompt: 'panel',
    answer: 'no',
    revision: null,
    reason: text(form, 'reason'),
  }),
  recordUpdated: (form) => ({
    kind: 'case',
    type: 'recordUpdated',
    by: form.by,
    doneAt: text(form, form.context.policy.incidentPanel?.recorded.field ?? '') ?? form.context.now,
  }),
}

/** The list of people to tell that the form is for. */
export const SHARED = 'D9'

function about({ by, ticket }: HandedIn) {
  return { kind: 'case', by, clock: ticket.with?.clock ?? '' } as const
}

/** What such a form may ask of a case; undefined where it is another form. */
export function incidentAsks(
  form: string,
  clock: string,
  by: Actor,
): readonly CaseAsking[] | undefined {
  switch (form) {
    case 'cadence':
      return clock === '' ? [] : [{ type: 'setCadence', by, clock }]
    case 'update':
      return clock === '' ? [] : [{ type: 'evidence', by, clock }]
    case 'lapse':
      return clock === '' ? [] : [{ type: 'lapse', by, clock }]
    case 'panelNotYet':
      return [{ type: 'answer', by, prompt: 'panel' }]
    case 'recordUpdated':
      return [{ type: 'recordUpdated', by }]
    // Not a union of ours: a pack may have forms that are for something else.
    default:
      return undefined
  }
}
