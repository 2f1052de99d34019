import type { EachQuestion } from '../policy/form.ts'

/**
 * The id of a question that is asked once for each chosen value: `triggers__T3__evidence`.
 * Word characters only, so that every channel takes it.
 */
export function eachFieldId(field: string, value: string, question: EachQuestion): string {
  return `${field}__${value.replace(/\W/g, '_')}__${question}`
}

/** The question which of two equal local times is meant; its answers are `first` and `second`. */
export function foldFieldId(field: string): string {
  return `${field}__fold`
}

/** The question what something is that only looks like an identifier. */
export function sureFieldId(field: string): string {
  return `${field}__sure`
}

/** Of what is said there; it is kept with the change. */
export const REASON_LENGTH = 200
