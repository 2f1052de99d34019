import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder'

/** The floor: an echo as botbuilder's first page shows it, without a web framework to slow it down. */
const { env } = process
const bearer = await pass()

// MSAL refuses an authority on loopback; a pass that is asked for once is less work than its cache.
const adapter = new CloudAdapter(
  new ConfigurationBotFrameworkAuthentication(env, {
    isValidAppId: async (id) => id === env.MicrosoftAppId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
      signRequest: async (request) => {
        request.headers.set('authorization', `Bearer ${bearer}`)
        return request
      },
    }),
  }),
)
// Left alone it answers 200 to what was not sent.
adapter.onTurnError = async (_context, error) => {
  throw error
}

createServer(async (request, response) => {
  const body = JSON.parse(await textOf(request))
  const { method, headers } = request
  await adapter.process(
    { method: method ?? '', headers, body },
    plain(response),
    async (context) => {
      await context.sendActivity(context.activity.text)
    },
  )
}).listen(Number(env.PORT), '127.0.0.1')

/** What botbuilder asks of a web framework's response. */
function plain(response: ServerResponse) {
  return {
    socket: response.socket,
    header: (name: string, value: string) => response.setHeader(name, value),
    status: (code: number) => {
      response.statusCode = code
    },
    send: (words: unknown) =>
      response.write(typeof words === 'string' ? words : JSON.stringify(words)),
    end: () => response.end(),
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}

async function pass(): Promise<string> {
  const answer = await fetch(`${env.ToChannelFromBotLoginUrl}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: env.MicrosoftAppId ?? '',
      client_secret: env.MicrosoftAppPassword ?? '',
      scope: `${env.ToChannelFromBotOAuthScope}/.default`,
    }),
  })
  const { access_token: token } = (await answer.json()) as { access_token: string } // the stand-in's own answer
  return token
}
