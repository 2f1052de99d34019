import type { PolicySource } from '../../../core/policy/policy.ts'
import { ofAccess } from './access.ts'
import { ofActions } from './actions.ts'
import { ofCases } from './case.ts'
import { ofDeciding } from './deciding.ts'
import { ofDuties } from './duties.ts'
import { ofIncidents } from './incidents.ts'
import { ofKeeping } from './keeping.ts'
import { ofMeetings, ofProviders } from './meeting-and-provider.ts'
import { ofMeetingTimes } from './meeting-time.ts'
import { ofMinutes } from './minutes.ts'
import { ofOrganisations } from './organisation.ts'
import { ofRehearsals } from './rehearsal.ts'

type Row = PolicySource['permissions'][number]

const outcomes = [
  'wake',
  'repair',
  'noteLate',
  'noteUndelivered',
  'noteDropped',
  'noteRefusal',
  'noteEdited',
]

/** What records tell each other, what became of what was sent, and what a start finds. */
const musters: Readonly<Record<Row['kind'], readonly string[]>> = {
  case: [
    ...outcomes,
    'noteMeeting',
    'noteMeetingClosed',
    'noteRecordSealed',
    'noteLevelLeft',
    'noteProviderLevel',
    'noteGate',
    'noteAction',
    'noteTelling',
    'noteTold',
    'noteRoom',
  ],
  meeting: [
    ...outcomes,
    'noteRoom',
    'noteCall',
    'noteShared',
    'noteNotLetIn',
    'noteConfidential',
    'noteAccess',
    'noteRemoval',
    'noteBrief',
    'noteGate',
    'noteOpened',
    'noteCarried',
    'noteLevel',
  ],
  provider: [
    ...outcomes,
    'register',
    'noteTold',
    'noteRecordChanged',
    'noteConfidential',
    'noteRemoval',
    'noteAction',
    'noteSigns',
    'noteMeeting',
    'noteOwnMeeting',
    'noteOwnMeetingClosed',
    'noteGate',
  ],
  organisation: [
    ...outcomes,
    'import',
    'noteInstallation',
    'noteUnapproved',
    'printHead',
    'noteOutage',
    'noteAlarm',
    'noteConfidential',
  ],
  drill: [...outcomes, 'noteRoom'],
}

function musterAlone(kind: Row['kind']): readonly Row[] {
  return musters[kind].map((intent) => ({
    id: `${kind}.${intent}`,
    label: 'do this',
    kind,
    intent,
    may: ['muster'],
    citation: {
      document: 'Muster',
      section: 'permissions',
      note: 'Muster itself keeps its records: no person asks for it.',
      kind: 'choice',
    },
  }))
}

/** Who may ask what of which kind of record. What is not here, nobody may. */
export const permissions: PolicySource['permissions'] = [
  ...ofCases,
  ...ofIncidents,
  ...ofAccess,
  ...ofMeetings,
  ...ofMeetingTimes,
  ...ofMinutes,
  ...ofKeeping,
  ...ofActions,
  ...ofDeciding,
  ...ofProviders,
  ...ofDuties,
  ...ofOrganisations,
  ...ofRehearsals,
  ...musterAlone('case'),
  ...musterAlone('meeting'),
  ...musterAlone('provider'),
  ...musterAlone('organisation'),
  ...musterAlone('drill'),
]
