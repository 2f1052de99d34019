import type { Outsider } from './try-out.ts'

const NOT_HERE =
  '{"error":"The playground answers only on this computer: open http://127.0.0.1 with its port."}'
const OTHER_SITE =
  '{"error":"Another site may not use the playground. Open it in a tab of its own."}'
const NO_TOKEN =
  '{"error":"This page is from before the last start of Muster. Reload it and try again."}'

const READS = ['/', '/static/app.js', '/api/state', '/api/people', '/api/home', '/api/space?key=x']
const CHANGES = [
  '/api/say',
  '/api/press',
  '/api/raise',
  '/api/submit',
  '/api/refresh',
  '/api/clock',
]
const HOSTS = ['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example:3000', '10.0.0.1']
const ORIGINS = ['http://evil.example', 'null', 'http://127.0.0.1:1', 'https://127.0.0.1']

/** What another site can make a browser send; `token` is the served page’s, which it cannot read. */
export function playgroundOutsiders(port: number, token: string): readonly Outsider[] {
  const here = `127.0.0.1:${port}`
  const own = { host: here, 'x-person': 'amina-farrow', 'x-muster-token': token }
  const body = JSON.stringify({
    key: 'a-key-of-another',
    space: 'web/person/amina-farrow',
    text: 'x',
  })
  const asked = (path: string, headers: object) =>
    READS.includes(path)
      ? { path, method: 'GET', headers: { ...own, ...headers } }
      : { path, body, headers: { ...own, ...headers } }
  return [...READS, ...CHANGES].flatMap((path): Outsider[] => [
    ...HOSTS.map((host) => ({
      name: `${path} under the name ${host}`,
      asked: asked(path, { host }),
      status: 403,
      text: NOT_HERE,
    })),
    ...ORIGINS.map((origin) => ({
      name: `${path} from ${origin}`,
      asked: asked(path, { origin }),
      status: 403,
      text: OTHER_SITE,
    })),
    ...(READS.includes(path)
      ? []
      : ['', 'x', `${token}0`, token.replace(/./, 'g')].map((wrong) => ({
          name: `${path} with the token “${wrong.slice(0, 4)}…”`,
          asked: asked(path, { 'x-muster-token': wrong }),
          status: 403,
          text: NO_TOKEN,
        }))),
  ])
}
