import { readdir, readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** Serves a file of the page by its path; false when there is none. */
export type Serve = (path: string, response: ServerResponse) => boolean

/** Reads the page's few files once. `/` is the page itself, with the token that its requests carry. */
export async function openAssets(token: string): Promise<Serve> {
  const folder = fileURLToPath(new URL('.', import.meta.resolve('#web-static/app.js')))
  const files = new Map<string, { type: string; bytes: Buffer }>()
  for (const name of await readdir(folder)) {
    const type = TYPES[extname(name)]
    if (type === undefined) continue
    const bytes = await readFile(join(folder, name))
    if (name === 'index.html') files.set('/', { type, bytes: withToken(bytes, token) })
    else files.set(`/static/${name}`, { type, bytes })
  }
  return (path, response) => {
    const file = files.get(path)
    if (!file) return false
    response.writeHead(200, {
      'content-type': file.type,
      'content-length': file.bytes.length,
      'cache-control': 'no-store',
    })
    response.end(file.bytes)
    return true
  }
}

function withToken(page: Buffer, token: string): Buffer {
  return Buffer.from(page.toString('utf8').replace('TOKEN', token))
}
