import { z } from 'zod'
import type { Outcome } from '../../src/core/effect.ts'

/** What the library tells of a failure. */
const Failure = z.object({
  code: z.string().optional(),
  responseCode: z.number().optional(),
  command: z.string().optional(),
})

/** What a failure means for the mail. The server’s own words are not passed on: they may hold anything. */
export function outcomeOf(error: unknown, handedOver: boolean, name: string): Outcome {
  const { code, responseCode, command } = Failure.safeParse(error).data ?? {}
  if (code === 'ETLS')
    return later(
      'The mail server offers no encryption that can be trusted, and SMTP_URL holds a password: whoever runs Muster names a server with smtps:// or with STARTTLS and a valid certificate.',
    )
  if (responseCode === undefined)
    return handedOver
      ? { type: 'unclear', reason: 'The mail server took the mail and did not answer.' }
      : later(`The mail server could not be reached${code ? ` (${code})` : ''}.`)
  if (code === 'EAUTH')
    return later(
      `The mail server refuses Muster’s user name or password (${responseCode}): whoever runs Muster corrects SMTP_URL.`,
    )
  if (responseCode < 500) return later(`The mail server puts it off (${responseCode}).`)
  if (command === 'RCPT TO')
    return never(
      `The mail server refuses the address of ${name} (${responseCode}): correct it in the directory.`,
    )
  if (command === 'DATA')
    return never(`The mail server refuses this mail to ${name} (${responseCode}).`)
  return later(
    `The mail server does not take mail from Muster (${responseCode}): whoever runs Muster looks at SMTP_URL and MAIL_FROM.`,
  )
}

function later(reason: string): Outcome {
  return { type: 'later', reason }
}

function never(reason: string): Outcome {
  return { type: 'never', reason }
}
