import type { Policy } from './policy.ts'

/** One thing that a pack's parts say of each other and that is not so; `path` leads to the word that is wrong. */
export interface Complaint {
  readonly path: (string | number)[]
  readonly message: string
}

export function soundness(_policy: Policy): Complaint[] {
  return []
}
