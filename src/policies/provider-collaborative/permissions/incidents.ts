import type { PolicySource } from '../../../core/policy/policy.ts'

const owes = {
  document: 'N&Q 2021',
  section: 'Lead Provider duty 4',
  note: 'Whoever may answer for a clock may say that it is not needed, and how often updates are wanted: our choice.',
  kind: 'choice',
} as const

/** What people may ask of a serious incident beyond its clocks. */
export const ofIncidents: PolicySource['permissions'] = [
  {
    id: 'case.lapse',
    label: 'say that … is not needed',
    kind: 'case',
    intent: 'lapse',
    may: ['clock'],
    citation: owes,
  },
  {
    id: 'case.setCadence',
    label: 'choose how often … is given',
    kind: 'case',
    intent: 'setCadence',
    may: ['clock'],
    citation: owes,
  },
  {
    id: 'case.switchNews',
    label: 'switch its news off and on',
    kind: 'case',
    intent: 'switchNews',
    may: ['raiser'],
    citation: {
      document: 'Muster',
      section: 'speaking up',
      note: 'Whoever raised it says whether they want to hear of it, also where they may see nothing else of it.',
      kind: 'choice',
    },
  },
  {
    id: 'case.recordUpdated',
    label: 'record when StEIS was updated',
    kind: 'case',
    intent: 'recordUpdated',
    may: [{ role: 'quality-lead', of: 'lead-provider' }],
    citation: {
      document: 'N&Q 2021',
      section: 'Lead Provider duty 6',
      note: 'The Lead Provider closes on StEIS once the panel has agreed. That its quality lead records it is our choice.',
      kind: 'part',
    },
  },
]
