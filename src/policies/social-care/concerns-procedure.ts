import type { PolicySource } from '../../core/policy/policy.ts'

type Procedure = NonNullable<PolicySource['procedures']>[number]
type Form = PolicySource['forms'][number]

const commissioner = { role: 'commissioner', of: 'local-authority' }

const stages = ['1', '2', '3', '4', '5'].map((id) => ({ id, label: `Stage ${id}` }))

/** A council’s procedure in five stages; what each of them is the source does not show. */
export const concernsProcedure: Procedure = {
  id: 'concerns',
  label: 'Concerns and serious concerns procedure',
  stages,
  unsaid:
    'What each stage asks for is not in the source: your organisation fills it in, in its own rules.',
  decides: [commissioner],
  form: 'procedureStage',
  instrument: 'prr',
  suggestedBy: [
    { band: 'B2', stages: ['1'] },
    { band: 'B3', stages: ['2'] },
    { band: 'B4', stages: ['3'] },
    { band: 'B5', stages: ['4', '5'] },
  ],
  citation: {
    document: 'Bucks 2023',
    section: 'Risk based approach, action table',
    note: 'Consider the procedure where the thresholds of a stage are met: 1 in B2, 2 in B3, 3 in B4, 4 or 5 in B5. Also called the concerns and suspensions procedure. What the stages are, and when one ends, is on a slide that is lost. That the commissioner decides is our choice.',
    kind: 'part',
  },
}

export const procedureStage: Form = {
  id: 'procedureStage',
  number: null,
  label: 'Stage of the procedure',
  title: 'Stage of the procedure',
  heading: ['The rating suggests; you decide. The stage stays until somebody decides again.'],
  fields: [
    {
      id: 'stage',
      kind: 'choice',
      label: 'What do you decide?',
      required: true,
      options: [
        { value: 'notNow', label: 'Not now: it stays as it is' },
        { value: 'none', label: 'The procedure ends: no stage' },
      ],
      from: 'procedureStages',
    },
    { id: 'reason', kind: 'text', label: 'Why?', required: true },
  ],
  submit: 'Decide',
  citation: {
    document: 'Bucks 2023',
    section: 'Risk based approach, action table',
    note: 'Considering the procedure is a person’s decision. The questions are ours.',
    kind: 'choice',
  },
}
