import type { PolicySource } from '../../../core/policy/policy.ts'

type Rows = PolicySource['permissions']

const qualityLead = { role: 'quality-lead', of: 'lead-provider' }
const hostCommissioner = { role: 'commissioner', of: 'host-commissioner' }
const incidentLead = { role: 'incident-lead', of: 'provider' }

const leads = {
  document: 'N&Q 2021',
  section: 'Lead Provider duties',
  note: 'The Lead Provider leads on quality. Silent on who triages and who closes a concern: its quality lead is our choice.',
  kind: 'choice',
} as const

const hosts = {
  document: 'QSIF 2020',
  section: '5.3.4',
  note: 'The host commissioner is the single point for concerns about a unit. That whoever is asked triages what is shared about it, and that the host or the Lead Provider’s quality lead closes it, is our choice.',
  kind: 'choice',
} as const

const owes = {
  document: 'N&Q 2021',
  section: 'Lead Provider duty 4',
  note: 'The rule of each clock says who owes it and who is told next: any of them may act on it. That nobody else may is our choice.',
  kind: 'choice',
} as const

const keeps = {
  document: 'Muster',
  section: 'permissions',
  note: 'How long records are kept is the organisation’s to say. Whoever the settings name as administrator decides in its name.',
  kind: 'choice',
} as const

/** What people may ask of a case. Whoever holds a post may send a deputy, so may whoever covers, and the head. */
export const ofCases: Rows = [
  {
    id: 'case.raise',
    label: 'raise a case',
    kind: 'case',
    intent: 'raise',
    may: ['anyone'],
    citation: {
      document: 'Muster',
      section: 'permissions',
      note: 'Nobody is kept from speaking up: whoever can write to Muster may raise, also without being in the directory.',
      kind: 'choice',
    },
  },
  {
    id: 'case.raise.intelligence',
    label: 'share this with the host in its name',
    kind: 'case',
    intent: 'raise',
    when: 'intelligence',
    may: ['sharer'],
    citation: {
      document: 'QSIF 2020',
      section: '5.3.4',
      note: 'Placing commissioners share what they know of a unit with its host. Silent on who speaks for one of them: its commissioner, or its head, is our choice.',
      kind: 'part',
    },
  },
  {
    id: 'case.triage',
    label: 'triage this case',
    kind: 'case',
    intent: 'triage',
    may: [qualityLead],
    citation: leads,
  },
  {
    id: 'case.triage.intelligence',
    label: 'triage this case',
    kind: 'case',
    intent: 'triage',
    when: 'intelligence',
    may: ['asked'],
    citation: hosts,
  },
  {
    id: 'case.answer',
    label: 'answer this',
    kind: 'case',
    intent: 'answer',
    may: ['asked'],
    citation: {
      document: 'Muster',
      section: 'permissions',
      note: 'A question is answered by whoever was asked, and by those who act for the post that was.',
      kind: 'choice',
    },
  },
  {
    id: 'case.have',
    label: 'take …',
    kind: 'case',
    intent: 'have',
    may: ['clock'],
    citation: owes,
  },
  {
    id: 'case.snooze',
    label: 'snooze …',
    kind: 'case',
    intent: 'snooze',
    may: ['clock'],
    citation: owes,
  },
  {
    id: 'case.evidence',
    label: 'record …',
    kind: 'case',
    intent: 'evidence',
    may: ['clock'],
    citation: owes,
  },
  {
    id: 'case.becomeIncident',
    label: 'turn this concern into a serious incident',
    kind: 'case',
    intent: 'becomeIncident',
    may: [qualityLead, incidentLead],
    citation: {
      document: 'N&Q 2021',
      section: 'Lead Provider duty 4',
      note: 'The sub-contractor identifies a serious incident; the Lead Provider leads on quality. That both may say so is our choice.',
      kind: 'choice',
    },
  },
  {
    id: 'case.convene',
    label: 'call …',
    kind: 'case',
    intent: 'convene',
    may: ['caller'],
    citation: {
      document: 'QSIF 2020',
      section: 'Appendix 2',
      note: 'Silent on who calls. Each meeting of these rules names who may.',
      kind: 'choice',
    },
  },
  {
    id: 'case.note',
    label: 'add to it',
    kind: 'case',
    intent: 'note',
    may: ['readers', 'raiser'],
    citation: {
      document: 'Muster',
      section: 'permissions',
      note: 'Whoever sees a case may add what they know, and so may whoever raised it anonymously.',
      kind: 'choice',
    },
  },
  {
    id: 'case.panel',
    label: 'record the panel’s decision',
    kind: 'case',
    intent: 'panel',
    may: [qualityLead],
    citation: {
      document: 'N&Q 2021',
      section: 'Lead Provider duty 6',
      note: 'The Lead Provider organises and leads the panel. That its quality lead records what was decided is our choice.',
      kind: 'part',
    },
  },
  {
    id: 'case.close',
    label: 'close this case',
    kind: 'case',
    intent: 'close',
    may: [qualityLead],
    citation: leads,
  },
  {
    id: 'case.close.intelligence',
    label: 'close this case',
    kind: 'case',
    intent: 'close',
    when: 'intelligence',
    may: [hostCommissioner, qualityLead],
    citation: hosts,
  },
  {
    id: 'case.hold',
    label: 'hold this case beyond its time',
    kind: 'case',
    intent: 'hold',
    may: ['administrator'],
    citation: keeps,
  },
  {
    id: 'case.release',
    label: 'release this case',
    kind: 'case',
    intent: 'release',
    may: ['administrator'],
    citation: keeps,
  },
  {
    id: 'case.remove',
    label: 'remove this case',
    kind: 'case',
    intent: 'remove',
    may: ['administrator'],
    citation: keeps,
  },
]
