import type { PolicySource } from '../../core/policy/policy.ts'

/** What the rules of this pack cite. `Muster` stands for our own defaults. */
export const documents: PolicySource['documents'] = [
  {
    id: 'N&Q 2021',
    title:
      'Nursing & Quality: Accountability and Responsibilities in Provider Collaboratives Post Go-Live (NHSE/I Specialised Commissioning South East, 2021)',
  },
  {
    id: 'QSIF 2020',
    title: 'Quality Surveillance & Improvement Framework 2020–2024 (Halton and Warrington CCGs)',
  },
  {
    id: 'NHSE event 2023',
    title: 'Slides of the NHS Provider Collaboratives Event, 5 December 2023',
  },
  {
    id: 'NPSA 2008',
    title: 'A risk matrix for risk managers (National Patient Safety Agency, 2008)',
  },
  { id: 'PCT SI policy', title: 'A primary care trust’s serious incident policy, before 2013' },
  {
    id: 'CQC Regulation 20',
    title: 'Duty of candour: Regulation 20 and what is usually done about it',
  },
  {
    id: 'CQC notifications',
    title: 'Statutory notifications to the Care Quality Commission (Registration Regulations 2009)',
  },
  {
    id: 'KMPT SI policy',
    title: 'Serious incident policy of Kent and Medway NHS and Social Care Partnership Trust',
  },
  {
    id: 'Collaboratives 2023',
    title: 'Slides of the NHS Provider Collaboratives Event, 5 December 2023 (NHS Providers)',
  },
  {
    id: 'East of England',
    title:
      'Slides: Provider Collaboratives within the Mental Health System, East of England Approach (NHS England and NHS Improvement)',
  },
  {
    id: 'NHSE page',
    title: 'NHS-led provider collaboratives (NHS England’s page, an older copy)',
  },
  {
    id: 'Bucks 2023',
    title: 'Provider quality oversight, Buckinghamshire Council (SCIE webinar, 13 March 2023)',
  },
  {
    id: 'Host commissioner guidance',
    title:
      'Monitoring the quality of care and safety for people with a learning disability or autism in inpatient care (NHS England, 2021)',
  },
  { id: 'GOV.UK bank holidays', title: 'Bank holidays in England and Wales' },
  { id: 'Muster', title: 'Muster’s own defaults, to be changed by the people who use it' },
]
