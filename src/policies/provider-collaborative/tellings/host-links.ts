import type { PolicySource } from '../../../core/policy/policy.ts'

type Telling = NonNullable<PolicySource['tellings']>[number]

const named = { document: 'QSIF 2020', section: '5.3.4', kind: 'source' } as const

/** M7: with whom a host commissioner keeps links about a unit for learning disability or autism. */
export const hostLinks: Telling = {
  id: 'M7',
  label: 'Host commissioner’s links',
  when: 'asked',
  mayTell: [
    { role: 'commissioner', of: 'host-commissioner' },
    { role: 'quality-lead', of: 'lead-provider' },
    { role: 'quality-manager', of: 'lead-quality-team' },
  ],
  whom: [
    {
      id: 'host-commissioner',
      label: 'Host commissioner, or the ICB’s where none is named',
      post: { role: 'commissioner', of: 'host-commissioner' },
      otherwise: { role: 'commissioner', of: 'icb' },
      words:
        'You tell the commissioners who are responsible for people placed there, without names.',
      citation: {
        ...named,
        note: 'The single point for concerns about the unit. Where the directory names no host, the ICB’s commissioner: our choice.',
        kind: 'part',
      },
    },
    {
      id: 'cqc',
      label: 'Care Quality Commission',
      post: { role: 'inspector', of: 'cqc' },
      citation: {
        ...named,
        note: 'The local relationship owner; the inspector is our choice.',
        kind: 'part',
      },
    },
    {
      id: 'local-authority',
      label: 'Local authority: adult safeguarding lead',
      post: { role: 'safeguarding-adult-lead', of: 'local-authority' },
      citation: { ...named, note: 'Of the local authority where the unit is.' },
    },
    {
      id: 'designated-professional',
      label: 'ICB: designated professional for adult safeguarding',
      post: { role: 'safeguarding-adult-lead', of: 'icb' },
      citation: { ...named, note: 'The CCG’s designated professionals, now the ICB’s.' },
    },
    {
      id: 'healthwatch',
      label: 'Healthwatch',
      post: { role: 'adviser', of: 'healthwatch' },
      citation: { ...named, note: 'Local Healthwatch; the adviser is our choice.', kind: 'part' },
    },
    {
      id: 'specialised-commissioning',
      label: 'NHSE/I Quality Manager',
      post: { role: 'quality-manager', of: 'lead-quality-team' },
      citation: {
        ...named,
        note: 'NHSE/I Specialised Commissioning; the Quality Manager is our choice.',
        kind: 'part',
      },
    },
  ],
  citation: {
    ...named,
    note: 'For a unit for learning disability or autism. A person decides when they are told, and what. Who may have them told is our choice.',
    kind: 'part',
  },
}
