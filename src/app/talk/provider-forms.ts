import { type Refused, refuse } from '../../core/decision.ts'
import type { Intent } from '../../core/intent.ts'
import { postChosen } from '../../core/provider/compose-told.ts'
import { TOLD_HOW } from '../../core/telling/telling.ts'
import { caseOf, type HandedIn, seenIn, text } from './handed-in.ts'
import { exceptOf } from './hosting.ts'

/** What each form about a provider asks for, but for the steps of matters, whose forms the rules name. */
export const PROVIDER_FORMS: Readonly<Record<string, (form: HandedIn) => Intent | Refused>> = {
  tell: (form) => ({
    kind: 'provider',
    type: 'tell',
    by: form.by,
    telling: text(form, 'telling') ?? '',
    words: text(form, 'words') ?? '',
    ...caseOf(form),
    ...exceptOf(form),
  }),
  recordTold: (form) => {
    const how = TOLD_HOW.safeParse(text(form, 'how')).data
    if (!how) return refuse('missing', 'Choose how they were told.', { how: 'Choose one.' })
    return {
      kind: 'provider',
      type: 'recordTold',
      by: form.by,
      telling: Number(form.ticket.with?.telling ?? 0),
      ...postChosen(text(form, 'post') ?? ''),
      name: text(form, 'name') ?? '',
      how,
      toldAt: text(form, 'at') ?? form.context.now,
    }
  },
  prr: (form) => ({
    kind: 'provider',
    type: 'rate',
    by: form.by,
    instrument: 'prr',
    ratings: scores(form),
    note: text(form, 'note'),
    ratedAt: null,
    ...seenIn(form),
  }),
  lookAgain: (form) => ({
    kind: 'provider',
    type: 'lookAgain',
    by: form.by,
    on: text(form, 'on') ?? form.context.now,
  }),
  levelStands: (form) => ({
    kind: 'provider',
    type: 'confirmLevel',
    by: form.by,
    review: Number(form.ticket.with?.review ?? 0),
    reason: text(form, 'reason') ?? '',
  }),
  surveillance: (form) => ({
    kind: 'provider',
    type: 'changeLevel',
    by: form.by,
    transition: text(form, 'transition') ?? '',
    reason: text(form, 'reason') ?? '',
    evidence: text(form, 'evidence'),
    because: null,
    ...restsOn(text(form, 'rests')),
    ...declared(text(form, 'conflicts')),
    ...seenIn(form),
  }),
}

function restsOn(rests: string | null) {
  return rests === null ? {} : { rests }
}

function declared(conflicts: string | null) {
  return conflicts === null ? {} : { conflicts }
}

function scores({ values, context }: HandedIn): Record<string, number> {
  const items = context.policy.instruments.find(({ id }) => id === 'prr')?.items ?? []
  return Object.fromEntries(
    items.flatMap(({ id }) => (values[id] === undefined ? [] : [[id, Number(values[id])]])),
  )
}
