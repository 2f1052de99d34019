import type { PolicySource } from '../../../core/policy/policy.ts'
import { chiefExecutive, providers, qualityLead, qualityManager, withQualityTeam } from './posts.ts'

type Matter = NonNullable<PolicySource['matters']>[number]
type Telling = NonNullable<PolicySource['tellings']>[number]

const duty = { document: 'N&Q 2021', section: 'Lead Provider duty 7', kind: 'source' } as const
const fn = { document: 'N&Q 2021', section: 'Footnote 3', kind: 'source' } as const
const ours = { document: 'Muster', section: 'on file', kind: 'choice' } as const

const findings = {
  by: { of: 'answer', field: 'findingsOn' },
  owes: qualityLead,
  wants: 'the findings, shared with the provider',
} as const

const visit = {
  by: { of: 'answer', field: 'visitOn' },
  owes: qualityLead,
  wants: 'the visit',
} as const

const invited = {
  tells: 'VIS',
  tellsOf: 'invited',
  reads: ['kind', 'purpose', 'visitOn', 'planningCall'],
}

const planned = ['visit.announced', 'visit.unannounced', 'visit.moved', 'visit.terms']

export const visits: Matter = {
  id: 'visit',
  label: 'Visit',
  several: 'Quality assurance visits and reviews',
  named: 'purpose',
  group: 'Visits and operations',
  citation: {
    ...duty,
    note: 'Quality assurance visits are led by the Lead Provider; how often is agreed (D22), and they are stepped up in enhanced where possible. What is not announced is kept back until it was held: our choice.',
    kind: 'part',
  },
  steps: [
    {
      id: 'visit.announced',
      label: 'Plan a visit',
      form: 'visitAnnounced',
      may: withQualityTeam,
      stands: 'planned, announced',
      due: visit,
      ...invited,
      citation: {
        ...fn,
        note: 'Planning calls and terms of reference are for the Lead Provider; the Quality Manager may be invited.',
      },
    },
    {
      id: 'visit.unannounced',
      label: 'Plan an unannounced visit',
      form: 'visitUnannounced',
      may: withQualityTeam,
      stands: 'planned, not announced',
      keepsBack: true,
      due: visit,
      ...invited,
      citation: {
        document: 'Bucks 2023',
        section: 'Provider Risk Rating, actions by band',
        note: 'Announced or unannounced. Kept back from the provider until it was held: our choice.',
        kind: 'part',
      },
    },
    {
      id: 'visit.before',
      label: 'Put a visit on file that was held',
      form: 'visitBefore',
      on: 'heldAt',
      may: withQualityTeam,
      stands: 'held, findings to come',
      due: findings,
      citation: {
        document: 'QSIF 2020',
        section: '5.1.1',
        note: 'Visits let commissioners enter, view and triangulate. Silent on one that is put on file only after it was held: it counts from its true day, our choice.',
        kind: 'part',
      },
    },
    {
      id: 'visit.terms',
      label: 'Put the planning call or terms of reference on file',
      form: 'visitTerms',
      may: withQualityTeam,
      after: planned,
      stands: 'planned, with terms of reference',
      citation: { ...fn, note: 'Planning calls are organised and terms of reference drafted.' },
    },
    {
      id: 'visit.moved',
      label: 'Another day',
      form: 'visitMoved',
      may: withQualityTeam,
      after: planned,
      stands: 'planned for another day',
      due: visit,
      ...invited,
      tellsEarlier: true,
      citation: {
        ...ours,
        note: 'Plans change; why is kept. Whoever was invited is told of the other day.',
      },
    },
    {
      id: 'visit.notHeld',
      label: 'It is not held',
      form: 'visitNotHeld',
      may: withQualityTeam,
      after: planned,
      stands: 'not held',
      closes: true,
      tells: 'VISN',
      tellsEarlier: true,
      reads: ['reason'],
      citation: { ...ours, note: 'What was planned and did not happen is documented.' },
    },
    {
      id: 'visit.held',
      label: 'It was held',
      form: 'visitHeld',
      may: withQualityTeam,
      after: planned,
      stands: 'held, findings to come',
      on: 'heldAt',
      shares: true,
      due: findings,
      citation: {
        document: 'QSIF 2020',
        section: '5.1.1',
        note: 'Visits let commissioners enter, view and triangulate. No time is given for the findings: the day is agreed. That none was held before it was planned is our choice.',
        kind: 'part',
      },
    },
    {
      id: 'visit.findings',
      label: 'Share the findings',
      form: 'visitFindings',
      on: 'doneOn',
      may: withQualityTeam,
      after: ['visit.held', 'visit.before', 'visit.findings'],
      stands: 'findings shared, report to come',
      due: {
        by: { of: 'answer', field: 'reportOn' },
        owes: qualityLead,
        wants: 'the report',
      },
      citation: { ...fn, note: 'Findings are shared and reports compiled by the Lead Provider.' },
    },
    {
      id: 'visit.answered',
      label: 'Answer the findings',
      form: 'visitAnswered',
      may: [...providers, ...withQualityTeam],
      after: ['visit.findings', 'visit.answered'],
      stands: 'findings answered, report to come',
      citation: { ...ours, note: 'The provider may answer before the report is written.' },
    },
    {
      id: 'visit.report',
      label: 'Put the report on file',
      form: 'visitReport',
      on: 'doneOn',
      may: withQualityTeam,
      after: ['visit.findings', 'visit.answered'],
      stands: 'reported, actions under way',
      due: {
        by: { of: 'answer', field: 'actionsOn' },
        owes: chiefExecutive,
        wants: 'what was done about it',
      },
      settles: true,
      citation: {
        document: 'QSIF 2020',
        section: '5.1.1',
        note: 'The feedback is reviewed at the quality meeting and the Quality Committee.',
        kind: 'source',
      },
    },
    {
      id: 'visit.acted',
      label: 'Say what was done about it',
      form: 'visitDone',
      may: [...providers, ...withQualityTeam],
      after: ['visit.report', 'visit.acted'],
      stands: 'reported, with what was done about it',
      due: {
        by: { of: 'step', within: { unit: 'workingDays', amount: 10 } },
        owes: qualityLead,
        wants: 'a look at what was done',
      },
      citation: {
        ...ours,
        note: 'The provider says what it did, and whoever leads on quality closes the visit. That they are reminded after ten working days is our choice, as for an action of the plan.',
      },
    },
    {
      id: 'visit.done',
      label: 'The actions are done',
      form: 'visitDone',
      may: withQualityTeam,
      after: ['visit.report', 'visit.acted'],
      stands: 'reported, actions done or in the improvement plan',
      closes: true,
      citation: { ...ours, note: 'Silent on how a visit ends.' },
    },
  ],
}

