/** Who decides on a level. */
export const qualityLead = { role: 'quality-lead', of: 'lead-provider' }
export const headOfQuality = { role: 'head-of-quality', of: 'lead-provider' }
export const hostCommissioner = { role: 'commissioner', of: 'host-commissioner' }
export const qualityManager = { role: 'quality-manager', of: 'lead-quality-team' }
export const regionalDirector = { role: 'regional-director', of: 'lead-quality-team' }
