import type { PolicySource } from '../../../core/policy/policy.ts'

/** Whoever answers for the oversight where the service is, whatever the Lead Provider’s region. */
export const serviceRegion: NonNullable<PolicySource['tellings']>[number]['whom'][number] = {
  id: 'service-region',
  label: 'NHSE/I Quality Manager of the service’s region',
  post: { role: 'quality-manager', of: 'service-quality-team' },
  citation: {
    document: 'N&Q 2021',
    section: 'Footnote 5',
    note: 'The team of the region where the service is answers for its oversight. Told once where it is the same.',
    kind: 'source',
    basis: 'policy',
  },
}
