import type { PolicySource } from '../../core/policy/policy.ts'
import { disagreements } from './disagreements.ts'

type Rule = NonNullable<PolicySource['collaboratives']>

const forms = {
  document: 'Collaboratives 2023',
  section: 'Weightmans: collaborative forms, contractual arrangements and joint ventures',
  kind: 'source',
} as const

const model = (id: string, label: string, note: string): Rule['governance'][number] => {
  return { id, label, of: 'model', citation: { ...forms, note } }
}

const contract = (id: string, label: string, note: string): Rule['governance'][number] => {
  return { id, label, of: 'contract', citation: { ...forms, note } }
}

/** The thirteen fields of the national directory, and the models that were presented beside it. */
export const collaboratives: Rule = {
  id: 'collaboratives',
  label: 'Directory of collaboratives',
  named: 'name',
  fields: [
    { id: 'name', label: 'Name', kind: 'line' },
    { id: 'regions', label: 'Region(s)', kind: 'list' },
    { id: 'systems', label: 'System(s)', kind: 'list' },
    { id: 'footprint', label: 'Footprint', kind: 'line' },
    { id: 'members', label: 'Members', kind: 'members' },
    { id: 'sectors', label: 'Sector(s)', kind: 'list' },
    { id: 'governance', label: 'Current governance model', kind: 'governance' },
    { id: 'priorities', label: 'Current priorities', kind: 'list' },
    { id: 'sharing', label: 'Learning to share', kind: 'list' },
    { id: 'seeking', label: 'Searching for learning', kind: 'list' },
    { id: 'future', label: 'Potential future work', kind: 'list' },
    { id: 'contact', label: 'Contact details', kind: 'list' },
    { id: 'links', label: 'Helpful links', kind: 'list' },
  ],
  governance: [
    model(
      'lead-provider',
      'Lead provider model',
      'A collaboration agreement with a management board; a single provider holds the contract and sub-contracts.',
    ),
    model(
      'shared-leadership',
      'Shared leadership',
      'Key leaders are shared across organisations, perhaps with committees in common.',
    ),
    model('leadership-board', 'Provider leadership board', 'Named, without more.'),
    model('merger', 'Merger or acquisition', 'Named, without more.'),
    contract('memorandum', 'Memorandum of understanding', 'A contractual arrangement.'),
    contract('collaboration-agreement', 'Collaboration agreement', 'Also a partnering agreement.'),
    contract(
      'contractual-joint-venture',
      'Contractual joint venture',
      'A partnership board with terms of reference.',
    ),
    contract(
      'corporate-joint-venture',
      'Corporate joint venture',
      'A company that is owned jointly.',
    ),
  ],
  disagreements,
  citation: {
    document: 'NHSE event 2023',
    section: 'NHS England: current support, directory',
    note: 'A national directory helps collaboratives to find each other and to share what they learned; these are its fields. That a copy of one’s own is kept here is our choice.',
    kind: 'part',
  },
}
