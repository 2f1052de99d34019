import type { PolicySource } from '../../../core/policy/policy.ts'
import { yesNo } from './options.ts'
import { ours } from './ours.ts'

type Form = PolicySource['forms'][number]

export const panel: Form = {
  id: 'panel',
  number: 9,
  label: 'Serious incident panel decision',
  title: 'Panel decision',
  heading: ['No patient identifiers.'],
  fields: [
    {
      id: 'decision',
      kind: 'choice',
      label: 'What did the panel decide?',
      required: true,
      options: [
        { value: 'downgrade', label: 'Downgrade', description: 'It is not a serious incident.' },
        {
          value: 'delete',
          label: 'Delete',
          description: 'The StEIS entry is withdrawn; this record stays.',
        },
        { value: 'close', label: 'Close', description: 'It was investigated and is finished.' },
      ],
    },
    { id: 'heldAt', kind: 'moment', label: 'When did the panel meet?', required: true },
    { id: 'chair', kind: 'line', label: 'Who chaired it?', required: true },
    {
      id: 'qmPresent',
      kind: 'choice',
      label: 'Was the Quality Manager there?',
      required: true,
      options: yesNo,
    },
    { id: 'reason', kind: 'text', label: 'Why?', required: true },
    { id: 'steisAt', kind: 'moment', label: 'When was StEIS updated?' },
    { id: 'learning', kind: 'text', label: 'What was learned?' },
  ],
  submit: 'Record decision',
  citation: {
    document: 'N&Q 2021',
    section: 'Lead Provider duty 6',
    note: 'The Lead Provider organises and leads the panel, which agrees on downgrading, deleting or closing; the Quality Manager attends some. Then StEIS is updated. No time is given.',
    kind: 'source',
    basis: 'policy',
  },
}

export const closeConcern: Form = {
  id: 'closeConcern',
  number: null,
  label: 'Close the concern',
  title: 'Close the concern',
  fields: [
    {
      id: 'outcome',
      kind: 'text',
      label: 'What may the person who raised it be told?',
      required: true,
    },
    { id: 'reason', kind: 'text', label: 'Why is it closed?', required: true },
  ],
  submit: 'Close',
  citation: ours,
}

export const note: Form = {
  id: 'note',
  number: null,
  label: 'Note',
  title: 'Add a note',
  heading: ['No patient identifiers.'],
  fields: [{ id: 'text', kind: 'text', label: 'Note', required: true }],
  submit: 'Add note',
  citation: ours,
}
