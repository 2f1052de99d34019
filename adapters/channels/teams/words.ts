import type { Activity } from './activity.ts'

export interface Command {
  readonly name: 'concern' | 'incident' | 'muster'
  readonly text: string
}

/** What was said, without the bot's own mention. */
export function spoken(activity: Activity): string {
  const own = (activity.entities ?? []).filter(
    ({ type, mentioned }) => type === 'mention' && mentioned?.id === activity.recipient?.id,
  )
  const bare = own.reduce((text, { text: mention }) => {
    return mention ? text.replace(mention, ' ') : text
  }, activity.text ?? '')
  return bare.replaceAll('\u00a0', ' ').trim()
}

/** `/concern …`, `incident …`, `muster …`, with or without the slash. */
export function commandIn(words: string): Command | undefined {
  const found = /^\/?(concern|incident|muster)\b[:,]?\s*([\s\S]*)$/i.exec(words)
  const name = found?.[1]?.toLowerCase()
  if (name !== 'concern' && name !== 'incident' && name !== 'muster') return undefined
  return { name, text: found?.[2]?.trim() ?? '' }
}
