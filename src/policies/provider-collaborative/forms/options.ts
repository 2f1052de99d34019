import type { FormRule } from '../../../core/policy/form.ts'

type Options = NonNullable<Extract<FormRule['fields'][number], { kind: 'choice' }>['options']>

export const yesNo: Options = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]

export const yesNoUnsure: Options = [...yesNo, { value: 'notSure', label: 'Not sure' }]

export const incidentTypes: Options = [
  { value: 'death', label: 'Death' },
  { value: 'selfHarm', label: 'Self-harm or attempted suicide' },
  { value: 'violence', label: 'Violence or assault' },
  { value: 'absence', label: 'Absence without leave or escape' },
  { value: 'restraint', label: 'Restraint, seclusion or restrictive practice' },
  { value: 'medication', label: 'Medication' },
  { value: 'abuse', label: 'Alleged abuse or neglect' },
  { value: 'sexualSafety', label: 'Sexual safety' },
  { value: 'fall', label: 'Fall or accident' },
  { value: 'physicalHealth', label: 'Physical health or delay in treatment' },
  { value: 'staffing', label: 'Significant staff shortage' },
  { value: 'environment', label: 'Building, equipment or fire' },
  { value: 'information', label: 'Information or data' },
  { value: 'other', label: 'Something else' },
]

export const domains: Options = [
  { value: 'safety', label: 'Safety' },
  { value: 'effectiveness', label: 'Effectiveness' },
  { value: 'experience', label: 'Experience' },
  { value: 'wellLed', label: 'Well led' },
  { value: 'resources', label: 'Use of resources' },
]

export const sources: Options = [
  { value: 'staff', label: 'Staff' },
  { value: 'family', label: 'Patients, family or friends' },
  { value: 'public', label: 'The public' },
  { value: 'advocate', label: 'Advocate or Healthwatch' },
  { value: 'gp', label: 'GP' },
  { value: 'provider', label: 'Another provider' },
  { value: 'commissioner', label: 'Commissioner' },
  { value: 'localAuthority', label: 'Local authority' },
  { value: 'regulator', label: 'CQC or another regulator' },
  { value: 'professionalBody', label: 'Professional body' },
  { value: 'police', label: 'Police' },
  { value: 'coroner', label: 'Coroner' },
  { value: 'other', label: 'Somebody else' },
]
