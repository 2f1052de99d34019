import { NO_PATIENTS } from '../meeting-fields.ts'
import { type Form, ours, text } from './fields.ts'

export const fileWithdrawn: Form = {
  id: 'fileWithdrawn',
  number: null,
  label: 'Withdrawn: entered by mistake',
  title: 'Withdraw it',
  heading: [
    NO_PATIENTS,
    'Only for what was entered by mistake. It stays in the history; it counts for nothing.',
  ],
  fields: [text('reason', 'What was the mistake?')],
  submit: 'Withdraw',
  citation: { ...ours, note: 'Silent on what was entered by mistake: withdrawn with a reason.' },
}

export const baselineStopped: Form = {
  id: 'baselineStopped',
  number: null,
  label: 'Baseline review: stopped',
  title: 'Stop the review',
  heading: [NO_PATIENTS, 'It stays on file as it is. Another review can begin after it.'],
  fields: [text('reason', 'Why does it not go on?')],
  submit: 'Stop it',
  citation: { ...ours, note: 'Silent on a review that is not finished: with a reason.' },
}
