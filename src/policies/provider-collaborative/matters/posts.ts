/** Who may put things on file. The framework names a quality lead and the provider; which post of the provider acts is our choice. */
export const commissioners = [
  { role: 'quality-lead', of: 'lead-provider' },
  { role: 'head-of-quality', of: 'lead-provider' },
]

export const withQualityTeam = [
  ...commissioners,
  { role: 'quality-manager', of: 'lead-quality-team' },
]

export const providers = [
  { role: 'chief-executive', of: 'provider' },
  { role: 'incident-lead', of: 'provider' },
]

export const qualityLead = { role: 'quality-lead', of: 'lead-provider' }
export const qualityManager = { role: 'quality-manager', of: 'lead-quality-team' }
export const chiefExecutive = { role: 'chief-executive', of: 'provider' }

export const ENHANCED = ['ENHANCED_PENDING_REVIEW', 'ENHANCED', 'ENHANCED_ASSURANCE_HOLD']
