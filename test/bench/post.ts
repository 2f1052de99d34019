import { Agent, request } from 'node:http'

const agent = new Agent({ keepAlive: true, maxSockets: 64 })

/** Resolves with the body of the answer, throws when it is not 200. */
export function post(
  port: number,
  path: string,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<string> {
  return new Promise((answered, failed) => {
    const length = { 'content-length': Buffer.byteLength(body) }
    const options = {
      agent,
      host: '127.0.0.1',
      port,
      path,
      method: 'POST',
      headers: { ...headers, ...length },
    }
    const sending = request(options, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
      })
      response.on('end', () => {
        if (response.statusCode === 200) answered(text)
        else failed(new Error(`The bot answered ${response.statusCode}: ${text}`))
      })
    })
    sending.on('error', failed)
    sending.end(body)
  })
}

/** Lets go of connections before a bot does, which ends those that rest for some seconds. */
export function hangUp(): void {
  agent.destroy()
}
