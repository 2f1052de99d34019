/** What is only in one of two lists of the same things. */
export function difference<Item>(before: readonly Item[], after: readonly Item[]) {
  if (before === after || (before.length === 0 && after.length === 0)) return { gone: [], come: [] }
  const [old, fresh] = [new Set(before), new Set(after)]
  return {
    gone: before.filter((item) => !fresh.has(item)),
    come: after.filter((item) => !old.has(item)),
  }
}
