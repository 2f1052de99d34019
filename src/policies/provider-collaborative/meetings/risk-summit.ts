import type { PolicySource } from '../../../core/policy/policy.ts'
import { assuranceLeadsTo, decidesWith } from './assurance.ts'
import { riskGates } from './gates.ts'
import { riskSummitLines } from './risk-summit-lines.ts'
import {
  commissioner,
  hostCommissioner,
  offered,
  placingCommissioner,
  qualityLead,
} from './seats.ts'

/** M1: the framework’s nine lines, then two of our own. */
export const riskSummit: PolicySource['meetings'][number] = {
  id: 'M1',
  label: 'Risk summit',
  about: 'either',
  room: 'room',
  mayCall: [
    { role: 'quality-lead', of: 'lead-provider' },
    { role: 'quality-manager', of: 'lead-quality-team' },
    { role: 'commissioner', of: 'host-commissioner' },
  ],
  chair: { role: 'regional-director', of: 'lead-quality-team' },
  timing: {
    id: 'D28',
    label: 'The chair decides its time and place, very quickly; no day or hour is given',
    citation: {
      document: 'QSIF 2020',
      section: 'Appendix 1, Risk Summit',
      note: 'The chair decides time and place and tells the provider, those who attend and others; it brings the system together “very quickly”. Silent on a notice period, so none is counted.',
      kind: 'source',
    },
  },
  lines: [
    ...riskSummitLines,
    {
      id: 'lead-provider',
      label: 'Lead Provider (our addition to the framework’s list)',
      seats: [qualityLead],
      citation: {
        document: 'Muster',
        section: 'meetings',
        note: 'The list was a CCG’s and names no Lead Provider. It keeps its lead on quality during an escalation, so it has a seat.',
        kind: 'choice',
      },
    },
    {
      id: 'commissioner',
      label: 'Placing or host commissioner (our addition to the framework’s list)',
      seats: [hostCommissioner, offered(placingCommissioner), offered(commissioner)],
      citation: {
        document: 'Muster',
        section: 'meetings',
        note: 'Not in the list. The host commissioner, who watches over the unit, has a seat; each who has people placed there is offered one, and so is the commissioner of its ICB. The directory names the hosts and who has people placed.',
        kind: 'choice',
      },
    },
  ],
  record: 'riskSummitRecord',
  gates: riskGates,
  entersLevel: { level: 'ENHANCED', transition: 'G13' },
  leadsTo: assuranceLeadsTo,
  decidesWith,
  citation: {
    document: 'QSIF 2020',
    section: 'Appendix 1, Risk Summit',
    note: 'Brings the system together very quickly over a serious, specific risk. Usually chaired by the region. Silent on who may call it, the notice, the quorum and a follow-up date: no time is made up, an empty seat never holds it up, and who may call is our choice.',
    kind: 'part',
  },
}
