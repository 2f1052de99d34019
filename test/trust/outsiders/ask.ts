import { request } from 'node:http'
import { connect } from 'node:net'

export interface Asked {
  readonly path: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body?: string
}

export interface Answered {
  readonly status: number
  readonly text: string
}

/** By hand, since `fetch` sets the host and the origin itself. */
export function ask(
  port: number,
  { path, method = 'POST', headers = {}, body }: Asked,
): Promise<Answered> {
  const given = Object.entries(headers).filter(([, value]) => value !== undefined)
  // Undefined was just taken out; node wants lists that it may change.
  const sent = Object.fromEntries(given) as Record<string, string | string[]>
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path, method, headers: sent, agent: false }
    const asking = request(options, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
    asking.on('error', reject)
    asking.end(body)
  })
}

/** Bytes on a bare connection: what came back until the other side closed it, and how much it took. */
export function pour(
  port: number,
  head: string,
  { bytes = 0, everyMs = 0 }: { readonly bytes?: number; readonly everyMs?: number } = {},
): Promise<{ readonly text: string; readonly taken: number; readonly seconds: number }> {
  const began = performance.now()
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let text = ''
    let left = bytes
    let timer: NodeJS.Timeout | undefined
    const chunk = Buffer.alloc(everyMs > 0 ? 1 : 16 * 1024, 'x')
    const send = (): void => {
      while (left > 0 && !socket.destroyed) {
        left -= chunk.length
        const goesOn = socket.write(chunk)
        if (everyMs > 0) {
          timer = setTimeout(send, everyMs)
          return
        }
        if (!goesOn) return void socket.once('drain', send)
      }
    }
    socket.setEncoding('utf8').on('data', (part: string) => {
      text += part
    })
    // It may close while more is on its way.
    socket.on('error', () => {})
    socket.on('close', () => {
      clearTimeout(timer)
      resolve({ text, taken: socket.bytesWritten, seconds: (performance.now() - began) / 1000 })
    })
    socket.on('connect', () => {
      socket.write(head)
      send()
    })
  })
}
