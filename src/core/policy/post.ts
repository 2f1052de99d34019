import { z } from 'zod'

/**
 * A role at an organisation, named by how that organisation stands to the provider of a record:
 * `provider`, `lead-provider`, `lead-quality-team` (of the Lead Provider's region),
 * `service-quality-team` (of the region where the service is), `host-commissioner` (who hosts the unit),
 * `placing-commissioner` (each who has people placed there; in lists of people to tell, and in meetings, where each has a seat),
 * or an organisation type such as `icb`.
 */
export const Post = z.object({ role: z.string(), of: z.string() })
export type Post = z.infer<typeof Post>

/** One step of a climb: the post, and which of its people is told. */
export const Rung = Post.extend({ via: z.enum(['holder', 'deputy', 'on-call', 'head']) })
export type Rung = z.infer<typeof Rung>
