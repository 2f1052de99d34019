import { z } from 'zod'
import { Citation, rule } from './citation.ts'
import { Post } from './post.ts'

/** People who must know of something about a provider: each is told in private, and there is proof of it. */
export const TellingRule = z.object({
  ...rule,
  /**
   * `enhanced`: when the provider comes to an enhanced level from another. `asked`: by a person, in
   * their words. `filed`: with a step of a matter. `safeguarding`: when a case is a safeguarding matter.
   * `leftEnhanced`: when the provider leaves an enhanced level by one of `ways`. `takenBack`: when a level is
   * taken back, beside everybody who was told of that.
   */
  when: z.enum(['enhanced', 'asked', 'filed', 'safeguarding', 'leftEnhanced', 'takenBack']),
  /** The ways down of which they are told. */
  ways: z.exactOptional(z.array(z.string()).min(1)),
  /** Nobody who is told reads of which provider it is. */
  unnamed: z.exactOptional(z.literal(true)),
  /** Who may have them told, where that is asked; and who records that one was told outside Muster: without any, who leads on quality. */
  mayTell: z.array(Post).default([]),
  /** Who may where nobody holds any of those. */
  otherwise: z.exactOptional(z.array(Post)),
  /** Whom they ask for more, with their address and telephone; otherwise whoever triages, by name. */
  contact: z.exactOptional(Post),
  whom: z
    .array(
      z.object({
        id: z.string(),
        label: z.string(),
        post: Post,
        /** Where the directory names no organisation for that post: whose is told instead. */
        otherwise: z.exactOptional(Post),
        /** Its deputy as such, besides whoever acts for the post. */
        via: z.exactOptional(z.literal('deputy')),
        condition: z.exactOptional(z.enum(['jointlyCommissioned'])),
        /** Left out where the directory names no such organisation: most providers have none. */
        ifAny: z.exactOptional(z.literal(true)),
        /** What this one reads besides. */
        words: z.exactOptional(z.string()),
        citation: Citation,
      }),
    )
    .min(1),
})
export type TellingRule = z.infer<typeof TellingRule>
export type ToldPost = TellingRule['whom'][number]
