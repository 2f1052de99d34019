import { z } from 'zod'

const MessagePayload = z.object({
  subject: z.string().nullish(),
  body: z.object({ contentType: z.string().optional(), content: z.string().nullish() }).optional(),
})

/** Far above what any message holds. */
const MOST = 100_000

/** What stands in the message on which a command was chosen, as its writer meant it. */
export function messageText(payload: unknown): string {
  const { subject, body } = MessagePayload.safeParse(payload).data ?? {}
  const content = (body?.content ?? '').slice(0, MOST)
  const words = body?.contentType === 'text' ? content : fromHtml(content)
  return [subject ?? '', words]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n')
}

function fromHtml(html: string): string {
  return unescaped(html.replace(/\s+/g, ' ').replace(/<[^<>]*>/g, written))
    .replace(/[ \u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
}

const LINES = /^(?:br|p|div|tr|ul|ol|table|blockquote|pre|h[1-6])$/

/** What a tag shows besides the words inside it. */
function written(tag: string): string {
  const name = /^<\/?([a-z]\w*)/i.exec(tag)?.[1]?.toLowerCase() ?? ''
  if (name === 'li') return tag.startsWith('</') ? '' : '\n• '
  if (name === 'td' || name === 'th') return ' '
  if (name === 'img' || name === 'emoji') return /\salt="([^"]*)"/.exec(tag)?.[1] ?? ''
  return LINES.test(name) ? '\n' : ''
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

/** In one go, so that what was written as `&amp;lt;` stays `&lt;`. */
export function unescaped(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi,
    (whole, ten, hex, name) => {
      if (name !== undefined) return NAMED[name] ?? whole
      const code = ten === undefined ? Number.parseInt(hex, 16) : Number(ten)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
    },
  )
}
