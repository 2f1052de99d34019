import type { PolicySource } from '../../../core/policy/policy.ts'
import { commissioners, ENHANCED, providers } from './posts.ts'

const framework = { document: 'QSIF 2020', kind: 'source' } as const

export const baseline: NonNullable<PolicySource['matters']>[number] = {
  id: 'review',
  label: 'Baseline review',
  several: 'Baseline reviews',
  named: 'scope',
  group: 'Levels and risk',
  levels: ENHANCED,
  keptBack: true,
  single: true,
  citation: {
    ...framework,
    section: '5.2.3 b',
    note: 'Led by the quality lead, not by the provider. That the provider reads it once it is fed back is our choice.',
    kind: 'part',
  },
  steps: [
    {
      id: 'review.begun',
      label: 'Begin the baseline review',
      form: 'baselineBegun',
      on: 'doneOn',
      may: commissioners,
      stands: 'under way',
      citation: { ...framework, section: '5.2.3 b', note: 'No duration is given.' },
    },
    {
      id: 'review.found',
      label: 'Record what was found',
      form: 'baselineFound',
      on: 'doneOn',
      may: commissioners,
      after: ['review.begun', 'review.found'],
      stands: 'found, not fed back yet',
      citation: { ...framework, section: '5.2.3 b', note: 'Validated evidence and rationale.' },
    },
    {
      id: 'review.fedBack',
      label: 'Feed it back to the provider',
      form: 'baselineFedBack',
      on: 'doneOn',
      may: commissioners,
      after: ['review.found'],
      stands: 'fed back, waits for the provider’s response',
      shares: true,
      citation: {
        ...framework,
        section: '5.2.3 d',
        note: 'Risks and sources of data are fed back.',
      },
    },
    {
      id: 'review.answered',
      label: 'Respond to the review',
      form: 'baselineAnswered',
      on: 'doneOn',
      may: [...providers, ...commissioners],
      after: ['review.fedBack'],
      stands: 'answered by the provider',
      closes: true,
      citation: {
        ...framework,
        section: '5.2.3 d',
        note: 'The provider’s response is its output.',
      },
    },
    {
      id: 'review.stopped',
      label: 'Stop the review',
      form: 'baselineStopped',
      may: commissioners,
      after: ['review.begun', 'review.found', 'review.fedBack'],
      stands: 'stopped',
      closes: true,
      citation: {
        document: 'Muster',
        section: 'on file',
        note: 'Silent on a review that is begun in error or does not go on: with a reason, our choice.',
        kind: 'choice',
      },
    },
  ],
}
