import type { PolicySource } from '../../../core/policy/policy.ts'

type Row = PolicySource['permissions'][number]

const qualityLead = { role: 'quality-lead', of: 'lead-provider' }

function row(
  intent: string,
  label: string,
  note: string,
  may: Row['may'] = ['cycle', qualityLead],
): Row {
  return {
    id: `provider.${intent}`,
    label,
    kind: 'provider',
    intent,
    may,
    citation: { document: 'Muster', section: 'permissions', note, kind: 'choice' },
  }
}

const SAME = 'Whoever owes the duty, and the Lead Provider’s quality lead: as for recording it.'

/** Recurring duties that a person begins. */
export const ofDuties: readonly Row[] = [
  row(
    'beginDuty',
    'begin …',
    'Whoever would owe the duty, and the Lead Provider’s quality lead. No source says who begins one.',
  ),
  row('stopDuty', 'stop …', SAME),
  row('chooseInterval', 'change how often …', SAME),
  row('leaveDuty', 'say that nothing changes for …', 'Whoever owes the duty is asked.', ['cycle']),
  row('explainMissed', 'say why a round was not held of …', SAME),
  {
    id: 'provider.decideStage',
    label: 'decide on …',
    kind: 'provider',
    intent: 'decideStage',
    may: ['asked'],
    citation: {
      document: 'Muster',
      section: 'permissions',
      note: 'Each procedure of these rules names who decides on its stage. Where they have none nobody is asked.',
      kind: 'choice',
    },
  },
]
