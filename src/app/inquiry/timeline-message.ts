import type { Message, Part } from '../../core/message/message.ts'
import { ownTimeline } from './document.ts'
import { type Inquiry, isOfCase } from './inquiry.ts'

/**
 * The history of a case or a provider as a private answer: what stands in the document first. Of a
 * provider without numbers: a gap would tell of what whoever asks may not read.
 */
export function timelineMessage(inquiry: Inquiry): Message {
  const { subject, chain, messages } = inquiry
  const isOfProvider = !isOfCase(subject)
  const accepted = messages.filter(({ outcome }) => outcome === 'accepted').length
  return {
    title: `${subject.reference}: what happened`,
    parts: [
      ...ownTimeline(inquiry)
        .filter(({ hidden }) => !hidden)
        .map(({ seq, title, lines }): Part => {
          const said = lines.map(([label, value]) => `${label}: ${value}`)
          const head = isOfProvider ? title : `${seq}. ${title}`
          return { kind: 'text', text: [head, ...said].join('\n') }
        }),
      ...(isOfProvider ? [{ kind: 'text', text: 'This shows what you may read.' } as const] : []),
      {
        kind: 'text',
        text: `${accepted} of ${messages.length} messages were accepted by their service. ${chain.flaws.length === 0 ? 'Every entry is as it was written.' : chain.flaws.join(' ')}`,
      },
      {
        kind: 'text',
        text: `For an inquiry an administrator writes: muster inquiry ${subject.reference}`,
      },
    ],
  }
}
