import type { IncomingMessage, ServerResponse } from 'node:http'

/**
 * All that a request carries. Null when that is more than `most` bytes: nothing is read on then, and
 * the connection ends with the answer. Throws when the sender goes away before the end.
 */
export function bodyOf(
  request: IncomingMessage,
  response: ServerResponse,
  most: number,
): Promise<Buffer | null> {
  const tooLong = () => {
    request.pause()
    response.setHeader('connection', 'close')
    return null
  }
  if (Number(request.headers['content-length'] ?? 0) > most) return Promise.resolve(tooLong())
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    const take = (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes <= most) return void chunks.push(chunk)
      request.off('data', take)
      resolve(tooLong())
    }
    request.on('data', take)
    request.once('end', () => resolve(Buffer.concat(chunks)))
    request.once('error', reject)
  })
}

/** Whether an error only says that the sender went away, or took too long, before all had arrived. */
export function isBrokenOff(request: IncomingMessage, error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return !request.complete && (code === 'ECONNRESET' || code === 'ECONNABORTED')
}