export const invitedToVisit: Telling = {
  id: 'VIS',
  label: 'Asked to a visit',
  when: 'filed',
  whom: [
    {
      id: 'quality-manager',
      label: 'NHSE/I: Quality Manager',
      post: qualityManager,
      words: 'You are invited to support it. Tell the quality lead whether you come.',
      citation: { ...fn, note: 'Quality Managers may be invited to support visits.' },
    },
    {
      id: 'local-authority',
      label: 'Local authority: commissioner',
      post: { role: 'commissioner', of: 'local-authority' },
      words: 'You are invited to visit jointly. Tell the quality lead whether you come.',
      citation: {
        document: 'QSIF 2020',
        section: '5.3.1',
        note: 'Joint visits to care homes, with contract managers of the local authority.',
        kind: 'source',
      },
    },
    {
      id: 'icb',
      label: 'ICB: head of quality and safety',
      post: { role: 'head-of-quality', of: 'icb' },
      words: 'You are invited to go with them. Tell the quality lead whether you come.',
      citation: {
        document: 'QSIF 2020',
        section: '5.1.1',
        note: 'Heads of quality and safety see to programmes of visits.',
        kind: 'source',
      },
    },
    {
      id: 'cqc',
      label: 'Care Quality Commission: inspector',
      post: { role: 'inspector', of: 'cqc' },
      words: 'So that you are not there on the same day. Tell the quality lead if you would be.',
      citation: { ...ours, note: 'So that a regulator’s own visit does not fall on it.' },
    },
    {
      id: 'chief-executive',
      label: 'Provider: chief executive',
      post: chiefExecutive,
      words: 'The visit is announced to you. What is wanted of you stands in your room.',
      citation: { ...ours, note: 'Only of what is announced.' },
    },
  ],
  citation: { ...fn, note: 'Whoever plans the visit chooses who is asked.' },
}

/** Whoever was invited, of a visit that does not take place. */
export const notVisited: Telling = {
  ...invitedToVisit,
  id: 'VISN',
  label: 'Told that a visit is not held',
  whom: invitedToVisit.whom.map(({ words, ...one }) => one),
  citation: { ...ours, note: 'Whoever was invited need not come.' },
}
