import { EventEmitter } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import type { Route } from '../../src/app/host.ts'

interface Knock {
  readonly method?: string
  readonly path?: string
  readonly headers?: Readonly<Record<string, string | undefined>>
  readonly body?: string
}

interface Answered {
  readonly status: number
  readonly text: string
}

/** A request at a route without a socket between: what a server makes of a connection is not the point. */
export async function knock(
  route: Route,
  { method = 'POST', path = route.path, headers = {}, body = '' }: Knock,
): Promise<Answered> {
  const request = Object.assign(Readable.from(body === '' ? [] : [Buffer.from(body)]), {
    method,
    url: path,
    headers,
    complete: true,
  })
  const response = new Answer()
  // As far as routes use them.
  const handled = route.handle(
    request as unknown as IncomingMessage,
    response as unknown as ServerResponse,
  )
  await Promise.all([handled, response.ended])
  return { status: response.statusCode, text: response.text }
}

class Answer extends EventEmitter {
  statusCode = 200
  headersSent = false
  writableEnded = false
  text = ''
  #end = () => {}
  readonly ended = new Promise<void>((resolve) => {
    this.#end = resolve
  })

  setHeader(): this {
    return this
  }

  writeHead(status: number): this {
    this.statusCode = status
    this.headersSent = true
    return this
  }

  write(text: string | Buffer): boolean {
    this.text += text.toString()
    return true
  }

  end(text?: string | Buffer): this {
    if (text !== undefined) this.write(text)
    this.writableEnded = true
    this.#end()
    return this
  }
}
