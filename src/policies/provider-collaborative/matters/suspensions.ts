import type { PolicySource } from '../../../core/policy/policy.ts'
import { serviceRegion } from '../tellings/service-region.ts'
import { chiefExecutive, commissioners, qualityLead, qualityManager } from './posts.ts'
import { withdrawn } from './withdrawn.ts'

type Matter = NonNullable<PolicySource['matters']>[number]
type Telling = NonNullable<PolicySource['tellings']>[number]

const story = {
  document: 'Bucks 2023',
  section: 'Learning from reflection',
  kind: 'source',
} as const

const look = {
  by: { of: 'answer', field: 'lookOn' },
  owes: qualityLead,
  wants: 'a look at whether it is still right',
} as const

const inFull = { words: 'SUSPENDED in full' }
const inPart = { words: 'SUSPENDED in part', names: 'scope' }
const lifted = 'suspension.lifted'
const open = [
  'suspension.full',
  'suspension.part',
  'suspension.partLifted',
  'suspension.kept',
  'suspension.reinstatedInFull',
  'suspension.reinstatedInPart',
]

const told = { tells: 'SUS', reads: ['scope', 'exactly', 'reasons', 'lifting', 'reason'] }

export const suspensions: Matter = {
  id: 'suspension',
  label: 'Suspension',
  several: 'Suspensions',
  named: 'reasons',
  group: 'Levels and risk',
  alert: true,
  single: true,
  citation: {
    ...story,
    note: 'A council tells of a suspension that was partly lifted and then reinstated. None, in part and in full, who decides, and that it never ends by itself are our choice.',
    kind: 'part',
  },
  steps: [
    {
      id: 'suspension.full',
      label: 'Suspend in full',
      form: 'suspendInFull',
      on: 'doneOn',
      may: commissioners,
      stands: 'suspended in full',
      banner: inFull,
      due: look,
      ...told,
      citation: {
        ...story,
        note: 'Suspended after several safeguarding concerns. Who decides is our choice.',
        kind: 'part',
      },
    },
    {
      id: 'suspension.part',
      label: 'Suspend in part',
      form: 'suspendInPart',
      on: 'doneOn',
      may: commissioners,
      stands: 'suspended in part',
      banner: inPart,
      due: look,
      ...told,
      citation: {
        document: 'Bucks 2023',
        section: 'Suspensions',
        note: 'Of one provider 70% of the services were suspended. The scope is named by service: our choice.',
        kind: 'part',
      },
    },
    {
      id: 'suspension.kept',
      label: 'It stays as it is',
      form: 'suspensionKept',
      may: commissioners,
      after: open,
      stands: 'looked at, stays as it is',
      due: look,
      citation: {
        document: 'Muster',
        section: 'on file',
        note: 'The day of the next look is agreed, and nothing ends by itself.',
        kind: 'choice',
      },
    },
    {
      id: 'suspension.partLifted',
      label: 'Lift it in part, or change what it covers',
      form: 'suspensionPartLifted',
      on: 'doneOn',
      may: commissioners,
      after: open,
      stands: 'lifted in part',
      banner: inPart,
      due: look,
      ...told,
      citation: { ...story, note: 'Partly lifted once the improvement plan was complete.' },
    },
    {
      id: lifted,
      label: 'Lift the suspension',
      form: 'suspensionLifted',
      on: 'doneOn',
      may: commissioners,
      after: open,
      stands: 'lifted',
      closes: true,
      ...told,
      tells: 'SUSL',
      citation: {
        document: 'Bucks 2023',
        section: 'Suspensions',
        note: 'Lifted with the lead authority and its partners, health and CQC among them.',
        kind: 'source',
      },
    },
    {
      id: 'suspension.reinstatedInFull',
      label: 'Reinstate it in full',
      form: 'reinstatedInFull',
      on: 'doneOn',
      may: commissioners,
      after: [
        lifted,
        'suspension.part',
        'suspension.kept',
        'suspension.partLifted',
        'suspension.reinstatedInPart',
      ],
      stands: 'reinstated in full',
      banner: inFull,
      due: look,
      ...told,
      citation: {
        ...story,
        note: 'Reinstated after a visit that found the service poor; read what is new in the light of what was.',
      },
    },
    {
      id: 'suspension.reinstatedInPart',
      label: 'Reinstate it in part',
      form: 'reinstatedInPart',
      on: 'doneOn',
      may: commissioners,
      after: [lifted],
      stands: 'reinstated in part',
      banner: inPart,
      due: look,
      ...told,
      citation: {
        ...story,
        note: 'Reinstated after it had been lifted; in part is our choice.',
        kind: 'part',
      },
    },
    withdrawn('suspension', commissioners, ['suspension.full', 'suspension.part'], {
      ...told,
      tells: 'SUSW',
    }),
  ],
}

