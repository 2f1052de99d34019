import type { PolicySource } from '../../core/policy/policy.ts'
import { providerCollaborative } from '../provider-collaborative/index.ts'
import { audit, auditForms } from './audit.ts'
import { concernsProcedure, procedureStage } from './concerns-procedure.ts'
import { bandCycles } from './cycles.ts'
import { prr } from './forms.ts'
import { providerRiskRating } from './provider-risk-rating.ts'
import { withCouncil } from './quality-review.ts'

/** The provider collaborative’s rules with a council’s Provider Risk Rating beside them. */
export const socialCare: PolicySource = {
  ...providerCollaborative,
  id: 'social-care',
  label: 'Provider collaborative with social care',
  roles: [
    ...providerCollaborative.roles,
    { id: 'registered-manager', label: 'registered manager' },
  ],
  instruments: [...providerCollaborative.instruments, providerRiskRating],
  meetings: withCouncil(providerCollaborative.meetings),
  cycles: [...providerCollaborative.cycles, ...bandCycles],
  procedures: [concernsProcedure],
  forms: [...providerCollaborative.forms, prr, procedureStage, ...auditForms],
  matters: [...(providerCollaborative.matters ?? []), audit],
}
