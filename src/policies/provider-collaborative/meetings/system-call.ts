import type { PolicySource } from '../../../core/policy/policy.ts'
import { commissionersIfAsked, cqc, icb, localAuthority, region } from './lines.ts'
import { chiefExecutive, incidentLead, offered, qualityLead, safeguardingLead } from './seats.ts'

const duty = {
  document: 'N&Q 2021',
  section: 'Lead Provider duty 7',
  kind: 'source',
  basis: 'policy',
} as const

/** M12: the system about a quality concern inside the collaborative. */
export const systemCall: PolicySource['meetings'][number] = {
  id: 'M12',
  label: 'System call',
  about: 'either',
  room: 'room',
  mayCall: [{ role: 'quality-lead', of: 'lead-provider' }],
  chair: { role: 'quality-lead', of: 'lead-provider' },
  lines: [
    {
      id: 'lead-provider',
      label: 'Lead Provider',
      seats: [qualityLead],
      citation: {
        ...duty,
        note: 'It organises and chairs the call. Its quality lead is our choice.',
        kind: 'part',
      },
    },
    {
      id: 'provider',
      label: 'Provider of concern',
      seats: [incidentLead, safeguardingLead, offered(chiefExecutive)],
      citation: {
        document: 'Muster',
        section: 'meetings',
        note: 'Not named: those who know the concern at first hand.',
        kind: 'choice',
      },
    },
    region,
    icb,
    { ...cqc, seats: cqc.seats.map(offered) },
    localAuthority,
    commissionersIfAsked,
  ],
  record: 'systemCallRecord',
  citation: {
    ...duty,
    note: 'System calls about quality concerns in the collaborative. Silent on who takes part, when, and on a quorum.',
  },
}
