import type { PolicySource } from '../../../core/policy/policy.ts'
import { qualityLead, withQualityTeam } from './posts.ts'
import { withdrawn } from './withdrawn.ts'

type Matter = NonNullable<PolicySource['matters']>[number]

const homes = { document: 'QSIF 2020', section: '5.3.1', kind: 'source' } as const
const premiumOf = { document: 'QSIF 2020', section: '4.2', kind: 'source' } as const

export const intelligence: Matter = {
  id: 'intelligence',
  label: 'Intelligence',
  several: 'Intelligence tracker',
  named: 'theme',
  group: 'The way up',
  keptBack: true,
  citation: {
    ...homes,
    note: 'A tracker by care home, updated after each local meeting; soft intelligence counts where data are lacking. For any provider: our choice. Kept back from it: our choice.',
    kind: 'part',
  },
  steps: [
    {
      id: 'intelligence.noted',
      label: 'Note intelligence',
      form: 'intelligenceNoted',
      may: withQualityTeam,
      stands: 'noted',
      due: {
        by: { of: 'answer', field: 'nextOn' },
        owes: qualityLead,
        wants: 'an update after the local meeting',
      },
      citation: { ...homes, note: 'Shared by CQC, safeguarding, contract and quality teams.' },
    },
    {
      id: 'intelligence.updated',
      label: 'Update it after a meeting',
      form: 'intelligenceUpdated',
      may: withQualityTeam,
      after: ['intelligence.noted', 'intelligence.updated'],
      stands: 'updated',
      due: {
        by: { of: 'answer', field: 'nextOn' },
        owes: qualityLead,
        wants: 'an update after the local meeting',
      },
      citation: { ...homes, note: 'Updated after each local meeting.' },
    },
    {
      id: 'intelligence.closed',
      label: 'Nothing more to follow',
      form: 'intelligenceClosed',
      may: withQualityTeam,
      after: ['intelligence.noted', 'intelligence.updated'],
      stands: 'closed',
      closes: true,
      citation: { document: 'Muster', section: 'on file', note: 'With a reason.', kind: 'choice' },
    },
  ],
}

export const premium: Matter = {
  id: 'premium',
  label: 'Quality premium gateway',
  several: 'Quality premium gateway',
  named: 'failure',
  group: 'The way up',
  about: 'lead-provider',
  single: true,
  citation: {
    ...premiumOf,
    note: 'Of 2017–19: payment may be withheld where a provider fails seriously, the response is judged not right, and that is still so at the end of the year. “Or” and “and” as printed. It is the commissioner’s premium: that it stands on the Lead Provider’s own record, where D27 reminds of the end of the year, is our choice.',
    kind: 'part',
  },
  steps: [
    {
      id: 'premium.checked',
      label: 'Check the quality premium gateway',
      form: 'premiumChecked',
      may: withQualityTeam,
      stands: 'checked, waits for the position at the end of the year (D27)',
      citation: { ...premiumOf, note: 'The first two conditions.' },
    },
    {
      id: 'premium.yearEnd',
      variantOf: 'D27',
      label: 'Record the position at the end of the year',
      form: 'premiumYearEnd',
      may: withQualityTeam,
      after: ['premium.checked'],
      stands: 'position at the end of the year recorded',
      closes: true,
      concludes: {
        all: [['cqc', 'flagged', 'enforced'], ['response'], ['still']],
        is: 'yes',
        met: 'All three conditions are met: NHS England may withhold payment (QSIF 2020, 4.2). NHS England decides; nothing is decided here.',
        notMet:
          'Not all three conditions are met: by this rule payment is not withheld (QSIF 2020, 4.2). NHS England decides; nothing is decided here.',
      },
      citation: { ...premiumOf, note: 'The third condition. NHSE decides; this is a reminder.' },
    },
    withdrawn('premium', withQualityTeam, ['premium.checked', 'premium.yearEnd']),
  ],
}
