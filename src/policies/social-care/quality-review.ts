import type { PolicySource } from '../../core/policy/policy.ts'

type Meeting = PolicySource['meetings'][number]

const council = { role: 'commissioner', of: 'local-authority' }

/** M6 for care homes: the local authority may set it up, and chairs it then. */
export function withCouncil(meetings: readonly Meeting[]): Meeting[] {
  return meetings.map((one) =>
    one.id === 'M6'
      ? {
          ...one,
          mayCall: [...one.mayCall, council],
          orChair: [council],
          citation: {
            ...one.citation,
            section: 'Appendix 1, Enhanced; 5.3.1',
            note: 'After it the provider remains within routine or goes on in enhanced. For care homes the local authority may set it up and chair it. Here its commissioner may call it about any provider that it rates or owes something for, since the directory does not say which are care homes, and chairs it then: our choice. Silent on its members, its time and a quorum: they are our choice, and so is who chairs otherwise.',
          },
        }
      : one,
  )
}
