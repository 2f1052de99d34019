import type { PolicySource } from '../../../core/policy/policy.ts'
import { incidentLead, offered, qualityLead, qualityManager, safeguardingLead } from './seats.ts'

const section = 'Lead Provider duty 4'

/** M3: the call that D4 asks for, held from the case’s own thread. */
export const teleconference: PolicySource['meetings'][number] = {
  id: 'M3',
  label: 'Teleconference',
  room: 'thread',
  mayCall: [{ role: 'quality-lead', of: 'lead-provider' }],
  chair: null,
  lines: [
    {
      id: 'lead-provider',
      label: 'Lead Provider',
      seats: [qualityLead],
      citation: {
        document: 'N&Q 2021',
        section,
        note: 'The Lead Provider calls it and oversees the actions.',
        kind: 'source',
        basis: 'policy',
      },
    },
    {
      id: 'quality-manager',
      label: 'NHSE/I Quality Manager',
      seats: [qualityManager],
      citation: {
        document: 'N&Q 2021',
        section,
        note: 'The Quality Manager is invited.',
        kind: 'source',
        basis: 'policy',
      },
    },
    {
      id: 'relevant-others',
      label: 'Relevant others',
      seats: [offered(incidentLead), offered(safeguardingLead)],
      citation: {
        document: 'Muster',
        section: 'meetings',
        note: 'The source says relevant others and does not say who. The sub-contractor’s incident and safeguarding leads are offered.',
        kind: 'choice',
      },
    },
  ],
  record: 'teleconference',
  meets: 'D4',
  citation: {
    document: 'N&Q 2021',
    section,
    note: 'A call on mitigation, remediation and first learning, as required; no time is given.',
    kind: 'source',
    basis: 'policy',
  },
}
