import type { PolicySource } from '../../../core/policy/policy.ts'
import {
  chiefExecutive,
  incidentLead,
  offered,
  qualityLead,
  qualityManager,
  safeguardingLead,
} from './seats.ts'

type Meeting = PolicySource['meetings'][number]

const upper = {
  document: 'N&Q 2021',
  section: 'Nursing & Quality duty 3',
  kind: 'source',
  basis: 'policy',
} as const

const lower = { ...upper, section: 'Lead Provider duty 10' } as const

/** M5, the upper tier: NHSE/I and the Lead Provider. */
export const qualityReviewWithRegion: Meeting = {
  id: 'M5a',
  label: 'Clinical quality review meeting with the region',
  about: 'either',
  room: 'room',
  mayCall: [
    { role: 'quality-manager', of: 'lead-quality-team' },
    { role: 'quality-lead', of: 'lead-provider' },
  ],
  chair: { role: 'quality-manager', of: 'lead-quality-team' },
  lines: [
    {
      id: 'nhse-region',
      label: 'NHSE/I regional team',
      seats: [qualityManager],
      citation: { ...upper, note: 'Nursing & Quality leads the part on quality and safeguarding.' },
    },
    {
      id: 'lead-provider',
      label: 'Lead Provider',
      seats: [qualityLead],
      citation: {
        ...upper,
        note: 'The other side of it. That its quality lead comes is our choice.',
        kind: 'part',
      },
    },
  ],
  record: 'qualityReviewWithRegionRecord',
  citation: {
    ...upper,
    note: 'Held monthly to quarterly between NHSE/I and Lead Providers. Silent on its people, on who may call an extra one and on a quorum.',
  },
}

/** M5, the lower tier: the Lead Provider and a sub-contractor. */
export const qualityReviewWithProvider: Meeting = {
  id: 'M5b',
  label: 'Clinical quality review meeting with a provider',
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
        ...lower,
        note: 'It holds the meeting. That its quality lead comes is our choice.',
        kind: 'part',
      },
    },
    {
      id: 'provider',
      label: 'Sub-contractor',
      seats: [incidentLead, safeguardingLead, offered(chiefExecutive)],
      citation: {
        ...lower,
        note: 'The other side of it. Which of its people is our choice.',
        kind: 'part',
      },
    },
  ],
  record: 'qualityReviewWithProviderRecord',
  citation: {
    ...lower,
    note: 'Held with sub-contractors; mirrors the meeting with NHSE/I and reports to it. Silent on its people, its rhythm and a quorum.',
  },
}
