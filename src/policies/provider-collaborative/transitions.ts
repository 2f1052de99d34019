import type { PolicySource } from '../../core/policy/policy.ts'
import {
  headOfQuality,
  hostCommissioner,
  qualityLead,
  qualityManager,
  regionalDirector,
} from './transition-posts.ts'
import { takenBackWays } from './transitions-taken-back.ts'

type Evidence = NonNullable<PolicySource['transitions'][number]['evidence']>

const shownBy: Evidence = {
  asked: 'always',
  words:
    'a case, a meeting or a rating on record that shows it, or a report, figures or a visit by name and date',
  citation: {
    document: 'Muster',
    section: 'transitions',
    note: 'A trail of the reasons for decisions is an aim of the framework (3.0), which names no paper for this way: what is accepted is our choice.',
    kind: 'choice',
  },
}

type Need = NonNullable<PolicySource['transitions'][number]['needs']>[number]

/** Whose assurance came through the quality risk profile goes through the hold (Appendix 1, QRP), whatever else opens a way. */
const notByProfile: Need = {
  need: 'notFiled',
  matter: 'profile',
  step: 'profile.reported',
  answer: { field: 'assurance', is: ['gained'] },
  instead: 'G9',
}

/** A hold that was broken off starts afresh (G11): no other way goes round it. */
const notAfterHold: Need = {
  need: 'notFrom',
  levels: ['ENHANCED_ASSURANCE_HOLD'],
  instead: ['G8H', 'G9'],
}

