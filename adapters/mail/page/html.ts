import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { harden } from '../../../src/app/page-headers.ts'

/** Text that is markup already: only `html` makes it. */
export interface Markup {
  readonly markup: string
}

/** Markup with words in it, each escaped; markup in it stays, and a list is put together. */
export function html(
  strings: TemplateStringsArray,
  ...values: readonly (string | Markup | readonly Markup[])[]
): Markup {
  const pieces = values.map((value) => {
    if (typeof value === 'string') return escaped(value)
    return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('')
  })
  return { markup: String.raw({ raw: strings }, ...pieces) }
}

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(words: string): string {
  return words.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? '')
}

const STYLE = `
:root { color-scheme: light dark }
body { font: 1.0625rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 38rem; padding: 1rem; color: CanvasText; background: Canvas; overflow-wrap: anywhere }
h1 { font-size: 1.375rem; line-height: 1.3 }
h2 { font-size: 1.125rem; line-height: 1.3 }
blockquote { margin: 1rem 0; padding-left: .75rem; border-left: .25rem solid GrayText; white-space: pre-wrap }
dt { font-weight: 600 }
dd { margin: 0 0 .5rem }
.told { border: .125rem solid currentcolor; border-radius: .5rem; padding: .25rem 1rem; margin: 1rem 0 }
.small { font-size: .875rem }
.wrong { font-weight: 600 }
label, legend { display: block; font-weight: 600; margin: .75rem 0 .25rem }
input, select, textarea { font: inherit; width: 100%; box-sizing: border-box; padding: .5rem }
input[type="checkbox"] { width: auto }
button, summary { font: inherit; font-weight: 600; display: block; width: 100%; box-sizing: border-box; min-height: 3rem; margin: .75rem 0; padding: .75rem 1rem; border: .125rem solid currentcolor; border-radius: .5rem; text-align: left; cursor: pointer }
button { color: ButtonText; background: ButtonFace }
`

const STYLE_DIGEST = createHash('sha256').update(STYLE).digest('base64')

const ALLOWS = [`style-src 'sha256-${STYLE_DIGEST}'`, "form-action 'self'"]

/** Whatever the answer: it stands in no cache and in no index. */
export function guard(response: ServerResponse): void {
  harden(response, ALLOWS)
  response.setHeader('cache-control', 'no-store')
  response.setHeader('x-robots-tag', 'noindex')
}

export function send(
  response: ServerResponse,
  status: number,
  title: string,
  ...body: readonly Markup[]
): void {
  const { markup } =
    html`<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} – Muster</title><style>${{ markup: STYLE }}</style></head><body><main>${body}</main></body></html>`
  response
    .writeHead(status, { 'content-type': 'text/html; charset=utf-8' })
    .end(`<!doctype html>${markup}\n`)
}
