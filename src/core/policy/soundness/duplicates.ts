import type { Policy } from '../policy.ts'
import { type Complaint, ids, type Path } from './complaint.ts'

const LISTS = [
  'documents',
  'organisationTypes',
  'roles',
  'services',
  'levels',
  'transitions',
  'triggers',
  'instruments',
  'ladders',
  'clocks',
  'cycles',
  'meetings',
  'forms',
  'permissions',
  'identifiers',
] as const

/** Two rules of one kind under one id, and two parts of one rule under one name. */
export function duplicates(policy: Policy): Complaint[] {
  return [
    ...LISTS.flatMap((key) => repeated([key], `"${key}" holds`, ids(policy[key]))),
    ...repeated(['tellings'], '"tellings" holds', ids(policy.tellings ?? [])),
    ...repeated(['matters'], '"matters" holds', ids(policy.matters ?? [])),
    ...repeated(['indicators'], '"indicators" holds', ids(policy.indicators ?? [])),
    ...repeated(['untimed'], '"untimed" holds', ids(policy.untimed ?? [])),
    ...insideCollaboratives(policy),
    ...repeated(['stages'], '"stages" holds', ids(policy.stages ?? [])),
    ...(policy.matters ?? []).flatMap(({ id, steps }, index) =>
      repeated(['matters', index, 'steps'], `matter "${id}" holds`, ids(steps)),
    ),
    ...repeated(['retention'], '"retention" holds', ids(policy.retention ?? [])),
    ...repeated(['voting', 'forms'], '"voting" holds', ids(policy.voting?.forms ?? [])),
    ...repeated(['voting', 'topics'], '"voting" holds', ids(policy.voting?.topics ?? [])),
    ...policy.instruments.flatMap(insideInstrument),
    ...policy.meetings.flatMap(insideMeeting),
    ...policy.forms.flatMap(insideForm),
    ...(policy.tellings ?? []).flatMap(({ id, whom }, index) =>
      repeated(['tellings', index, 'whom'], `telling "${id}" holds`, ids(whom)),
    ),
  ]
}

function insideCollaboratives({ collaboratives }: Policy): Complaint[] {
  if (!collaboratives) return []
  const { fields, governance, disagreements = [] } = collaboratives
  const who = '"collaboratives" holds'
  return [
    ...repeated(['collaboratives', 'fields'], who, ids(fields)),
    ...repeated(['collaboratives', 'governance'], who, ids(governance)),
    ...repeated(['collaboratives', 'disagreements'], who, ids(disagreements)),
  ]
}

function insideInstrument(instrument: Policy['instruments'][number], index: number): Complaint[] {
  const who = `instrument "${instrument.id}" holds`
  const at: Path = ['instruments', index]
  return [
    ...repeated([...at, 'items'], who, ids(instrument.items)),
    ...repeated([...at, 'bands'], who, ids(instrument.bands)),
  ]
}

function insideMeeting(meeting: Policy['meetings'][number], index: number): Complaint[] {
  const who = `meeting "${meeting.id}" holds`
  const at: Path = ['meetings', index, 'lines']
  return [
    ...repeated(at, who, ids(meeting.lines)),
    ...repeated(at, who, ids(meeting.lines.flatMap(({ seats }) => seats))),
    ...repeated(['meetings', index, 'gates'], who, ids(meeting.gates ?? [])),
  ]
}

function insideForm(form: Policy['forms'][number], index: number): Complaint[] {
  const at: Path = ['forms', index, 'fields']
  return [
    ...repeated(at, `form "${form.id}" holds`, ids(form.fields)),
    ...form.fields.flatMap((field, place) =>
      repeated(
        [...at, place, 'options'],
        `field "${field.id}" of form "${form.id}" offers`,
        ('options' in field ? (field.options ?? []) : []).map(({ value }) => value),
      ),
    ),
  ]
}

function repeated(path: Path, who: string, words: readonly string[]): Complaint[] {
  const again = words.filter((word, index) => words.indexOf(word) < index)
  return [...new Set(again)].map((word) => ({
    path: [...path, words.lastIndexOf(word)],
    message: `${who} "${word}" more than once; give each a name of its own`,
  }))
}
