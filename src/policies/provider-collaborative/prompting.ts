import type { PolicySource } from '../../core/policy/policy.ts'

const qualityLead = { role: 'quality-lead', of: 'lead-provider' }

/** Who is asked about a new case, and who is asked next. */
export const prompting: PolicySource['prompting'] = {
  triage: qualityLead,
  confidence: qualityLead,
  snoozeHours: 24,
  urgentMeeting: 'M1',
  enhanced: 'G2',
  urgentMinutes: 15,
  lateMinutes: 10,
  outageMinutes: 10,
  climb: [
    { ...qualityLead, via: 'deputy' },
    { ...qualityLead, via: 'on-call' },
    { ...qualityLead, via: 'head' },
  ],
  citation: {
    document: 'Muster',
    section: 'prompts',
    note: 'No source says who triages or after how long the next person is asked. The Lead Provider keeps the lead on quality, so its quality lead is asked first, and is the only one to learn the name of somebody who raises in confidence. No source says what to do when a chat service is down: after 10 minutes the next person is told, by mail as well, and the administrators.',
    kind: 'choice',
  },
}
