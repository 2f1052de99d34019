import type { PolicySource } from '../../../core/policy/policy.ts'
import { commissioner } from './seats.ts'

const story = {
  document: 'NHSE event 2023',
  section: 'West Yorkshire, complex case',
  kind: 'practice',
} as const

/** M8: specialists are pulled in as they are needed, and withdraw when they are not. */
export const complexCase: PolicySource['meetings'][number] = {
  id: 'M8',
  label: 'Complex-case team meeting',
  room: 'room',
  mayCall: [
    { role: 'case-manager', of: 'lead-provider' },
    { role: 'quality-lead', of: 'lead-provider' },
  ],
  chair: { role: 'case-manager', of: 'lead-provider' },
  lines: [
    {
      id: 'hub',
      label: 'Commissioning hub',
      seats: [
        {
          id: 'hub-case-manager',
          label: 'Commissioning hub: case manager',
          post: { role: 'case-manager', of: 'lead-provider' },
          required: true,
        },
      ],
      citation: {
        ...story,
        note: 'The hub coordinates and chairs it. The case manager is our choice.',
      },
    },
    {
      id: 'core-team',
      label: 'Team that gives the care',
      seats: [
        {
          id: 'provider-responsible-clinician',
          label: 'Provider: responsible clinician',
          post: { role: 'responsible-clinician', of: 'provider' },
          required: true,
        },
      ],
      citation: {
        ...story,
        note: 'A consistent core team; the story names its paediatric team and CAMHS.',
      },
    },
    {
      id: 'icb',
      label: 'Integrated care board',
      seats: [{ ...commissioner, required: true }],
      citation: { ...story, note: 'Named, for timely decisions on commissioning.' },
    },
    {
      id: 'specialists',
      label: 'Specialists, pulled in when they are needed',
      seats: [
        {
          id: 'specialist-adviser',
          label: 'Specialist service: adviser',
          post: { role: 'adviser', of: 'specialist-service' },
          required: false,
          offered: true,
        },
        {
          id: 'mental-health-act-adviser',
          label: 'Lead Provider: Mental Health Act adviser',
          post: { role: 'mental-health-act-adviser', of: 'lead-provider' },
          required: false,
          offered: true,
        },
      ],
      citation: {
        ...story,
        note: 'Mood disorders, neuro-psychiatry, immuno-neurology, later the law: each while it was needed.',
      },
    },
  ],
  keepsTeam: true,
  outOfHours: 'outOfHours',
  record: 'complexCaseRecord',
  citation: {
    ...story,
    note: 'One dedicated chair, a consistent core team, specialists pulled in and withdrawn, frequency varies; communication is consistent, also out of hours and on call. Whoever was brought in is ticked for the next meeting about the same case, unless withdrawn; that, and showing the directory’s on-call contacts, is our choice. One collaborative’s practice; silent on a quorum.',
  },
}
