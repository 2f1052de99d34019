/** What is counted as it happens. Labels are words from closed lists: never a path, a name or a text. */
export const COUNTED = {
  muster_http_requests_total: {
    help: 'HTTP requests answered, by route (none: no route of Muster’s) and status.',
    labels: ['route', 'status'],
  },
  muster_store_errors_total: {
    help: 'Calls of the store that failed, by operation.',
    labels: ['operation'],
  },
  muster_sweeps_total: {
    help: 'Sweeps for what is due, by how they ended (done, failed).',
    labels: ['outcome'],
  },
  muster_audits_total: {
    help: 'Runs of the auditor, by what they found (sound, repaired, behind, failed).',
    labels: ['outcome'],
  },
} as const

/** What is counted with the time that it took. */
export const TIMED = {
  muster_ack_seconds: {
    help: 'From the arrival of a delivery to its acknowledgement, by channel.',
    labels: ['channel'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10],
  },
  muster_send_seconds: {
    help: 'One try to do an effect of the outbox, by channel (none: it is not switched on) and outcome.',
    labels: ['channel', 'outcome'],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
  },
} as const

/** What is looked up when somebody asks. */
export const LOOKED_UP = {
  muster_outbox_waiting: 'Effects that wait in the outbox.',
  muster_outbox_dead: 'Effects that were given up: see muster outbox list.',
  muster_outbox_oldest_seconds: 'Age of the oldest effect that waits; 0 when none does.',
  muster_sweep_lag_seconds: 'How late the earliest record is that should have been woken by now.',
  muster_clocks_open: 'Clocks of open cases that somebody still owes.',
  muster_clocks_overdue: 'Of those, the ones whose time has passed.',
} as const

export type Counted = keyof typeof COUNTED
export type Timed = keyof typeof TIMED
export type LookedUp = keyof typeof LOOKED_UP

type LabelsOf<Metric extends { readonly labels: readonly string[] }> = Readonly<
  Record<Metric['labels'][number], string>
>
export type CountedLabels<Name extends Counted> = LabelsOf<(typeof COUNTED)[Name]>
export type TimedLabels<Name extends Timed> = LabelsOf<(typeof TIMED)[Name]>
