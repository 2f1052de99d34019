import type { Row } from '../../proof/row.ts'
import { confidential } from './confidential.ts'
import { forged } from './forged.ts'
import { fuzz } from './fuzz.ts'
import { guardedTexts } from './guarded-texts.ts'
import { identifiers } from './identifiers.ts'
import { inquiry } from './inquiry.ts'
import { strangersOverSlack } from './over-slack.ts'
import { permissionTable } from './permissions.ts'
import { rehearsals } from './rehearsals.ts'
import { removal } from './removal.ts'
import { removalPower } from './removal-power.ts'
import { strangersSeeNothing } from './strangers.ts'

/** What an outsider must not get, and nobody may do, each tried in every combination. */
export const rows: readonly Row[] = [
  permissionTable,
  strangersSeeNothing,
  strangersOverSlack,
  identifiers,
  guardedTexts,
  confidential,
  inquiry,
  removal,
  removalPower,
  forged,
  fuzz,
  rehearsals,
]
