import { z } from 'zod'
import { Citation } from './citation.ts'
import { Post, Rung } from './post.ts'

/** Who may see a confidential case. Nobody sees it because of the organisation that they work for. */
export const ConfidentialRule = z.object({
  /**
   * Whoever holds these when it becomes confidential; `safeguarding`: only where that is the matter;
   * `intelligence`: only of what is for the host of the unit: what a placing commissioner shares, and all
   * about a unit without a Lead Provider.
   */
  access: z
    .array(
      Rung.extend({
        why: z.string().min(1),
        when: z.enum(['always', 'safeguarding', 'intelligence']).default('always'),
      }),
    )
    .min(1),
  /** Who may make a case confidential, and give access and take it away; of a unit without a Lead Provider its host. */
  decides: z.array(Post).min(1),
  /** Where the next to be reminded or asked may not see it: they are passed over, or they are let in. */
  offList: z.enum(['skip', 'add']),
  citation: Citation,
})
export type ConfidentialRule = z.infer<typeof ConfidentialRule>
