import type { PolicySource } from '../../../core/policy/policy.ts'

type Rows = PolicySource['permissions']

const ours = {
  document: 'Muster',
  section: 'permissions',
  kind: 'choice',
} as const

/** People and roles. What an administrator changes stands in the organisation’s history. */
export const ofOrganisations: Rows = [
  {
    id: 'organisation.setLeave',
    label: 'say when they are away and who covers',
    kind: 'organisation',
    intent: 'setLeave',
    may: ['themselves', 'head', 'administrator'],
    citation: {
      ...ours,
      note: 'Everybody says when they are away themselves; the head of the organisation and administrators may for others.',
    },
  },
  {
    id: 'organisation.appoint',
    label: 'say who holds a role at …',
    kind: 'organisation',
    intent: 'appoint',
    may: ['head', 'administrator'],
    citation: {
      ...ours,
      note: 'Whoever holds a role could otherwise give it to anyone: the head of the organisation and administrators decide.',
    },
  },
  {
    id: 'organisation.addPerson',
    label: 'add somebody to …',
    kind: 'organisation',
    intent: 'addPerson',
    may: ['administrator'],
    citation: {
      ...ours,
      note: 'Whoever is in the directory reads their organisation’s cases: administrators alone let somebody in.',
    },
  },
  {
    id: 'organisation.removePerson',
    label: 'remove somebody from …',
    kind: 'organisation',
    intent: 'removePerson',
    may: ['head', 'administrator'],
    citation: {
      ...ours,
      note: 'To shut somebody out must not wait for an administrator.',
    },
  },
  {
    id: 'organisation.orderDigest',
    label: 'have the tracker as a digest in private',
    kind: 'organisation',
    intent: 'orderDigest',
    may: ['themselves'],
    citation: {
      ...ours,
      note: 'Everybody in the directory has it on and off as they like, and nobody for somebody else.',
    },
  },
  {
    id: 'organisation.orderRoomDigest',
    label: 'have the tracker as a digest in a room of …',
    kind: 'organisation',
    intent: 'orderRoomDigest',
    may: [
      'head',
      { role: 'quality-lead', of: 'lead-provider' },
      { role: 'head-of-quality', of: 'lead-provider' },
    ],
    citation: {
      ...ours,
      note: 'It goes to everybody in that room: the head of the organisation decides, and whoever leads on quality.',
    },
  },
  {
    id: 'organisation.approveRules',
    label: 'record who approved the rules',
    kind: 'organisation',
    intent: 'approveRules',
    may: ['administrator'],
    citation: {
      ...ours,
      note: 'No source says who approves a pack. Whoever runs Muster records who did.',
    },
  },
]
