import { z } from 'zod'
import { rule } from './citation.ts'
import { Post } from './post.ts'

/** A procedure with stages that people invoke: a rating suggests, and nothing moves by itself. */
export const ProcedureRule = z.object({
  ...rule,
  /** From the mildest to the gravest. */
  stages: z
    .array(
      z.object({
        id: z.string(),
        label: z.string(),
        /** What it asks for, and when it is reached. */
        text: z.exactOptional(z.string().min(1)),
      }),
    )
    .min(1),
  /** What is said where a stage has no such text. */
  unsaid: z.exactOptional(z.string().min(1)),
  /** Who decides on the stage; the first is asked. */
  decides: z.array(Post).min(1),
  /** The form in which that is done. */
  form: z.string(),
  instrument: z.string(),
  /** The bands of that instrument in which stages are to be considered. */
  suggestedBy: z.array(z.object({ band: z.string(), stages: z.array(z.string()).min(1) })),
})
export type ProcedureRule = z.infer<typeof ProcedureRule>
