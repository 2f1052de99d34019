import type { PolicySource } from '../../../core/policy/policy.ts'

type Seat = PolicySource['meetings'][number]['lines'][number]['seats'][number]

/** Seats that recur. Who is merely offered one is called if whoever calls the meeting ticks it. */
export const qualityLead: Seat = {
  id: 'lead-provider-quality-lead',
  label: 'Lead Provider: quality lead',
  post: { role: 'quality-lead', of: 'lead-provider' },
  required: true,
}

export const headOfQuality: Seat = {
  id: 'lead-provider-head-of-quality',
  label: 'Lead Provider: head of quality and safety',
  post: { role: 'head-of-quality', of: 'lead-provider' },
  required: false,
}

export const qualityManager: Seat = {
  id: 'quality-manager',
  label: 'NHSE/I Quality Manager',
  post: { role: 'quality-manager', of: 'lead-quality-team' },
  required: true,
}

export const regionalDirector: Seat = {
  id: 'regional-director',
  label: 'NHSE/I regional team: director',
  post: { role: 'regional-director', of: 'lead-quality-team' },
  required: true,
}

export const inspector: Seat = {
  id: 'cqc-inspector',
  label: 'Care Quality Commission',
  post: { role: 'inspector', of: 'cqc' },
  required: true,
}

export const chiefNurse: Seat = {
  id: 'icb-accountable-officer',
  label: 'ICB: accountable officer or chief nurse',
  post: { role: 'accountable-officer', of: 'icb' },
  required: true,
}

export const commissioner: Seat = {
  id: 'icb-commissioner',
  label: 'ICB: commissioner',
  post: { role: 'commissioner', of: 'icb' },
  required: false,
}

export const hostCommissioner: Seat = {
  id: 'host-commissioner',
  label: 'Host commissioner',
  post: { role: 'commissioner', of: 'host-commissioner' },
  required: false,
}

export const placingCommissioner: Seat = {
  id: 'placing-commissioner',
  label: 'Placing commissioner',
  post: { role: 'commissioner', of: 'placing-commissioner' },
  required: false,
}

export const adultSafeguarding: Seat = {
  id: 'local-authority-safeguarding',
  label: 'Local authority: adult safeguarding lead',
  post: { role: 'safeguarding-adult-lead', of: 'local-authority' },
  required: true,
}

export const workforce: Seat = {
  id: 'hee-adviser',
  label: 'Health Education England',
  post: { role: 'adviser', of: 'hee' },
  required: true,
}

export const chiefExecutive: Seat = {
  id: 'provider-chief-executive',
  label: 'Provider: chief executive',
  post: { role: 'chief-executive', of: 'provider' },
  required: true,
}

export const incidentLead: Seat = {
  id: 'provider-incident-lead',
  label: 'Provider: incident lead',
  post: { role: 'incident-lead', of: 'provider' },
  required: false,
}

export const safeguardingLead: Seat = {
  id: 'provider-safeguarding-lead',
  label: 'Provider: safeguarding lead',
  post: { role: 'safeguarding-lead', of: 'provider' },
  required: false,
}

export function offered(seat: Seat): Seat {
  return { ...seat, required: false, offered: true }
}
