import type { PolicySource } from '../../../core/policy/policy.ts'
import {
  headOfQuality,
  incidentLead,
  offered,
  qualityLead,
  qualityManager,
  safeguardingLead,
} from './seats.ts'

const duty = {
  document: 'N&Q 2021',
  section: 'Lead Provider duty 6',
  kind: 'source',
  basis: 'policy',
} as const

/** M4: downgrades, deletes or closes an incident; what it decides is recorded on the case. */
export const incidentPanel: PolicySource['meetings'][number] = {
  id: 'M4',
  label: 'Serious-incident panel',
  room: 'room',
  mayCall: [{ role: 'quality-lead', of: 'lead-provider' }],
  chair: { role: 'quality-lead', of: 'lead-provider' },
  lines: [
    {
      id: 'lead-provider',
      label: 'Lead Provider',
      seats: [qualityLead, headOfQuality],
      citation: {
        ...duty,
        note: 'It organises and leads the panel. Which of its people is our choice.',
        kind: 'part',
      },
    },
    {
      id: 'quality-manager',
      label: 'NHSE/I Quality Manager',
      seats: [offered(qualityManager)],
      citation: { ...duty, note: 'Attends from time to time, to sample: offered, not called.' },
    },
    {
      id: 'provider',
      label: 'Provider of the service',
      seats: [incidentLead, offered(safeguardingLead)],
      citation: {
        document: 'Muster',
        section: 'meetings',
        note: 'Not named: whoever investigated the incident is heard.',
        kind: 'choice',
      },
    },
  ],
  record: 'incidentPanelRecord',
  citation: {
    ...duty,
    note: 'Discusses incidents that are to be downgraded, deleted or closed. Silent on how often, on other members and on a quorum.',
  },
}
