import type { Activity } from './activity.ts'
import { unescaped } from './message-text.ts'

interface Command {
  readonly name: 'concern' | 'incident' | 'muster'
  readonly text: string
}

/** Each is looked for in the whole text; whoever calls more people than this is still understood. */
const MOST_MENTIONS = 50

/** What was said, as its writer reads it: other people by name, without the bot's own mention. */
export function spoken({ entities = [], recipient, text = '' }: Activity): string {
  const named = entities
    .slice(0, MOST_MENTIONS)
    .reduce((words, { type, text: mention, mentioned }) => {
      if (type !== 'mention' || !mention || !mentioned) return words
      const name = mentioned.id === recipient?.id ? ' ' : nameIn(mention, mentioned.name)
      return words.replace(mention, () => name)
    }, text)
  return unescaped(named).replaceAll('\u00a0', ' ').trim()
}

/** Escaped, as the words around it are. */
function nameIn(mention: string, name: string | null | undefined): string {
  return name ? name.replaceAll('&', '&amp;') : mention.replace(/<\/?at\b[^>]*>/gi, '')
}

/** `/concern …`, `incident …`, `muster …`, with or without the slash. */
export function commandIn(words: string): Command | undefined {
  const found = /^\/?(concern|incident|muster)\b[:,]?\s*([\s\S]*)$/i.exec(words)
  const name = found?.[1]?.toLowerCase()
  if (name !== 'concern' && name !== 'incident' && name !== 'muster') return undefined
  return { name, text: found?.[2]?.trim() ?? '' }
}
