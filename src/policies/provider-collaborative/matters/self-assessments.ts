import type { PolicySource } from '../../../core/policy/policy.ts'
import { areas } from '../forms/on-file/self-assessments.ts'
import { commissioners } from './posts.ts'

type Matter = NonNullable<PolicySource['matters']>[number]
type Step = Matter['steps'][number]

const slides = { document: 'NHSE event 2023', kind: 'source' } as const

const own = {
  named: 'collaborative',
  about: 'lead-provider',
  remark: 'Voluntary; not for assurance.',
  group: 'Self-assessment',
} as const

function ended(id: string, after: string[]): Step {
  return {
    id,
    label: 'End it',
    form: 'assessmentEnded',
    may: commissioners,
    after,
    stands: 'ended',
    closes: true,
    citation: {
      document: 'Muster',
      section: 'on file',
      note: 'It is voluntary: with a reason, our choice.',
      kind: 'choice',
    },
  }
}

const matrix = {
  ...slides,
  section: 'NHS England: provider collaboratives’ maturity matrix',
  note: 'Voluntary; its scores are not designed for assurance. That the Lead Provider keeps it, on its own record, is our choice.',
  kind: 'part',
} as const

const byArea = areas.map(({ value, label }) => ({ label, scale: `${value}Level` }))

export const maturity: Matter = {
  ...own,
  id: 'maturity',
  label: 'Maturity matrix',
  several: 'Maturity matrices',
  citation: matrix,
  steps: [
    {
      id: 'maturity.assessed',
      label: 'Assess maturity',
      form: 'maturityMatrix',
      may: commissioners,
      stands: 'assessed',
      rated: byArea,
      citation: matrix,
    },
    {
      id: 'maturity.again',
      label: 'Assess it again',
      form: 'maturityAgain',
      may: commissioners,
      after: ['maturity.assessed', 'maturity.again'],
      stands: 'assessed again',
      rated: byArea,
      citation: matrix,
    },
    ended('maturity.ended', ['maturity.assessed', 'maturity.again']),
  ],
}

const checkpoints = {
  ...slides,
  section: 'West Yorkshire: Supporting milestones',
  note: 'Checkpoints every six months (D24), as one collaborative does it. The paper of 2021 calls “Level One” “Established & Optimised” and does not say whether One is the first or the last: so a level is shown by its name alone, our choice. That the Lead Provider keeps them, on its own record, is our choice.',
  kind: 'part',
} as const

const level = [{ label: 'Where it stands', scale: 'level', nameOnly: true } as const]

export const qualityMaturity: Matter = {
  ...own,
  id: 'framework',
  label: 'Quality Maturity Framework',
  several: 'Quality Maturity Framework',
  citation: checkpoints,
  steps: [
    {
      id: 'framework.assessed',
      variantOf: 'D24',
      label: 'Record a framework checkpoint',
      form: 'maturityFramework',
      on: 'heldAt',
      may: commissioners,
      stands: 'at its first checkpoint',
      rated: level,
      citation: checkpoints,
    },
    {
      id: 'framework.again',
      variantOf: 'D24',
      label: 'Record the next checkpoint',
      form: 'frameworkAgain',
      on: 'heldAt',
      may: commissioners,
      after: ['framework.assessed', 'framework.again'],
      stands: 'at a further checkpoint',
      rated: level,
      citation: checkpoints,
    },
    ended('framework.ended', ['framework.assessed', 'framework.again']),
  ],
}
