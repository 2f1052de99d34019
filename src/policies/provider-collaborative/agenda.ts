import type { PolicySource } from '../../core/policy/policy.ts'

/** What is open about a provider, proposed for the agenda of whatever meeting is about it. */
export const agenda: NonNullable<PolicySource['agenda']> = {
  items: [
    { from: 'level', label: 'Level' },
    { from: 'signs', label: 'Trigger rising' },
    { from: 'matters', label: 'On file' },
    { from: 'actions', label: 'Action' },
    { from: 'cycles', label: 'Due by then' },
  ],
  citation: {
    document: 'QSIF 2020',
    section: '5.2.3',
    note: 'Meetings go over the agreed risks, the actions and the triggers, and keep agendas and action trackers. Which of these is proposed for the agenda by itself, and in which order, is our choice; whoever chairs decides.',
    kind: 'choice',
  },
}
