import type { PolicySource } from '../../../core/policy/policy.ts'
import { chiefExecutive, commissioners, providers, qualityLead, withQualityTeam } from './posts.ts'

const e = { document: 'QSIF 2020', section: '5.2.3 e', kind: 'source' } as const

const done = {
  by: { of: 'answer', field: 'dueOn' },
  owes: chiefExecutive,
  owner: 'owner',
  wants: 'done, with evidence',
} as const

const going = ['plan.action', 'plan.progress', 'plan.returned']

export const plan: NonNullable<PolicySource['matters']>[number] = {
  id: 'plan',
  label: 'Improvement action',
  several: 'Improvement plan',
  named: 'action',
  group: 'Levels and risk',
  citation: {
    ...e,
    note: 'One integrated plan, owned by the provider. That it may also be kept on routine is our choice.',
    kind: 'part',
  },
  steps: [
    {
      id: 'plan.action',
      variantOf: 'D20',
      label: 'Add an action to the plan',
      form: 'planAction',
      on: 'doneOn',
      may: [...providers, ...commissioners],
      stands: 'under way',
      due: done,
      citation: {
        ...e,
        note: 'The provider allocates leads; the quality lead helps where the plan is weak.',
      },
    },
    {
      id: 'plan.progress',
      variantOf: 'D20',
      label: 'Report progress',
      form: 'planProgress',
      may: [...providers, ...commissioners],
      after: going,
      stands: 'under way',
      citation: { ...e, note: 'Progress is reported.' },
    },
    {
      id: 'plan.evidence',
      variantOf: 'D20',
      label: 'It is done',
      form: 'planEvidence',
      on: 'doneOn',
      may: providers,
      after: going,
      stands: 'done, waits for sign-off',
      due: {
        by: { of: 'step', within: { unit: 'workingDays', amount: 10 } },
        owes: qualityLead,
        wants: 'the sign-off',
      },
      citation: {
        ...e,
        note: 'The provider acts and gives evidence. That the quality lead is reminded after ten working days is our choice.',
        kind: 'part',
      },
    },
    {
      id: 'plan.returned',
      variantOf: 'D20',
      label: 'Not enough yet',
      form: 'planReturned',
      may: withQualityTeam,
      after: ['plan.evidence', 'plan.signed'],
      stands: 'sent back, under way',
      due: done,
      citation: {
        ...e,
        note: 'What does not convince, or does not last, goes on: our choice.',
        kind: 'part',
      },
    },
    {
      id: 'plan.signed',
      variantOf: 'D20',
      label: 'Sign off',
      form: 'planSigned',
      on: 'doneOn',
      may: withQualityTeam,
      after: ['plan.evidence'],
      notBy: ['plan.evidence'],
      laterDay: 'sustainedOn',
      stands: 'signed off; does it last?',
      due: {
        by: { of: 'answer', field: 'sustainedOn' },
        owes: qualityLead,
        wants: 'a second look: has it lasted?',
      },
      citation: {
        ...e,
        note: 'Subgroups sign off. Nobody signs off what they gave evidence of, and the second look is on a later day: our choice.',
        kind: 'part',
      },
    },
    {
      id: 'plan.sustained',
      variantOf: 'D20',
      label: 'It has lasted',
      form: 'planSustained',
      may: withQualityTeam,
      after: ['plan.signed'],
      notBefore: { step: 'plan.signed', day: 'sustainedOn' },
      stands: 'sustained',
      closes: true,
      citation: {
        ...e,
        note: 'Sustained, before business as usual. That this is not said before the day of the second look is our choice.',
        kind: 'part',
      },
    },
    {
      id: 'plan.withdrawn',
      variantOf: 'D20',
      label: 'Withdraw it',
      form: 'planWithdrawn',
      may: [qualityLead],
      mayOwn: ['plan.action'],
      ownAfter: ['plan.action'],
      after: [...going, 'plan.evidence'],
      stands: 'withdrawn, entered by mistake',
      closes: true,
      voids: true,
      citation: {
        document: 'Muster',
        section: 'on file',
        note: 'Silent. What was entered by mistake is withdrawn with a reason, by whoever entered it while nothing followed, or by the quality lead; it stays in the history and is not open: our choice.',
        kind: 'choice',
      },
    },
  ],
}
