import type { Row } from '../row.ts'
import { againLowdb } from './again.ts'
import { faultyClock } from './clock.ts'
import { crowdDue } from './crowd.ts'
import { unrulyDisk } from './disk.ts'
import { badFiles } from './files.ts'
import { killLowdb } from './kill.ts'
import { notAccepted } from './not-accepted.ts'
import { offForDays } from './off.ts'
import { powerLoss } from './power.ts'
import { racesLowdb } from './races.ts'
import { slackFaults } from './slack-faults.ts'
import { twoProcesses } from './two-processes.ts'

/** Every row of the table, in its order. */
export const rows: readonly Row[] = [
  killLowdb,
  powerLoss,
  unrulyDisk,
  badFiles,
  twoProcesses,
  slackFaults,
  notAccepted,
  againLowdb,
  racesLowdb,
  faultyClock,
  offForDays,
  crowdDue,
]
