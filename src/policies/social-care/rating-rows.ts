import type { PolicySource } from '../../core/policy/policy.ts'
import { complexityRows } from './complexity-rows.ts'

type Row = PolicySource['instruments'][number]['items'][number]

const watch =
  'Financial viability: for a key supplier, consider a risk on Pentana (the council’s risk register).'
const keySupplier = 'For a key supplier, consider a risk on Pentana (the council’s risk register).'

/** The areas of the Provider Risk Rating, every fact of the source’s descriptors, in our words. */
export const ratingRows: Row[] = [
  {
    id: 'rating',
    label: 'CQC or Ofsted rating (PAMMS rating if not regulated)',
    weight: 1,
    steps: [
      { score: 1, label: 'Outstanding', description: 'Rated Outstanding' },
      { score: 2, label: 'Good', description: 'Rated Good' },
      {
        score: 3,
        label: 'Good, with a domain that requires improvement',
        description: 'Good overall, with at least one domain rated Requires improvement',
      },
      { score: 4, label: 'Requires improvement', description: 'Rated Requires improvement' },
      { score: 5, label: 'Inadequate', description: 'Rated Inadequate' },
    ],
  },
  {
    id: 'information',
    label:
      'Other sources: councils, safeguarding, operations, ICB, Healthwatch, CHC, people, families',
    weight: 1,
    steps: [
      { score: 1, label: 'None in 6 months', description: 'No concerns raised in 6 months' },
      {
        score: 2,
        label: 'Some, being addressed',
        description: 'Some concerns in 6 months; the service is addressing them',
      },
      {
        score: 3,
        label: 'Some, not addressed',
        description: 'Some concerns in 6 months; the service is not addressing them',
      },
      {
        score: 4,
        label: 'Significant, addressed',
        description: 'Significant concerns in 6 months that are being or have been addressed',
      },
      {
        score: 5,
        label: 'Significant, not addressed',
        description: 'Significant concerns in 6 months that are not or have not been addressed',
      },
    ],
  },
  {
    id: 'safeguarding',
    label: 'Safeguarding',
    weight: 2.5,
    steps: [
      { score: 1, label: 'Low number', description: 'A low number of concerns over 6 months' },
      {
        score: 2,
        label: 'Minimal, no pattern',
        description: 'Minimal alerts without pattern or trend over 6 months',
      },
      {
        score: 3,
        label: 'Active section 42 or a pattern',
        description: 'An active section 42 enquiry, a pattern of alerts over 4 weeks, or both',
      },
      {
        score: 4,
        label: 'Serious concern',
        description: 'One or more alerts or section 42 enquiries of serious concern over 6 months',
      },
      {
        score: 5,
        label: 'Death or organisational abuse',
        description:
          'One or more alerts or section 42 enquiries after which somebody died, or that found organisational abuse',
      },
    ],
  },
  {
    id: 'complaints',
    label: 'Complaints',
    weight: 2.5,
    steps: [
      { score: 1, label: 'Low number', description: 'A low number, with no further action' },
      {
        score: 2,
        label: 'Minimal, no pattern',
        description: 'Minimal complaints without pattern or trend',
      },
      {
        score: 3,
        label: 'Low-level substantiated, or a pattern',
        description:
          'Substantiated low-level complaints (the source prints “10% >”), a pattern of unsubstantiated ones, or both',
      },
      {
        score: 4,
        label: 'Whistle-blowing or higher level',
        description: 'A significant number of whistle-blowings, higher-level complaints or both',
      },
      { score: 5, label: 'Blank in the source', description: null },
    ],
  },
  {
    id: 'finance',
    label: 'Financial viability',
    weight: 1,
    steps: [
      { score: 1, label: 'No concerns', description: 'No concerns: usual contract monitoring' },
      {
        score: 2,
        label: 'Minor concerns',
        description: 'Minor concerns: monitor closely, nothing else recommended',
      },
      {
        score: 3,
        label: 'Concerns',
        description: `The contract manager must take specific mitigating actions. ${keySupplier}`,
        prompts: [
          'Financial viability: the contract manager takes specific mitigating actions.',
          watch,
        ],
      },
      {
        score: 4,
        label: 'Significant concerns',
        description: `A parent company guarantee or performance bond is recommended. ${keySupplier}`,
        prompts: [
          'Financial viability: a parent company guarantee or a performance bond is recommended.',
          watch,
        ],
      },
      {
        score: 5,
        label: 'Not viable',
        description: `The contract manager arranges other provision with immediate effect. ${keySupplier}`,
        prompts: [
          'Financial viability: the contract manager arranges other provision with immediate effect.',
          watch,
        ],
      },
    ],
  },
  ...complexityRows,
  {
    id: 'officers',
    label: 'Officers’ intelligence',
    weight: 1,
    steps: [
      {
        score: 1,
        label: 'No concerns',
        description: 'No concerns about the service or its parent organisation',
      },
      {
        score: 2,
        label: 'Some about the parent',
        description: 'None about the service, some about the parent organisation',
      },
      {
        score: 3,
        label: 'Some, and not put right',
        description:
          'Some about the service, and the service or its parent does not do what would address them',
      },
      {
        score: 4,
        label: 'Procedure at stage 3 or above',
        description:
          'Concerns that lead to the concerns and serious concerns procedure at stage 3 or above',
        prompts: [
          'Officers’ intelligence: consider the concerns and serious concerns procedure at stage 3 or above.',
        ],
      },
      {
        score: 5,
        label: 'Suspension',
        description: 'Significant concerns that lead to a suspension',
        prompts: [
          'Officers’ intelligence: consider a suspension. “/muster file” with the provider and “suspension” puts one on file.',
        ],
      },
    ],
  },
]
