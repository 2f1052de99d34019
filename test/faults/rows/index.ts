import type { Row } from '../../proof/row.ts'
import { againLowdb, againPostgres } from './again.ts'
import { anyOrder } from './any-order.ts'
import { faultyClock } from './clock.ts'
import { crowdDue } from './crowd.ts'
import { unrulyDisk } from './disk.ts'
import { badFiles } from './files.ts'
import { frozenReplica } from './frozen.ts'
import { killLowdb, killPostgres } from './kill.ts'
import { notAccepted } from './not-accepted.ts'
import { offForDays } from './off.ts'
import { postgresAway } from './postgres-away.ts'
import { powerLoss } from './power.ts'
import { racesLowdb, racesPostgres } from './races.ts'
import { slackFaults } from './slack-faults.ts'
import { tamperedHistory } from './tampering.ts'
import { teamsFaults } from './teams-faults.ts'
import { twoProcesses } from './two-processes.ts'

/** Every row of the table, in its order. */
export const rows: readonly Row[] = [
  killLowdb,
  killPostgres,
  powerLoss,
  unrulyDisk,
  badFiles,
  twoProcesses,
  slackFaults,
  teamsFaults,
  notAccepted,
  againLowdb,
  againPostgres,
  racesLowdb,
  racesPostgres,
  postgresAway,
  frozenReplica,
  faultyClock,
  anyOrder,
  offForDays,
  crowdDue,
  tamperedHistory,
]
