import type { PolicySource } from '../../../core/policy/policy.ts'
import { cast } from './cast.ts'

const shared = { cast, plays: 'leonora-casterby' } as const
const larkspur = { provider: 'larkspur', by: 'tilda-marchbanks' } as const

/** S02: raised on Good Friday, two nights before the clocks go forward. */
const goodFriday = {
  plays: 'oswin-tarrant',
  raised: {
    ...larkspur,
    at: '2027-03-26T20:20:00Z',
    case: 'incident',
    what: 'A fence panel in the ward garden came loose and somebody left by it. They are back and safe.',
    where: 'The garden of Teasel ward',
    occurredAt: '2027-03-26T20:15:00Z',
    identifiedAt: '2027-03-26T20:15:00Z',
    danger: false,
    done: 'Two of us stand at the fence.',
    safeguarding: 'notSure',
  },
  beginsAt: '2027-03-26T20:20:00Z',
  stretch: { label: 'Play the weekend', until: '2027-03-30T08:00:00Z' },
  endsAt: '2027-04-02T08:00:00Z',
} as const

/** Made-up cases to practise with. Times are those of England, in UTC. */
export const rehearsals: NonNullable<PolicySource['rehearsals']> = [
  {
    ...shared,
    ...goodFriday,
    id: 'weekend',
    label: 'Bank-holiday weekend: the clocks change',
    story: [
      'Good Friday evening; the clocks go forward tomorrow night. A serious incident at Larkspur House has just been raised and triaged.',
      'You play Oswin Tarrant, its incident lead. D1, the StEIS alert, is his: the commissioner’s Quality Manager must be told within 48 hours.',
      'In the last message, “It is …”, press three buttons one after the other: “D1 StEIS alert…” as if you had just told them, then “Play the weekend”, then “End it and see the score”.',
    ],
    triaged: { by: 'leonora-casterby', consequence: 2, likelihood: 2 },
    // Before D3 is due: whoever is new is through with D1.
    endsAt: '2027-03-30T20:00:00Z',
  },
  {
    ...shared,
    ...goodFriday,
    id: 'good-friday',
    label: 'The same weekend, with triage',
    story: [
      'Good Friday evening; the clocks go forward tomorrow night, and a serious incident has just been raised at Larkspur House.',
      'You are Oswin Tarrant, its incident lead, and everybody else who is asked.',
      'Go to the last message, “It is …”: it has a button for whatever is asked or due next, and moves the clock.',
    ],
  },
  {
    ...shared,
    id: 'early-may',
    label: 'Bank-holiday weekend: a concern grows',
    story: [
      'On the Friday evening before a bank holiday a nurse at Larkspur House raised a concern; on Saturday at 09:20 the on-call review sees that it is a serious incident.',
      'You are Leonora Casterby, the Lead Provider’s quality lead, and everybody else who is asked.',
      'First press “It is a serious incident…” on the case: it occurred on Friday 30 April 2027 at 18:45.',
    ],
    raised: {
      ...larkspur,
      at: '2027-04-30T17:50:00Z',
      case: 'concern',
      what: 'Two people say that a night nurse shouted at them and held one of them by the arm.',
      where: 'Teasel ward',
      occurredAt: '2027-04-30T17:45:00Z',
      identifiedAt: null,
      danger: false,
      done: 'The nurse has gone home.',
      safeguarding: 'notSure',
    },
    beginsAt: '2027-05-01T08:20:00Z',
    stretch: { label: 'Play the weekend', until: '2027-05-04T08:00:00Z' },
    endsAt: '2027-05-07T08:00:00Z',
  },
  {
    ...shared,
    id: 'risk-summit',
    label: 'A risk summit at once',
    story: [
      'It is Saturday morning, and a nurse at Larkspur House has raised a concern: people are in danger now.',
      'You are Leonora Casterby, the Lead Provider’s quality lead, and everybody else who is asked.',
      'First press “Call a risk summit…”, look who would be called, confirm, and then answer for those who are called.',
    ],
    raised: {
      ...larkspur,
      at: '2027-08-14T07:10:00Z',
      case: 'concern',
      what: 'Two people on close observation were found alone this morning. Nobody on the ward had slept.',
      where: 'Teasel ward',
      occurredAt: '2027-08-14T06:40:00Z',
      identifiedAt: null,
      danger: true,
      done: 'Both are safe. The day staff came early.',
      safeguarding: 'notSure',
    },
    beginsAt: '2027-08-14T07:12:00Z',
    stretch: { label: 'Play the weekend', until: '2027-08-16T08:00:00Z' },
    endsAt: '2027-09-15T08:00:00Z',
  },
]

export const rehearsalsKept: NonNullable<PolicySource['rehearsalsKept']> = {
  id: 'rehearsals-kept',
  label: 'Rehearsals are kept for 30 days after they are over',
  days: 30,
  citation: {
    document: 'Muster',
    section: 'rehearsals',
    note: 'Nothing of a rehearsal is evidence. Long enough to look at the score again with those who took part.',
    kind: 'choice',
  },
}
