import type { PolicySource } from '../../core/policy/policy.ts'

type Band = PolicySource['instruments'][number]['bands'][number]

const months = (amount: number) => ({ unit: 'months', amount }) as const
const days = (amount: number) => ({ unit: 'days', amount }) as const

const everyBand = [
  { cycle: 'providerReturn', within: months(3) },
  { cycle: 'audit', within: months(12) },
]

const shareAtMeeting =
  'Share good practice and concerns at the integrated commissioning team’s quality monitoring meeting.'
const escalate =
  'Escalate through the concerns and serious concerns procedure, and to the quality monitoring meeting.'
const visit = 'On a concern: visit the service, announced, or gather further intelligence.'
const openLines = 'Keep lines open with the provider, with other councils, or both.'

/** What each band asks for. Prompts are advice: nothing of them happens by itself. */
export const ratingBands: Band[] = [
  {
    id: 'B1',
    label: 'B1: below 12',
    from: 0,
    cycles: [
      { cycle: 'contact', within: null },
      { cycle: 'monitoringMeeting', within: months(12) },
      { cycle: 'pamms', within: months(36) },
      { cycle: 'selfAssessment', within: months(36) },
      ...everyBand,
    ],
    prompts: [openLines, visit, shareAtMeeting],
  },
  {
    id: 'B2',
    label: 'B2: 12 to 22',
    from: 12,
    cycles: [
      { cycle: 'contact', within: null },
      { cycle: 'monitoringMeeting', within: months(12) },
      { cycle: 'pamms', within: months(24) },
      { cycle: 'selfAssessment', within: months(24) },
      ...everyBand,
    ],
    prompts: [
      openLines,
      visit,
      'Consider the concerns procedure where its threshold is at stage 1.',
      shareAtMeeting,
    ],
  },
  {
    id: 'B3',
    label: 'B3: 22.5 to 33',
    from: 22.5,
    cycles: [
      { cycle: 'contact', within: months(1) },
      { cycle: 'monitoringMeeting', within: months(6) },
      { cycle: 'pamms', within: months(12) },
      { cycle: 'selfAssessment', within: months(12) },
      ...everyBand,
    ],
    prompts: [
      'Consider the concerns and serious concerns procedure where the thresholds of stage 2 are met.',
      escalate,
    ],
  },
  {
    id: 'B4',
    label: 'B4: 33.5 to below 40',
    from: 33.5,
    cycles: [
      { cycle: 'contact', within: days(14) },
      { cycle: 'monitoringMeeting', within: months(3) },
      { cycle: 'pamms', within: null },
      { cycle: 'selfAssessment', within: null },
      ...everyBand,
    ],
    prompts: [
      'A full PAMMS assessment is part of the concerns procedure, by an announced or unannounced visit. The source gives no interval.',
      'Consider the concerns and serious concerns procedure where the thresholds of stage 3 are met.',
      escalate,
    ],
  },
  {
    id: 'B5',
    label: 'B5: 40 and more',
    from: 40,
    cycles: [
      { cycle: 'contact', within: days(7) },
      { cycle: 'monitoringMeeting', within: months(3) },
      { cycle: 'pamms', within: null },
      { cycle: 'selfAssessment', within: null },
      ...everyBand,
    ],
    prompts: [
      'Consider the concerns and serious concerns procedure where the thresholds of stage 4 or stage 5 are met.',
      escalate,
    ],
  },
]
