import type { Row } from '../../proof/row.ts'

/** What an outsider must not get, and nobody may do, each tried in every combination. */
export const rows: readonly Row[] = []
