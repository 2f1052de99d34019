import { z } from 'zod'
import { rule } from './citation.ts'

const Word = z.string().regex(/^\p{Ll}{1,30}$/u, 'write one word in small letters')
const Phrase = z
  .string()
  .regex(
    /^\p{Ll}[\p{Ll}\d]{0,29}( [\p{Ll}\d]{1,30}){0,5}$/u,
    'write one to six words in small letters',
  )

/** As many words as may stand between a cue and what it is a cue for. */
const Reach = z.int().min(0).max(12).default(0)

const Never = z.array(Word).max(1000).default([])

/**
 * What is looked for. These few shapes are all that a pack may say: each is read in one pass, so that
 * no pack can make the guard slow.
 */
const Shape = z.discriminatedUnion('kind', [
  /** A day of the calendar, in any of the usual ways to write one; `aged`: only so many years ago. */
  z.object({
    kind: z.literal('date'),
    aged: z.object({ from: z.int().min(0), to: z.int().max(150) }).optional(),
  }),
  z.object({ kind: z.literal('postcode') }),
  z.object({ kind: z.literal('phone') }),
  z.object({ kind: z.literal('email') }),
  /** Figures, with letters before or after, and at least so many digits. */
  z.object({ kind: z.literal('code'), digits: z.int().min(3).max(12) }),
  /** Two words or more with capitals, or one after a title; none of them is one of `never`. */
  z.object({ kind: z.literal('name'), never: Never }),
  /** Whatever stands there, unless it begins with one of `never`. */
  z.object({ kind: z.literal('words'), never: Never }),
  /**
   * A title or a given name, and one to three names after it; `small`: also in small letters. Not with one
   * of the words `unless` before it, or of `works` after it, and only words of `through` between: that is
   * somebody at work, or a place.
   */
  z.object({
    kind: z.literal('person'),
    first: z.array(Word).min(1).max(2500),
    small: z.boolean().default(false),
    never: Never,
    works: z.array(Word).max(300).default([]),
  }),
  /** `#` is a digit, `@` a letter, `?` either; a blank may be left out; all else stands for itself. */
  z.object({
    kind: z.literal('picture'),
    pictures: z
      .array(
        z
          .string()
          .regex(
            /^(?=.*[#@?].*[#@?].*[#@?])[#@?\w /.-]{4,40}$/,
            'write # for a digit, @ for a letter, ? for either, three of them at least, besides letters, digits, blanks and / . -',
          ),
      )
      .min(1)
      .max(20),
  }),
])

/** One thing in a text that may identify a patient: a shape, and the words that must stand by it. */
export const IdentifierRule = z.object({
  /** The label says what it looks like, with its article: `a date of birth`. */
  ...rule,
  /** `certain` is refused; `doubtful` passes once a person has said what it is instead. */
  certainty: z.enum(['certain', 'doubtful']),
  /** A sentence: how to write it. */
  instead: z.string().min(1).max(200),
  shape: Shape,
  /** Words one of which must stand near. None: found wherever it stands. */
  cues: z.array(Phrase).max(600).default([]),
  /** At most so many words between a cue and what comes after it. */
  after: Reach,
  /** At most so many words between what is found and a cue that comes later. */
  before: Reach,
  /** Words that may stand in between without being counted. */
  through: z.array(Word).max(60).default([]),
  /** One of these words in between, or shortly before what has no cue, and it is something else. */
  unless: z.array(Word).max(300).default([]),
  /** What may stand: postcodes of services, or what their addresses end with. */
  allow: z.array(z.string().min(1).max(60)).max(500).default([]),
})
export type IdentifierRule = z.infer<typeof IdentifierRule>

/** A rule as its authors write it. */
export type IdentifierSource = z.input<typeof IdentifierRule>
