import type { Intent } from '../../core/intent.ts'
import { type HandedIn, text } from './handed-in.ts'

/** What the form about the approval of the rules asks for: of the pack that it was opened for. */
export const APPROVING = {
  approveRules: (form: HandedIn): Intent => ({
    kind: 'organisation',
    type: 'approveRules',
    by: form.by,
    pack: form.ticket.with?.pack ?? '',
    approvedBy: text(form, 'approvedBy') ?? '',
    approvedOn: text(form, 'approvedOn') ?? form.context.now,
    reviewOn: text(form, 'reviewOn'),
  }),
}
