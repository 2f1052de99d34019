import type { PolicySource } from '../../../core/policy/policy.ts'
import { domains } from '../forms/options.ts'
import { commissioners, providers, qualityLead, qualityManager, withQualityTeam } from './posts.ts'

type Matter = NonNullable<PolicySource['matters']>[number]
type Step = Matter['steps'][number]

const appendix = { document: 'QSIF 2020', section: 'Appendix 1, QRP', kind: 'source' } as const
const a = { ...appendix, section: '5.2.3 a' } as const

const rated = domains.map(({ value, label }) => ({
  label,
  consequence: `${value}Consequence`,
  likelihood: `${value}Likelihood`,
}))

const drafted = ['profile.begun', 'profile.drafted', 'profile.contributed']
const agreed = ['profile.moderated', 'profile.withheld']
const answered = ['profile.answered', 'profile.remoderated']
const open = ['profile.recommended', ...drafted, ...agreed, 'profile.shared', ...answered]

const toGroup = {
  by: { of: 'answer', field: 'groupOn' },
  owes: qualityLead,
  wants: 'its report to the quality surveillance group (D18)',
  step: 'profile.reported',
} as const

const draft: Pick<Step, 'label' | 'form' | 'on' | 'may' | 'stands' | 'rated'> = {
  label: 'Draft a quality risk profile',
  form: 'profileDraft',
  on: 'doneOn',
  may: commissioners,
  stands: 'draft, waits for contributions',
  rated,
}

/** Form 6, guarded by G7. The levels before it are no step of it: it may be run again on enhanced at any time. */
export const profile: Matter = {
  id: 'profile',
  label: 'Quality risk profile',
  several: 'Quality risk profiles',
  named: 'why',
  group: 'Levels and risk',
  levels: ['ENHANCED'],
  remark: 'Built from the framework; not the NHS England tool.',
  keptBack: true,
  single: true,
  reruns: true,
  citation: {
    ...appendix,
    note: 'Used where concerns persist or grow; moderated, shared, and run again to show rising or falling assurance (G7). NHS England’s tool is not in our copy: an administrator may load it as a pack.',
  },
  steps: [
    {
      id: 'profile.recommended',
      label: 'Recommend a quality risk profile',
      form: 'profileRecommended',
      on: 'doneOn',
      may: [qualityManager],
      stands: 'recommended by NHSE/I, waits for a draft',
      due: {
        by: { of: 'step', within: { unit: 'workingDays', amount: 2 } },
        owes: qualityLead,
        wants: 'its draft',
      },
      citation: {
        ...a,
        note: 'NHSE/I recommends it. That the lead commissioner is reminded after two working days is our choice; no time is given.',
        kind: 'part',
      },
    },
    {
      ...draft,
      id: 'profile.begun',
      citation: {
        ...appendix,
        note: 'The lead commissioner drafts it. That the lead commissioner may decide on it without a recommendation is our reading: either ground opens it.',
        kind: 'part',
      },
    },
    {
      ...draft,
      id: 'profile.drafted',
      label: 'Draft the profile',
      after: ['profile.recommended'],
      settles: true,
      citation: { ...appendix, note: 'The lead commissioner drafts it.' },
    },
    {
      id: 'profile.contributed',
      label: 'Add a contribution',
      form: 'profileContributed',
      may: withQualityTeam,
      after: [...drafted],
      stands: 'has contributions, waits for moderation',
      citation: {
        ...appendix,
        note: 'The lead commissioner makes sure that stakeholders contribute.',
      },
    },
    {
      id: 'profile.moderated',
      label: 'Record the moderated scores',
      form: 'profileModerated',
      on: 'doneOn',
      may: commissioners,
      after: ['profile.contributed'],
      needs: [{ step: 'profile.contributed', atLeast: 2, distinct: 'stakeholder' }],
      stands: 'moderated and agreed; share it with the provider, or say why not',
      rated,
      due: toGroup,
      citation: {
        ...appendix,
        note: 'Scores are moderated and agreed with commissioners, regulators and stakeholders. That two different ones must have contributed is our choice.',
        kind: 'part',
      },
    },
    {
      id: 'profile.shared',
      label: 'Share it with the provider',
      form: 'profileShared',
      may: commissioners,
      after: agreed,
      stands: 'shared with the provider',
      shares: true,
      citation: {
        ...a,
        section: '5.2.3 a; Appendix 1, QRP',
        note: 'Offered after agreement: our choice between “should be shared” and “if required”.',
        kind: 'part',
      },
    },
    {
      id: 'profile.withheld',
      label: 'Do not share it',
      form: 'profileWithheld',
      may: commissioners,
      after: ['profile.moderated'],
      stands: 'agreed, not shared with the provider',
      citation: {
        ...a,
        section: '5.2.3 a; Appendix 1, QRP',
        note: 'A reason is asked for where it is not shared: our choice.',
        kind: 'part',
      },
    },
    {
      id: 'profile.answered',
      label: 'Add the provider’s evidence',
      form: 'profileAnswered',
      may: [...providers, ...commissioners],
      after: ['profile.shared', ...answered],
      stands: 'shared, with the provider’s evidence',
      citation: {
        ...appendix,
        section: '5.2.3 d; Appendix 1, QRP',
        note: 'The provider may acknowledge, challenge, and add evidence. What it adds may be moderated anew: our choice.',
        kind: 'part',
      },
    },
    {
      id: 'profile.remoderated',
      label: 'Moderate the scores anew',
      form: 'profileModerated',
      on: 'doneOn',
      may: commissioners,
      after: answered,
      stands: 'shared, and moderated anew after the provider’s evidence',
      rated,
      due: toGroup,
      citation: {
        ...appendix,
        section: '5.2.3 d; Appendix 1, QRP',
        note: 'The provider may challenge the scores. That they are moderated anew after its evidence, before the group has them, is our choice.',
        kind: 'part',
      },
    },
    {
      id: 'profile.reported',
      variantOf: 'D18',
      label: 'Report it to the surveillance group',
      form: 'profileReported',
      may: withQualityTeam,
      after: ['profile.shared', 'profile.withheld', ...answered],
      stands: 'reported to the surveillance group',
      on: 'heldAt',
      closes: true,
      citation: {
        ...appendix,
        note: 'The lead commissioner reports it at the next available group (D18), which agrees it. Assurance gained opens the three-month hold (G9). That no group of before the profile was begun can agree it is our choice.',
        kind: 'part',
      },
    },
    {
      id: 'profile.stopped',
      label: 'Stop it',
      form: 'profileStopped',
      may: commissioners,
      after: open,
      stands: 'stopped',
      closes: true,
      citation: {
        document: 'Muster',
        section: 'on file',
        note: 'Silent: with a reason, our choice.',
        kind: 'choice',
      },
    },
  ],
}
