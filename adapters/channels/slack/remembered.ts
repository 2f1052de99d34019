const LIFETIME = 15 * 60_000
const MOST = 5000

/** Answers that hold for a while; those asked for at once are asked once. Failures are forgotten. */
export function remembered<Answer>(ask: (key: string) => Promise<Answer>) {
  const kept = new Map<string, { until: number; asked: Promise<Answer>; answer?: Answer }>()

  return {
    async get(key: string): Promise<Answer> {
      const before = kept.get(key)
      if (before && before.until > Date.now()) return before.asked
      kept.delete(key)
      const entry: { until: number; asked: Promise<Answer>; answer?: Answer } = {
        until: Date.now() + LIFETIME,
        asked: ask(key),
      }
      kept.set(key, entry)
      const [oldest] = kept.keys()
      if (kept.size > MOST && oldest !== undefined) kept.delete(oldest)
      try {
        entry.answer = await entry.asked
        return entry.answer
      } catch (error) {
        if (kept.get(key) === entry) kept.delete(key)
        throw error
      }
    },
    /** What is known without asking. */
    known(key: string): Answer | undefined {
      const entry = kept.get(key)
      return entry && entry.until > Date.now() ? entry.answer : undefined
    },
  }
}
