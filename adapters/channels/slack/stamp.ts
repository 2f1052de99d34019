/** Undefined when nothing stands there: a message that was not worth sending has no time stamp. */
export function stampOf(ref: string | undefined): string | undefined {
  const stamp = ref?.slice(ref.indexOf(':') + 1)
  return stamp !== undefined && /^\d+\.\d+$/.test(stamp) ? stamp : undefined
}