const who = { document: 'Muster', section: 'on file', kind: 'choice' } as const

const PLACE_NOBODY =
  'Place nobody where it holds. What becomes of people placed there is for you to say.'

export const toldOfSuspension: Telling = {
  id: 'SUS',
  label: 'Must know of a suspension',
  when: 'filed',
  whom: [
    {
      id: 'chief-executive',
      label: 'Provider: chief executive',
      post: chiefExecutive,
      words: 'It stands in full in your room. It ends only when it is lifted there.',
      citation: { ...who, note: 'The provider is told formally.' },
    },
    {
      id: 'placing-commissioner',
      label: 'Placing commissioner',
      post: { role: 'commissioner', of: 'placing-commissioner' },
      words: PLACE_NOBODY,
      citation: { ...who, note: 'Whoever places people there must know.' },
    },
    {
      id: 'icb',
      label: 'ICB: commissioner',
      post: { role: 'commissioner', of: 'icb' },
      words: PLACE_NOBODY,
      citation: { ...who, note: 'Of the place where the provider is.' },
    },
    {
      id: 'joint-commissioner',
      label: 'Local authority: commissioner',
      post: { role: 'commissioner', of: 'local-authority' },
      condition: 'jointlyCommissioned',
      words: PLACE_NOBODY,
      citation: { ...who, note: 'Where it commissions jointly.' },
    },
    {
      id: 'contract-lead',
      label: 'Lead Provider: contract lead',
      post: { role: 'contract-lead', of: 'lead-provider' },
      citation: { ...who, note: 'A suspension touches the contract.' },
    },
    {
      id: 'quality-manager',
      label: 'NHSE/I: Quality Manager',
      post: qualityManager,
      citation: { ...who, note: 'NHSE/I has oversight.' },
    },
    serviceRegion,
    {
      id: 'host-commissioner',
      label: 'Host commissioner',
      post: { role: 'commissioner', of: 'host-commissioner' },
      ifAny: true,
      words: PLACE_NOBODY,
      citation: { ...who, note: 'Whoever watches over the unit as its host.' },
    },
  ],
  citation: { ...who, note: 'No source says who is told of a suspension, a change or its end.' },
}

/** Whoever reads of a suspension reads of its end, without what they were to do while it held. */
function toldOfItsEnd(id: string, label: string, words: string): Telling {
  const citation = { ...who, note: 'Read of the suspension, so reads of its end.' }
  return {
    ...toldOfSuspension,
    id,
    label,
    whom: toldOfSuspension.whom.map((one) => ({ ...one, ...(one.words && { words }), citation })),
  }
}

export const toldOfLiftedSuspension = toldOfItsEnd(
  'SUSL',
  'Must know that a suspension is lifted',
  'The suspension is lifted: it holds nowhere any more.',
)

export const toldOfWithdrawnSuspension = toldOfItsEnd(
  'SUSW',
  'Must know that a suspension was entered by mistake',
  'The suspension was entered by mistake: it holds nowhere.',
)
