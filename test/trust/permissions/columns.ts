import { CASE_COLUMNS } from './columns/cases.ts'
import type { Column } from './columns/column.ts'
import { DECIDING_COLUMNS } from './columns/deciding.ts'
import { MEETING_COLUMNS } from './columns/meetings.ts'
import { ON_FILE_COLUMNS } from './columns/on-file.ts'
import { ORGANISATION_COLUMNS } from './columns/organisations.ts'
import { PROVIDER_COLUMNS } from './columns/providers.ts'
import { REHEARSAL_COLUMNS } from './columns/rehearsals.ts'

/** Everything that is tried, in the words of the grid. */
export const columns: readonly Column[] = [
  ...CASE_COLUMNS,
  ...MEETING_COLUMNS,
  ...DECIDING_COLUMNS,
  ...PROVIDER_COLUMNS,
  ...ON_FILE_COLUMNS,
  ...ORGANISATION_COLUMNS,
  ...REHEARSAL_COLUMNS,
]
