import type { RecordId } from '../../core/record-id.ts'
import type { App } from '../app.ts'

/** Cases and meetings that are open, or whose actions are; providers and organisations stay listed. */
const WATCHED = ['open', 'acting', 'listed']

/** The records that may owe a message, some at a time: the list is read once a round, not once a run. */
export function openRecords({ store, timeline }: App) {
  let round: readonly RecordId[] = []
  let from = 0

  async function begin(): Promise<void> {
    const lists = await Promise.all(
      WATCHED.map((status) => store.list({ facets: { status }, timeline })),
    )
    round = lists.flat().map(({ id }) => id)
    from = 0
  }

  return {
    async next(most: number): Promise<readonly RecordId[]> {
      if (from >= round.length) await begin()
      const some = round.slice(from, from + most)
      from += most
      return some
    },
  }
}
