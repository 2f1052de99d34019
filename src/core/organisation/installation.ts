import { z } from 'zod'

/** The rules that are in force: another content is another hash. */
export const Pack = z.object({ id: z.string(), version: z.int(), hash: z.string() })
export type Pack = z.infer<typeof Pack>

/**
 * What differs from the start before, for the history. A value that may not be read in a log is left
 * out: only that it was set, changed or unset is said.
 */
export const InstallationChanges = z.object({
  /** Null where the rules are what they were. */
  pack: z.object({ from: Pack.nullable(), to: Pack }).nullable(),
  settings: z.array(
    z.object({
      name: z.string(),
      how: z.enum(['set', 'changed', 'unset']),
      from: z.string().nullable(),
      to: z.string().nullable(),
    }),
  ),
})
export type InstallationChanges = z.infer<typeof InstallationChanges>
