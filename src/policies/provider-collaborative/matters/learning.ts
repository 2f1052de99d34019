import type { PolicySource } from '../../../core/policy/policy.ts'
import { commissioners, providers, qualityLead, qualityManager, withQualityTeam } from './posts.ts'
import { withdrawn } from './withdrawn.ts'

type Matter = NonNullable<PolicySource['matters']>[number]
type Telling = NonNullable<PolicySource['tellings']>[number]

const story = {
  document: 'Bucks 2023',
  section: 'Learning from reflection',
  kind: 'source',
} as const
const shared = { document: 'N&Q 2021', section: 'Lead Provider duty 9', kind: 'source' } as const
const ours = { document: 'Muster', section: 'on file', kind: 'choice' } as const

const GROUP = 'Learning and handover'

export const handover: Matter = {
  id: 'handover',
  label: 'Handover',
  several: 'Handover notes',
  named: 'change',
  group: GROUP,
  keptBack: true,
  citation: {
    ...story,
    note: 'Good handovers when the lead commissioner changes; what is new is read in the light of what was. That the provider does not read them is our choice.',
    kind: 'part',
  },
  steps: [
    {
      id: 'handover.written',
      label: 'Write a handover note',
      form: 'handoverWritten',
      may: withQualityTeam,
      stands: 'written, not taken over yet',
      listsOpen: true,
      due: {
        by: { of: 'answer', field: 'takenOn' },
        owes: qualityLead,
        wants: 'whoever takes over, with the history read',
      },
      citation: { ...story, note: 'The new commissioner understood what to expect.' },
    },
    {
      id: 'handover.taken',
      label: 'Take over: history read',
      form: 'handoverTaken',
      may: withQualityTeam,
      after: ['handover.written'],
      notBy: ['handover.written'],
      stands: 'taken over, history read',
      closes: true,
      citation: { ...story, note: 'Knowledge of the history with the provider.' },
    },
    withdrawn('handover', withQualityTeam, ['handover.written']),
  ],
}

export const reflection: Matter = {
  id: 'reflection',
  label: 'Reflective review',
  several: 'Reflective reviews',
  named: 'event',
  group: GROUP,
  keptBack: true,
  citation: {
    ...story,
    note: 'A reflective process over two sessions, to discuss openly and find what would improve practice. That the provider does not read it is our choice.',
    kind: 'part',
  },
  steps: [
    {
      id: 'reflection.held',
      label: 'Record a reflective review',
      form: 'reflectionHeld',
      may: withQualityTeam,
      stands: 'held, actions under way',
      lesson: 'learned',
      due: {
        by: { of: 'answer', field: 'actionsOn' },
        owes: qualityLead,
        wants: 'what was done about it',
      },
      citation: { ...story, note: 'Learning, good practice and actions are agreed together.' },
    },
    {
      id: 'reflection.done',
      label: 'Its actions are done',
      form: 'learningDone',
      may: withQualityTeam,
      after: ['reflection.held'],
      stands: 'actions done',
      closes: true,
      citation: { ...ours, note: 'Silent on how it ends.' },
    },
    withdrawn('reflection', withQualityTeam, ['reflection.held']),
  ],
}

export const learning: Matter = {
  id: 'learning',
  label: 'Learning',
  several: 'Themes and learning',
  named: 'theme',
  group: GROUP,
  citation: {
    document: 'N&Q 2021',
    section: 'Lead Provider duties 5, 7 and 9',
    note: 'Organisational learning is evidenced, themes analysed, and learning shared across collaboratives.',
    kind: 'source',
  },
  steps: [
    {
      id: 'learning.noted',
      label: 'Put learning on file',
      form: 'learningNoted',
      may: [...providers, ...withQualityTeam],
      stands: 'noted here',
      lesson: 'learned',
      citation: {
        document: 'N&Q 2021',
        section: 'Lead Provider duties 5 and 7',
        note: 'Learning and thematic analysis.',
        kind: 'source',
      },
    },
    {
      id: 'learning.shared',
      label: 'Share it across collaboratives',
      form: 'learningShared',
      may: commissioners,
      after: ['learning.noted'],
      stands: 'shared across collaboratives',
      lesson: 'learned',
      spreads: true,
      tells: 'LRN',
      tellsOf: 'with',
      reads: ['learned'],
      citation: {
        ...shared,
        note: 'Shared learning across collaboratives, which have a seat at surveillance groups. Without the name of the provider: our choice.',
        kind: 'part',
      },
    },
    {
      id: 'learning.done',
      label: 'It is put into practice',
      form: 'learningDone',
      may: [...providers, ...withQualityTeam],
      after: ['learning.noted', 'learning.shared'],
      stands: 'put into practice',
      closes: true,
      citation: { ...ours, note: 'With what shows it.' },
    },
    withdrawn('learning', commissioners, ['learning.noted'], { mayOwn: ['learning.noted'] }),
  ],
}

const UNNAMED = 'For providers where you are. Do not name the provider.'

export const toldOfLearning: Telling = {
  id: 'LRN',
  label: 'Learning, to be shared on',
  when: 'filed',
  unnamed: true,
  whom: [
    {
      id: 'quality-manager',
      label: 'NHSE/I: Quality Manager',
      post: qualityManager,
      words: 'For the surveillance group and the Quality Board. Do not name the provider there.',
      citation: {
        document: 'N&Q 2021',
        section: 'Assurance of effective safeguarding arrangements',
        note: 'The regional team reports organisational learning into these forums.',
        kind: 'source',
      },
    },
    {
      id: 'icb',
      label: 'ICB: head of quality and safety',
      post: { role: 'head-of-quality', of: 'icb' },
      words: UNNAMED,
      citation: { ...ours, note: 'A partner of the system.' },
    },
    {
      id: 'local-authority',
      label: 'Local authority: adult safeguarding lead',
      post: { role: 'safeguarding-adult-lead', of: 'local-authority' },
      words: UNNAMED,
      citation: { ...ours, note: 'A partner of the system.' },
    },
  ],
  citation: {
    ...shared,
    note: 'With system partners and networks. Who they are is our choice.',
    kind: 'part',
  },
}
