import type { PolicySource } from '../../../core/policy/policy.ts'
import {
  adultSafeguarding,
  chiefExecutive,
  chiefNurse,
  hostCommissioner,
  inspector,
  offered,
  placingCommissioner,
  qualityLead,
  qualityManager,
} from './seats.ts'

type Line = PolicySource['meetings'][number]['lines'][number]

const ours = { document: 'Muster', section: 'meetings', kind: 'choice' } as const

/** Lines of our own, for meetings whose members no document gives. */
export const region: Line = {
  id: 'nhse-region',
  label: 'NHSE/I regional team',
  seats: [qualityManager],
  citation: { ...ours, note: 'Not named for this meeting: the Quality Manager oversees quality.' },
}

export const leadProvider: Line = {
  id: 'lead-provider',
  label: 'Lead Provider',
  seats: [qualityLead],
  citation: { ...ours, note: 'Not named for this meeting: it keeps its lead on quality.' },
}

export const icb: Line = {
  id: 'icb',
  label: 'Integrated care board',
  seats: [chiefNurse],
  citation: { ...ours, note: 'Not named for this meeting: it answers for quality in its place.' },
}

export const cqc: Line = {
  id: 'cqc',
  label: 'Care Quality Commission',
  seats: [inspector],
  citation: { ...ours, note: 'Not named for this meeting: the regulator shares what it knows.' },
}

export const commissioners: Line = {
  id: 'commissioner',
  label: 'Host and placing commissioners',
  seats: [hostCommissioner, offered(placingCommissioner)],
  citation: {
    ...ours,
    note: 'Not named for this meeting: of a unit of which the directory names them, the host commissioner has a seat, and each who has people placed there is offered one.',
  },
}

export const commissionersIfAsked: Line = {
  ...commissioners,
  seats: commissioners.seats.map(offered),
  citation: { ...ours, note: 'Not named for this meeting: whoever calls it decides.' },
}

export const localAuthority: Line = {
  id: 'local-authority',
  label: 'Local authority',
  condition: 'jointlyCommissioned',
  seats: [adultSafeguarding],
  citation: {
    ...ours,
    note: 'Not named for this meeting: for jointly commissioned services, as at a risk summit.',
  },
}

export const provider: Line = {
  id: 'provider',
  label: 'Provider of concern',
  seats: [chiefExecutive],
  citation: { ...ours, note: 'Not named for this meeting: it is heard about its own services.' },
}

export const providerIfAsked: Line = {
  ...provider,
  seats: [offered(chiefExecutive)],
  citation: { ...ours, note: 'Not named for this meeting: whoever calls it decides.' },
}
