import type { PolicySource } from '../../core/policy/policy.ts'

const note = 'No source says when to remind anybody.'

export const ladders: PolicySource['ladders'] = [
  {
    id: 'hours',
    label: 'Hour clocks',
    kind: 'elapsed',
    onStart: true,
    halfWay: true,
    hoursBefore: [24, 4, 1],
    onDue: true,
    dailyAfter: '09:00',
    climbMinutes: 30,
    urgentClimbMinutes: 15,
    citation: {
      document: 'Muster',
      section: 'ladders',
      note: `${note} At the start, half-way, 24, 4 and 1 hours before, when due, then at 09:00 every day until it is met. At any hour, because the hours run at any hour.`,
      kind: 'choice',
    },
  },
  {
    id: 'working-days',
    label: 'Working-day clocks',
    kind: 'working',
    dayBefore: ['09:00'],
    dueDay: ['09:00', '16:00'],
    workingMornings: '09:00',
    citation: {
      document: 'Muster',
      section: 'ladders',
      note: `${note} At 09:00 on the working day before, at 09:00 and 16:00 on the day, then at 09:00 each working morning.`,
      kind: 'choice',
    },
  },
  {
    id: 'actions',
    label: 'Actions of meetings',
    kind: 'working',
    dayBefore: ['09:00'],
    dueDay: ['09:00'],
    workingMornings: '09:00',
    citation: {
      document: 'Muster',
      section: 'ladders',
      note: `${note} At 09:00 on the working day before, on the day, then each working morning. One that is not answered, not signed off, or declined without anybody having said what comes of it, is reminded of each working morning, and the next in line is told.`,
      kind: 'choice',
    },
  },
  {
    id: 'calls',
    label: 'Calls to meetings',
    kind: 'working',
    dayBefore: ['09:00'],
    dueDay: ['09:00'],
    workingMornings: '09:00',
    citation: {
      document: 'Muster',
      section: 'ladders',
      note: `${note} At 09:00 on the working day before a meeting starts and on its morning.`,
      kind: 'choice',
    },
  },
  {
    id: 'once',
    label: 'One reminder',
    kind: 'elapsed',
    onStart: false,
    halfWay: false,
    hoursBefore: [],
    onDue: true,
    climbMinutes: 30,
    urgentClimbMinutes: 15,
    citation: {
      document: 'Muster',
      section: 'ladders',
      note: `${note} For a clock that is never breached: one reminder at its time.`,
      kind: 'choice',
    },
  },
  {
    id: 'without-delay',
    label: 'Without delay',
    kind: 'elapsed',
    onStart: false,
    halfWay: false,
    hoursBefore: [],
    onDue: true,
    dailyAfter: '09:00',
    climbMinutes: 30,
    urgentClimbMinutes: 15,
    citation: {
      document: 'Muster',
      section: 'ladders',
      note: `${note} When it is wanted, then at 09:00 every day until it is done. At any hour, because it is not to wait.`,
      kind: 'choice',
    },
  },
]

/** Hold back reminders and climbs that belong to neither an hour clock nor an urgent path. */
export const quietHours: PolicySource['quietHours'] = { from: '20:00', to: '08:00' }