/** The ways between levels. Who decides is our choice wherever the framework names only a meeting. */
export const transitions: PolicySource['transitions'] = [
  {
    id: 'G1',
    label: 'Persistent or growing concerns from routine surveillance',
    from: ['ROUTINE'],
    to: 'ENHANCED_PENDING_REVIEW',
    decides: [qualityLead, headOfQuality, hostCommissioner],
    evidence: shownBy,
    citation: {
      document: 'QSIF 2020',
      section: 'Appendix 1, Enhanced',
      note: 'Persistent or increasing concerns about quality, safety or experience. Silent on who decides: the Lead Provider’s quality lead or head of quality is our choice, and the host commissioner of a unit that has one.',
      kind: 'part',
    },
  },
  {
    id: 'G2',
    label: 'A trigger',
    from: ['ROUTINE'],
    to: 'ENHANCED_PENDING_REVIEW',
    decides: [qualityLead, headOfQuality, hostCommissioner],
    evidence: shownBy,
    citation: {
      document: 'QSIF 2020',
      section: 'Appendix 1, Enhanced; 5.2.1',
      note: 'A trigger such as a safeguarding concern, an incident or a CQC outcome. Silent on who decides: our choice as for G1.',
      kind: 'part',
    },
  },
  {
    id: 'G3',
    label: 'Clearly escalated to the governing body: consider enhanced',
    from: ['ROUTINE'],
    to: 'ENHANCED_PENDING_REVIEW',
    decides: [qualityLead, headOfQuality],
    evidence: {
      ...shownBy,
      words:
        'the exception report, or the minute of the governing body that considered it, by name and date',
    },
    citation: {
      document: 'QSIF 2020',
      section: '5.1.2',
      note: 'To be considered, never automatic. Who considers is our choice.',
      kind: 'part',
    },
  },
  {
    id: 'G4',
    label: 'Quality review meeting: the risk is acceptable',
    from: ['ENHANCED_PENDING_REVIEW'],
    to: 'ROUTINE',
    decides: [qualityLead, qualityManager],
    needs: [{ need: 'recorded', meetings: ['M6'], decidedOn: ['G4'] }],
    citation: {
      document: 'QSIF 2020',
      section: 'Appendix 1, Enhanced',
      note: 'The quality review meeting decides that there are no other concerns. Its members are not given.',
      kind: 'source',
    },
  },
  {
    id: 'G5',
    label: 'Quality review meeting: continue in enhanced',
    from: ['ENHANCED_PENDING_REVIEW'],
    to: 'ENHANCED',
    decides: [qualityLead, qualityManager],
    needs: [{ need: 'recorded', meetings: ['M6'], decidedOn: ['G5'] }],
    citation: {
      document: 'QSIF 2020',
      section: 'Appendix 1, Enhanced',
      note: 'The quality review meeting keeps the provider in enhanced; the five steps begin.',
      kind: 'source',
    },
  },
  {
    id: 'G6',
    label: 'Concerns need a view of the whole system: a call, a single-item group or a risk summit',
    from: ['ENHANCED'],
    to: 'ENHANCED',
    decides: [qualityManager, regionalDirector],
    opens: { of: 'meetings', meetings: ['M9', 'M10', 'M1'] },
    citation: {
      document: 'QSIF 2020',
      section: '5.2.3 a',
      note: 'Which of the three depends on the level of concerns; NHSE/I leads each. The level stays: what the meeting finds may end it (G8).',
      kind: 'source',
    },
  },
  {
    id: 'G7',
    label: 'People may still be at risk, or concerns persist or grow: a quality risk profile',
    from: ['ENHANCED'],
    to: 'ENHANCED',
    decides: [qualityManager, qualityLead],
    opens: { of: 'matter', matter: 'profile' },
    citation: {
      document: 'QSIF 2020',
      section: '5.2.3 a; Appendix 1, QRP',
      note: 'One place asks for the conclusion that people remain at risk, the other for persistent or increasing concerns: either ground opens it, by our choice. NHSE/I recommends it or the lead commissioner decides, and drafts it. The level stays: assurance through it leads to the hold (G9).',
      kind: 'part',
    },
  },
  {
    id: 'G8',
    label: 'Assurance gained at a call, single-item group or risk summit',
    from: ['ENHANCED'],
    to: 'ROUTINE',
    decides: [qualityManager, regionalDirector],
    needs: [
      notAfterHold,
      { need: 'recorded', meetings: ['M9', 'M10', 'M1'], decidedOn: ['G8'] },
      notByProfile,
    ],
    citation: {
      document: 'QSIF 2020',
      section: '5.2.3 a',
      note: 'Back to routine at once. Another place asks for three months (G9): we ask for them only where the assurance came through the quality risk profile.',
      kind: 'source',
    },
  },
  {
    id: 'G8H',
    label: 'Assurance gained at a call, group or summit: three-month hold anyway',
    from: ['ENHANCED'],
    to: 'ENHANCED_ASSURANCE_HOLD',
    decides: [qualityManager, regionalDirector],
    needs: [{ need: 'recorded', meetings: ['M9', 'M10', 'M1'], decidedOn: ['G8H', 'G8'] }],
    citation: {
      document: 'Muster',
      section: 'transitions',
      note: 'The framework steps down at once in one place (G8) and asks for three months in another (G9). Without a quality risk profile the three months are offered beside the direct way.',
      kind: 'choice',
    },
  },
  {
    id: 'G9',
    label: 'Assurance gained at the quality risk profile: three-month hold',
    from: ['ENHANCED'],
    to: 'ENHANCED_ASSURANCE_HOLD',
    decides: [qualityManager],
    needs: [
      {
        need: 'filed',
        matter: 'profile',
        step: 'profile.reported',
        answer: { field: 'assurance', is: ['gained'] },
      },
      {
        need: 'recorded',
        meetings: ['M2'],
        decidedOn: ['G9'],
        notBefore: { of: 'filed', matter: 'profile', step: 'profile.reported', day: 'heldAt' },
      },
    ],
    citation: {
      document: 'QSIF 2020',
      section: 'Appendix 1, QRP',
      note: 'Three more months on enhanced, through the surveillance group. Contradicts 5.2.3 a (G8), which steps down at once.',
      kind: 'source',
    },
  },
  {
    id: 'G10',
    label: 'Three months over and the improvement has lasted',
    from: ['ENHANCED_ASSURANCE_HOLD'],
    to: 'ROUTINE',
    decides: [qualityManager],
    needs: [
      { need: 'over', cycle: 'D19' },
      {
        need: 'recorded',
        meetings: ['M2'],
        decidedOn: ['G10'],
        notBefore: { of: 'cycle', cycle: 'D19' },
      },
    ],
    citation: {
      document: 'QSIF 2020',
      section: 'Appendix 1, QRP',
      note: 'Follows from the three-month hold; confirmed through the surveillance group. That the group meets when the three months are over, and not before, is our choice: only then can it say that they have lasted.',
      kind: 'part',
    },
  },
  {
    id: 'G11',
    label: 'New or worse concern during the hold',
    from: ['ENHANCED_ASSURANCE_HOLD'],
    to: 'ENHANCED',
    decides: [qualityLead, qualityManager, hostCommissioner],
    offered: 'onFurtherReason',
    evidence: shownBy,
    citation: {
      document: 'Muster',
      section: 'transitions',
      note: 'The framework is silent: the hold ends, and a later one starts afresh. Who decides is ours as well: whoever decides on a new concern of the provider, so the host commissioner of a unit that has one too. Until it has run, neither a meeting (G8) nor the plan (G12) leads straight back to routine.',
      kind: 'choice',
    },
  },
  {
    id: 'G12',
    label: 'Improvement plan embedded, monitoring works',
    from: ['ENHANCED'],
    to: 'ROUTINE',
    decides: [qualityLead, qualityManager],
    needs: [
      notAfterHold,
      notByProfile,
      { need: 'filed', matter: 'plan', step: 'plan.sustained' },
      { need: 'noneOpen', matter: 'plan' },
      { need: 'recorded', meetings: ['M6', 'M2'], decidedOn: ['G12'] },
    ],
    citation: {
      document: 'QSIF 2020',
      section: '5.2.3 e',
      note: 'The relevant group signs the plan off and business goes on as usual. Which group that is the framework does not say: a quality review meeting or the surveillance group, whose record says so, is our choice. That assurance through the quality risk profile leads to the hold first (G9), also where the plan is signed off, is our choice.',
      kind: 'part',
    },
  },
  {
    id: 'G13',
    label: 'Urgent action for patient safety: rapid response review or risk summit',
    from: [],
    to: 'ENHANCED',
    decides: [qualityLead, qualityManager, hostCommissioner],
    evidence: {
      asked: 'ifAny',
      words: 'whatever is at hand',
      citation: {
        document: 'Muster',
        section: 'transitions',
        note: 'Urgent action waits for no paper: evidence may be given, and nothing is refused without it.',
        kind: 'choice',
      },
    },
    citation: {
      document: 'QSIF 2020',
      section: 'Appendix 2',
      note: 'May be called at any point. Silent on who calls and on the level: whoever may call either meeting may decide it, no earlier step is asked for, and the provider is in enhanced from the call, by our choice. A hold that it breaks off starts afresh, as with G11.',
      kind: 'part',
    },
  },
  ...takenBackWays,
]
