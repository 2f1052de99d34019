import { z } from 'zod'
import { NotLetIn } from '../../effect.ts'

export function roomIntents<Kind extends string>(kind: z.ZodLiteral<Kind>) {
  return [
    /** An outcome of the share effect. */
    z.object({
      kind,
      type: z.literal('noteShared'),
      channel: z.string(),
      person: z.string(),
      refused: z.string().nullable(),
    }),
    /** An outcome of its room being made, or of people being let in: whom the service would not have there. */
    z.object({
      kind,
      type: z.literal('noteNotLetIn'),
      channel: z.string(),
      left: z.array(NotLetIn),
      /** Whom it let in now. */
      letIn: z.exactOptional(z.array(z.string())),
    }),
  ] as const
}

export type RoomIntent = z.infer<ReturnType<typeof roomIntents<'meeting'>>[number]>

export function isRoomIntent<Asked extends { readonly type: string }>(
  intent: Asked,
): intent is Extract<Asked, { type: RoomIntent['type'] }> {
  return intent.type === 'noteShared' || intent.type === 'noteNotLetIn'
}
