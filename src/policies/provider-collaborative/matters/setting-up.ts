import type { PolicySource } from '../../../core/policy/policy.ts'
import { serviceRegion } from '../tellings/service-region.ts'
import { chiefExecutive, commissioners, ENHANCED, providers, withQualityTeam } from './posts.ts'
import { withdrawn } from './withdrawn.ts'

type Matter = NonNullable<PolicySource['matters']>[number]

const ours = { document: 'Muster', section: 'on file', kind: 'choice' } as const
const a = { document: 'QSIF 2020', section: '5.2.3 a', kind: 'source' } as const

export const notice: Matter = {
  id: 'notice',
  label: 'Formal notice',
  several: 'Formal notices',
  named: 'concerns',
  group: 'Levels and risk',
  levels: ENHANCED,
  citation: {
    ...a,
    note: 'A contract performance notice for what is commissioned directly, otherwise a letter; a joint letter where others commission too.',
  },
  steps: [
    {
      id: 'notice.given',
      variantOf: 'D29',
      label: 'Give formal notice',
      form: 'formalNotice',
      on: 'doneOn',
      may: commissioners,
      stands: 'given, not answered yet',
      tells: 'N1',
      citation: {
        ...a,
        note: 'No time is given for it (D29). Who gives it is our choice.',
        kind: 'part',
      },
    },
    {
      id: 'notice.answered',
      label: 'Answer the notice',
      form: 'noticeAnswered',
      on: 'doneOn',
      may: [...providers, ...commissioners],
      after: ['notice.given'],
      stands: 'answered',
      closes: true,
      citation: {
        document: 'QSIF 2020',
        section: '5.2.3 d',
        note: 'The provider may acknowledge, challenge, and add evidence. The quality lead may record it for the provider: our choice.',
        kind: 'part',
      },
    },
    withdrawn('notice', commissioners, ['notice.given', 'notice.answered'], {
      label: 'Withdraw the notice: given in error',
      stands: 'withdrawn, given in error',
      tells: 'N1W',
      reads: ['reason'],
    }),
  ],
}

export const setUp: Matter = {
  id: 'setup',
  label: 'Set-up',
  several: 'How the enhanced monitoring is set up',
  named: 'lead',
  group: 'Levels and risk',
  levels: ENHANCED,
  citation: {
    ...a,
    note: 'A quality lead is named, governance set up, and the process explained.',
  },
  steps: [
    {
      id: 'setup.made',
      label: 'Record the set-up',
      form: 'enhancedSetUp',
      on: 'doneOn',
      may: commissioners,
      stands: 'set up',
      closes: true,
      citation: {
        ...a,
        note: 'Interim governance sets immediate concerns and keeps a risk register.',
      },
    },
    withdrawn('setup', commissioners, ['setup.made']),
  ],
}

export const communications: Matter = {
  id: 'communications',
  label: 'Communications strategy',
  several: 'Communications strategies',
  named: 'interest',
  group: 'The way up',
  promptedBy: ['T8'],
  single: true,
  citation: { ...a, note: 'Where there is media interest.' },
  steps: [
    {
      id: 'communications.agreed',
      label: 'Agree what is said to the media',
      form: 'communications',
      may: withQualityTeam,
      stands: 'agreed',
      citation: {
        ...a,
        note: 'A communications strategy if media interest. Who agrees it is our choice.',
        kind: 'part',
      },
    },
    {
      id: 'communications.changed',
      label: 'Change what is said',
      form: 'communications',
      may: withQualityTeam,
      after: ['communications.agreed', 'communications.changed'],
      stands: 'agreed anew',
      citation: {
        document: 'Muster',
        section: 'on file',
        note: 'It changes as the interest does.',
        kind: 'choice',
      },
    },
    {
      id: 'communications.over',
      label: 'The interest is over',
      form: 'interestOver',
      may: withQualityTeam,
      after: ['communications.agreed', 'communications.changed'],
      stands: 'over',
      closes: true,
      citation: { document: 'Muster', section: 'on file', note: 'With a reason.', kind: 'choice' },
    },
  ],
}

export const toldOfNotice: NonNullable<PolicySource['tellings']>[number] = {
  id: 'N1',
  label: 'Read the formal notice',
  when: 'filed',
  whom: [
    {
      id: 'chief-executive',
      label: 'Provider: chief executive',
      post: chiefExecutive,
      words:
        'This is a formal notice to your organisation. It stands in full in your room; answer it there.',
      citation: {
        ...a,
        note: 'The provider is told formally. That its chief executive reads it is our choice.',
        kind: 'part',
      },
    },
    {
      id: 'contract-lead',
      label: 'Lead Provider: contract lead',
      post: { role: 'contract-lead', of: 'lead-provider' },
      citation: { ...a, note: 'The contract team is told.' },
    },
    {
      id: 'quality-manager',
      label: 'NHSE/I: Quality Manager',
      post: { role: 'quality-manager', of: 'lead-quality-team' },
      citation: { ...a, note: 'NHSE/I has strategic oversight.' },
    },
    serviceRegion,
    {
      id: 'host-commissioner',
      label: 'Host commissioner',
      post: { role: 'commissioner', of: 'host-commissioner' },
      ifAny: true,
      citation: {
        document: 'Muster',
        section: 'on file',
        note: 'Whoever watches over the unit as its host.',
        kind: 'choice',
      },
    },
  ],
  citation: {
    ...a,
    note: 'The notice is read by those whom it is for. Who else reads it is our choice.',
    kind: 'part',
  },
}

export const toldOfWithdrawnNotice: NonNullable<PolicySource['tellings']>[number] = {
  ...toldOfNotice,
  id: 'N1W',
  label: 'Read that the formal notice is withdrawn',
  whom: toldOfNotice.whom.map(({ words: _words, ...one }) => ({
    ...one,
    ...(one.id === 'chief-executive' && {
      words:
        'The formal notice to your organisation was given in error and is withdrawn. You need not answer it.',
    }),
    citation: { ...ours, note: 'Read the notice, so reads that it is withdrawn.' },
  })),
  citation: { ...ours, note: 'Whoever reads a formal notice reads that it was given in error.' },
}
