import type { PolicySource } from '../../../core/policy/policy.ts'

type Telling = NonNullable<PolicySource['tellings']>[number]

const named = { document: 'QSIF 2020', section: '5.3.4', kind: 'source' } as const
const host = { role: 'commissioner', of: 'host-commissioner' }

/** A19, A20: the host tells everybody who has people placed there. */
export const placingCommissioners: Telling = {
  id: 'A20',
  label: 'Placing commissioners of the unit',
  when: 'asked',
  mayTell: [host],
  otherwise: [{ role: 'quality-lead', of: 'lead-provider' }],
  contact: host,
  whom: [
    {
      id: 'placing',
      label: 'Placing commissioner',
      post: { role: 'commissioner', of: 'placing-commissioner' },
      words:
        'You stay responsible for the people whom you placed there. Tell the host commissioner what you find.',
      citation: {
        ...named,
        note: 'The host contacts every responsible commissioner, with contact details. Each keeps the responsibility for its own patients and judges what to escalate.',
      },
    },
    {
      id: 'regional-lead',
      label: 'Regional lead for learning disability and autism',
      post: { role: 'learning-disability-lead', of: 'service-quality-team' },
      words: 'You are told who the host commissioner of the unit is.',
      citation: {
        ...named,
        note: 'The regional lead for learning disability and autism knows who the host commissioners are. That they are told with the others, of the region where the unit is, is our choice.',
        kind: 'part',
      },
    },
  ],
  citation: {
    ...named,
    note: 'Without names of patients. The source gives no time: the host is offered it at once, and decides when and in which words. Where nobody is named, whoever looks at it in the host’s place: our choice.',
    kind: 'part',
  },
}
