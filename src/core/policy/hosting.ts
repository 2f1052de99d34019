import { z } from 'zod'
import { Citation } from './citation.ts'
import { Post, Rung } from './post.ts'

/** What placing commissioners share about a unit, and who looks at it. */
export const HostingRule = z.object({
  /** By which people cite it. */
  id: z.exactOptional(z.string().min(1)),
  /** Who is asked to look at it and decides: the single point for concerns about the unit. */
  host: Post,
  /** Who is asked after them. */
  climb: z.array(Rung).min(1),
  /** The triggers that the form offers. */
  signs: z.array(z.string()).min(1),
  /** The type of organisation that places people, besides those that the directory names. */
  placedBy: z.exactOptional(z.string()),
  /** The roles at such an organisation that share in its name; without it anybody does. */
  sharedBy: z.exactOptional(z.array(z.string()).min(1)),
  /** Lists of people whom the host may have told, in the order in which the case offers them. */
  tells: z.array(z.string()),
  citation: Citation,
})
export type HostingRule = z.infer<typeof HostingRule>
