import type { PolicySource } from '../../core/policy/policy.ts'

const host = { role: 'commissioner', of: 'host-commissioner' }

/** What placing commissioners share about a unit for learning disability or autism. */
export const hosting: NonNullable<PolicySource['hosting']> = {
  id: 'A19',
  host,
  climb: [
    { ...host, via: 'deputy' },
    { ...host, via: 'on-call' },
    { ...host, via: 'head' },
  ],
  signs: ['H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'H7'],
  placedBy: 'icb',
  sharedBy: ['commissioner'],
  tells: ['A20', 'M7'],
  citation: {
    document: 'QSIF 2020',
    section: '5.3.4',
    note: 'The host commissioner of a unit for learning disability or autism is the single point for concerns about it, contract or not, and keeps up its quality surveillance. That the host is asked to triage, decides on the level and sees the unit’s card is our choice, and so is who is asked next. Of a unit without a Lead Provider the host is asked of every case, reads it and may close it: our choice too. That every ICB counts as one that places people is our choice too, and that its commissioner, or its head, shares in its name; for one that the directory does not have the host records it. Where the directory names no host, the Lead Provider’s quality lead is asked, as of any concern.',
    kind: 'part',
  },
}
