import type { Instant } from '../../time/instant.ts'
import { withNotice } from '../../with-notice.ts'
import type { Meeting } from '../meeting.ts'
import type { MinutesEvent } from './event.ts'
import type { Minutes, MinutesNotice } from './minutes.ts'

type Fact = MinutesEvent & { readonly at: Instant }

export function evolveMinutes(meeting: Meeting, event: Fact): Meeting {
  switch (event.type) {
    case 'drafted': {
      const { until, apart } = event
      return {
        ...meeting,
        minutes: { until, apart: [...apart], before: [], sealed: null, addenda: [] },
      }
    }
    case 'corrected':
      return corrected(meeting, event)
    case 'sealed': {
      const { at, by, sections } = event
      const sealed = withMinutes(meeting, () => ({ sealed: { at, by, sections: [...sections] } }))
      return withNews(sealed, at, { type: 'sealed', by })
    }
    case 'addendumAdded': {
      const { at, by, text } = event
      const added = withMinutes(meeting, ({ addenda }) => ({
        addenda: [...addenda, { at, by, text }],
      }))
      return withNews(added, at, {
        type: 'added',
        addendum: added.minutes?.addenda.length ?? 1,
      })
    }
  }
}

function corrected(meeting: Meeting, event: Extract<Fact, { type: 'corrected' }>): Meeting {
  const { at, by, heldAt, answers, fields, short } = event
  const { record } = meeting
  if (!record) return meeting
  const stood = { at: record.at, by: record.by, heldAt: record.heldAt, answers: record.answers }
  const anew = withMinutes(meeting, ({ before }) => ({ before: [...before, stood] }))
  const there = short !== undefined && { short }
  return withNews({ ...anew, record: { ...record, at, by, heldAt, answers, ...there } }, at, {
    type: 'corrected',
    by,
    fields: [...fields],
  })
}

function withMinutes(meeting: Meeting, change: (minutes: Minutes) => Partial<Minutes>): Meeting {
  const { minutes } = meeting
  return minutes ? { ...meeting, minutes: { ...minutes, ...change(minutes) } } : meeting
}

function withNews(meeting: Meeting, at: Instant, news: MinutesNotice['news']): Meeting {
  return withNotice(meeting, at, { say: 'minutes', news })
}
