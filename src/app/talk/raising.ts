import type { CaseType } from '../../core/case/case.ts'
import type { CaseIntentOf } from '../../core/case/intent.ts'
import { NOT_LISTED } from '../../core/form/asked.ts'
import { codeOf, sealed } from './code.ts'
import { type HandedIn, rest, text } from './handed-in.ts'

/** What a form of a concern or an incident asks for. */
export function raising(form: HandedIn, type: CaseType): CaseIntentOf<'raise'> {
  const provider = text(form, 'provider')
  return {
    kind: 'case',
    type: 'raise',
    ...raiserOf(form),
    via: form.via,
    case: type,
    provider: provider === NOT_LISTED ? null : provider,
    what: text(form, 'what') ?? '',
    where: text(form, 'where'),
    occurredAt: text(form, 'occurred'),
    identifiedAt: text(form, 'identified'),
    danger: text(form, 'danger') === 'yes',
    done: text(form, 'done'),
    safeguarding: text(form, 'safeguarding') ?? '',
    answers: rest(form, RAISED),
    ...(form.values.confidential === 'yes' ? { confidential: true as const } : {}),
  }
}

/** Of whoever stays anonymous nothing goes further than this, but what their code is held against. */
function raiserOf({ by, values, ticket }: HandedIn) {
  switch (values.how) {
    case 'anonymous':
      return {
        by: { type: 'anonymous' },
        how: 'anonymous',
        code: sealed(codeOf(ticket.nonce)),
      } as const
    case 'inConfidence':
      return { by, how: 'inConfidence' } as const
    default:
      return { by, how: 'named' } as const
  }
}

export const RAISED = [
  'provider',
  'what',
  'where',
  'occurred',
  'identified',
  'danger',
  'done',
  'safeguarding',
  'how',
  'confidential',
]
