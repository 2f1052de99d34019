import type { Policy } from './policy.ts'

/** What a pack's parts say of each other that is not so; each a sentence that names both. */
export function soundness(_policy: Policy): string[] {
  return []
}
