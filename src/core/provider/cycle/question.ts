import { z } from 'zod'
import { Place } from '../../effect.ts'
import { Doer } from '../../people/actor.ts'
import { Instant } from '../../time/instant.ts'

/** What is put to whoever decides. It has no time to answer, and nothing happens by itself. */
export const Question = z.object({
  n: z.int().positive(),
  at: Instant,
  about: z.discriminatedUnion('ask', [
    /** The provider has come to a level on which a duty is stepped up where possible. */
    z.object({ ask: z.literal('stepUp'), of: z.string(), level: z.string() }),
    /** A rating suggests another stage of a procedure, or none any more. */
    z.object({
      ask: z.literal('stage'),
      of: z.string(),
      stages: z.array(z.string()),
      rating: z.int(),
    }),
    /** A round that was taken back is on record as missed again, with the reason of before. */
    z.object({
      ask: z.literal('missedAgain'),
      of: z.string(),
      wasDueAt: Instant,
      heldAt: Instant,
      reason: z.string(),
      saidBy: Doer,
    }),
    /** Nothing was recorded about a provider in enhanced. */
    z.object({ ask: z.literal('quiet'), of: z.literal('provider'), since: Instant }),
  ]),
  /** Who is asked, and where they read it in private. */
  asked: z.array(z.string()),
  places: z.array(Place),
  /** Null while it is open; by nobody where a newer one took its place. */
  closed: z.object({ at: Instant, by: Doer.nullable(), words: z.string() }).nullable(),
})
export type Question = z.infer<typeof Question>
export type About = Question['about']

export interface QuestionAsked extends Omit<Question, 'n' | 'at' | 'closed'> {
  readonly type: 'questionAsked'
}

export function slotOfQuestion({ n }: Pick<Question, 'n'>): `prompt:${string}` {
  return `prompt:question-${n}`
}

export function isAsked({ closed }: Question): boolean {
  return closed === null
}

/** Those whom an open question waits for. */
export function waitedFor(questions: readonly Question[]): readonly string[] {
  return questions.filter(isAsked).flatMap(({ asked }) => asked)
}

/** With one more, which takes the place of an open one about the same. */
export function withQuestion(
  questions: readonly Question[],
  { type, ...question }: QuestionAsked & { readonly at: Instant },
): Question[] {
  const { at, about } = question
  const before = withAnswer(questions, (one) => isSame(one.about, about), {
    at,
    by: null,
    words: 'A newer question took its place.',
  })
  return [...before, { n: questions.length + 1, ...question, closed: null }]
}

/** Once somebody has decided on what open ones ask. */
export function withAnswer(
  questions: readonly Question[],
  isAbout: (one: Question) => boolean,
  closed: NonNullable<Question['closed']>,
): Question[] {
  return questions.map((one) => (isAsked(one) && isAbout(one) ? { ...one, closed } : one))
}

/** Which question it is: of missed rounds each has its own. */
export type Asked = Pick<About, 'ask' | 'of'> & { readonly wasDueAt?: Instant }

export function isSame(one: Asked, other: Asked): boolean {
  return one.ask === other.ask && one.of === other.of && one.wasDueAt === other.wasDueAt
}
