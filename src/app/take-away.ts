import type { AnyRecord } from '../core/record.ts'
import type { App } from './app.ts'

/** What was removed goes too from where a channel itself keeps what it was sent. */
export function takeAway(
  { channels, log }: Pick<App, 'channels' | 'log'>,
  record: AnyRecord,
): void {
  if (!('removed' in record) || !record.removed) return
  for (const { name, forget } of channels.values())
    forget?.(record.id).catch((error: unknown) =>
      log.warn(
        { error, channel: name },
        'Messages of a removed record still stand; they are taken away at the next start',
      ),
    )
}
