import type { PolicySource } from '../../core/policy/policy.ts'

export const organisationTypes: PolicySource['organisationTypes'] = [
  { id: 'lead-provider', label: 'Lead Provider' },
  { id: 'sub-contractor', label: 'Sub-contractor' },
  { id: 'quality-team', label: 'NHSE/I regional team' },
  { id: 'icb', label: 'Integrated care board' },
  { id: 'local-authority', label: 'Local authority' },
  { id: 'cqc', label: 'Care Quality Commission' },
  { id: 'gmc', label: 'General Medical Council' },
  { id: 'nmc', label: 'Nursing and Midwifery Council' },
  { id: 'hee', label: 'Health Education England' },
  { id: 'healthwatch', label: 'Healthwatch' },
  { id: 'specialist-service', label: 'Specialist service' },
]

export const roles: PolicySource['roles'] = [
  { id: 'incident-lead', label: 'incident lead' },
  { id: 'safeguarding-lead', label: 'safeguarding lead' },
  { id: 'quality-lead', label: 'quality lead' },
  { id: 'head-of-quality', label: 'head of quality and safety' },
  { id: 'quality-manager', label: 'Quality Manager' },
  { id: 'regional-director', label: 'regional director' },
  { id: 'medical-director', label: 'medical director' },
  { id: 'nurse-director', label: 'nurse director' },
  { id: 'accountable-officer', label: 'accountable officer or chief nurse' },
  { id: 'nominated-director', label: 'nominated director' },
  { id: 'chief-executive', label: 'chief executive' },
  { id: 'board-representative', label: 'board representative' },
  { id: 'inspector', label: 'inspector' },
  { id: 'adviser', label: 'adviser' },
  { id: 'safeguarding-adult-lead', label: 'adult safeguarding lead' },
  { id: 'commissioner', label: 'commissioner' },
  { id: 'secretariat', label: 'secretariat' },
  { id: 'case-manager', label: 'case manager' },
  { id: 'responsible-clinician', label: 'responsible clinician' },
  { id: 'mental-health-act-adviser', label: 'Mental Health Act adviser' },
  { id: 'contract-lead', label: 'contract lead' },
]
