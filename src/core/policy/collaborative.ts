import { z } from 'zod'
import { Citation, rule } from './citation.ts'

const Field = z.object({
  id: z.string(),
  label: z.string(),
  /**
   * `line`: one text. `list`: one or several. `members`: the same, in which the short name of an organisation
   * of the directory stands for it. `governance`: one or several of the models below.
   */
  kind: z.enum(['line', 'list', 'members', 'governance']),
})
export type CollaborativeField = z.infer<typeof Field>

/** What sources say differently: each in its words. The rule’s own citation is the choice; its note says what is taken. */
const Disagreement = z.object({
  ...rule,
  says: z.array(z.object({ words: z.string().min(1), citation: Citation })).min(2),
})

/** What a directory of collaboratives says of each, and how one may be governed. */
export const CollaborativeRule = z.object({
  ...rule,
  /** The field by which one is called. */
  named: z.string(),
  /** In the order in which they are shown. */
  fields: z.array(Field).min(1),
  governance: z.array(z.object({ ...rule, of: z.enum(['model', 'contract']) })).min(1),
  disagreements: z.exactOptional(z.array(Disagreement)),
})
export type CollaborativeRule = z.infer<typeof CollaborativeRule>
