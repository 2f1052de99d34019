import type { PolicySource } from '../../core/policy/policy.ts'

const qualityLead = { role: 'quality-lead', of: 'lead-provider' }

/** Who sees a confidential case: people, never an organisation. */
export const confidential: NonNullable<PolicySource['confidential']> = {
  access: [
    { ...qualityLead, via: 'holder', why: 'keeps the lead on quality' },
    { ...qualityLead, via: 'deputy', why: 'stands in for the quality lead' },
    {
      role: 'safeguarding-lead',
      of: 'lead-provider',
      via: 'holder',
      why: 'it is about safeguarding',
      when: 'safeguarding',
    },
    {
      role: 'commissioner',
      of: 'host-commissioner',
      via: 'holder',
      why: 'is the host commissioner of the unit',
      when: 'intelligence',
    },
  ],
  decides: [qualityLead],
  offList: 'skip',
  citation: {
    document: 'Muster',
    section: 'confidential cases',
    note: 'No source says who sees a confidential concern. The Lead Provider’s quality lead and deputy do, its safeguarding lead where that is the matter, the unit’s host commissioner where a placing commissioner shares it, and whoever raised it under their name. The provider’s own people do not unless they are let in, since a person of theirs may be the matter. For the same reason a reminder passes over whoever may not see the case, and goes to the next who may; with “add” it lets them in and says so.',
    kind: 'choice',
  },
}
