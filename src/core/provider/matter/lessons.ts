import { answerWords } from '../../case/answers.ts'
import type { Composing } from '../../kind.ts'
import { unnamed } from '../../message/unnamed.ts'
import type { Instant } from '../../time/instant.ts'
import type { Provider } from '../provider.ts'
import type { Matter } from './matter.ts'
import { readable } from './on-file.ts'
import { isVoid, matterRule, stepRule } from './rules.ts'

/** What others can learn from something that is on file. */
export interface Lesson {
  readonly at: Instant
  readonly theme: string
  readonly words: string
  /** Null once it is shared with others: then it names nobody. */
  readonly provider: Pick<Provider, 'name' | 'slug'> | null
  readonly matter: number
}

/** The newest lesson of each matter that whoever looks may read. */
export function lessonsOf(provider: Provider, composing: Composing): Lesson[] {
  return readable(provider, composing)
    .filter((one) => !isVoid(one, composing.policy))
    .flatMap((one) => lessonOf(provider, one, composing) ?? [])
}

function lessonOf(provider: Provider, matter: Matter, composing: Composing): Lesson | null {
  const rule = matterRule(composing.policy, matter.rule)
  const filed = matter.filed.findLast(({ step }) => stepRule(rule, step)?.lesson)
  const step = stepRule(rule, filed?.step ?? '')
  const answer = step?.lesson === undefined ? undefined : filed?.answers[step.lesson]
  if (!filed || !step?.lesson || typeof answer !== 'string' || answer === '') return null
  const words = answerWords([step.form], step.lesson, answer, composing)
  const { at } = filed
  const isShared = matter.filed.some((one) => stepRule(rule, one.step)?.spreads)
  const { name, slug } = provider
  const said = { at, theme: matter.name, words, matter: matter.n }
  if (!isShared) return { ...said, provider: { name, slug } }
  return {
    ...said,
    theme: unnamed(matter.name, provider),
    words: unnamed(words, provider),
    provider: null,
  }
}

/**
 * What was shared outside, for those who do not see the provider: in the words that were written to be
 * shared, under the label of its kind. The theme was written for those who do see it.
 */
export function sharedLessonsOf(provider: Provider, composing: Composing): Lesson[] {
  return (provider.matters ?? []).flatMap((matter) => {
    const rule = matterRule(composing.policy, matter.rule)
    const filed = matter.filed.findLast(({ step }) => stepRule(rule, step)?.spreads)
    const step = stepRule(rule, filed?.step ?? '')
    const answer = step?.lesson === undefined ? undefined : filed?.answers[step.lesson]
    if (!rule || !filed || !step?.lesson || typeof answer !== 'string' || answer === '') return []
    if (matter.keptBack) return []
    const words = answerWords([step.form], step.lesson, answer, composing)
    const said = { at: filed.at, theme: rule.label, matter: matter.n, provider: null }
    return [{ ...said, words: unnamed(words, provider) }]
  })
}
