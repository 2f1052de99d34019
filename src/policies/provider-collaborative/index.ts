import type { PolicySource } from '../../core/policy/policy.ts'
import { actions } from './actions.ts'
import { agenda } from './agenda.ts'
import { approval } from './approval.ts'
import { beginnings } from './beginnings.ts'
import { calls } from './calls.ts'
import { clocks } from './clocks.ts'
import { collaboratives } from './collaboratives.ts'
import { confidential } from './confidential.ts'
import { convening } from './convening.ts'
import { cycles } from './cycles/index.ts'
import { digest } from './digest.ts'
import { documents } from './documents.ts'
import { forms } from './forms/index.ts'
import { holidays, holidaysCitation } from './holidays.ts'
import { hosting } from './hosting.ts'
import { identifiers } from './identifiers/index.ts'
import { historical, incidentPanel } from './incident-panel.ts'
import { collaborativeStages, indicators } from './indicators.ts'
import { invitations } from './invitations.ts'
import { ladders, quietHours } from './ladders.ts'
import { levels } from './levels.ts'
import { matters } from './matters/index.ts'
import { stages } from './matters/stages.ts'
import { meetings } from './meetings/index.ts'
import { minutes } from './minutes.ts'
import { news } from './news.ts'
import { permissions } from './permissions/index.ts'
import { prompting } from './prompting.ts'
import { quiet } from './quiet.ts'
import { rehearsals, rehearsalsKept } from './rehearsals/index.ts'
import { leaversKept, retention } from './retention.ts'
import { riskMatrix } from './risk-matrix.ts'
import { organisationTypes, roles } from './roles.ts'
import { safeguarding } from './safeguarding.ts'
import { services } from './services.ts'
import { tellings } from './tellings/index.ts'
import { transitions } from './transitions.ts'
import { triggers, triggerTool } from './triggers.ts'
import { untimed } from './untimed.ts'
import { voting } from './voting.ts'

/** Specialised mental-health provider collaboratives, in the words of 2020–21. */
export const providerCollaborative: PolicySource = {
  id: 'provider-collaborative',
  version: 1,
  label: 'Provider collaborative',
  zone: 'Europe/London',
  documents,
  organisationTypes,
  roles,
  services,
  levels,
  transitions,
  triggers,
  triggerTool,
  instruments: [riskMatrix],
  riskMatrix: 'matrix',
  ladders,
  quietHours,
  clocks,
  cycles,
  meetings,
  incidentPanel,
  historical,
  minutes,
  tellings,
  matters,
  stages,
  untimed,
  indicators,
  collaborativeStages,
  collaboratives,
  forms,
  identifiers,
  news,
  prompting,
  invitations,
  permissions,
  confidential,
  hosting,
  safeguarding,
  voting,
  holidays,
  holidaysCitation,
  rehearsals,
  rehearsalsKept,
  retention,
  leaversKept,
  actions,
  agenda,
  approval,
  digest,
  quiet,
  convening,
  beginnings,
  calls,
}
