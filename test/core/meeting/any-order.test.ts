import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MeetingIntent } from '../../../src/core/meeting/intent.ts'
import { seatsOf } from '../../../src/core/meeting/seats.ts'
import { plusMinutes } from '../../../src/core/time/instant.ts'
import { answer, calledAt, openSummit, roomOn, wake } from './meeting.ts'

const PEOPLE = ['rhea', 'remy', 'ruth', 'mick', 'nell', 'cleo', 'sven', 'wanda', 'bao']

const intent: fc.Arbitrary<MeetingIntent> = fc.oneof(
  fc.constant(wake),
  fc.constantFrom('web', 'slack').map(roomOn),
  fc
    .tuple(fc.constantFrom(...PEOPLE), fc.constantFrom('coming', 'apologies'))
    .map(([who, value]) => answer(who, `seat-${who}`, value)),
  fc
    .tuple(fc.constantFrom(...PEOPLE), fc.constantFrom(...PEOPLE))
    .map(([who, person]) => answer(who, `seat-${who}`, 'deputy', { person })),
  fc
    .tuple(fc.constantFrom(...PEOPLE), fc.constantFrom('confirm', 'cannot'))
    .map(([who, value]) => answer(who, 'chair', value)),
)

test('whatever people answer, and in whatever order, the roll stays true', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(intent, fc.integer({ min: 0, max: 20 })), { maxLength: 25 }),
      (steps) => {
        const life = openSummit()
        let now = calledAt
        for (const [step, minutes] of steps) {
          now = plusMinutes(now, minutes)
          life.ask(now, step)
        }

        const meeting = life.record()
        for (const { calls } of seatsOf(meeting)) {
          const people = calls.map(({ person }) => person)
          expect(new Set(people).size).toBe(people.length)
          for (const { person, state } of calls) {
            expect(meeting.people).toContain(person)
            const prompt = meeting.prompts.find(({ id }) => id === `seat-${person}`)
            // Whoever is asked has an open question, and whoever answered has answered the same everywhere.
            if (state === 'asked') expect(prompt?.state).toBe('open')
            else if (state !== 'stoodDown') expect(prompt?.answer).toBe(state)
          }
        }
        expect(new Set(meeting.people).size).toBe(meeting.people.length)
        expect(life.says('root')).toBeDefined()
        expect(life.says('root')).toBeDefined()
      },
    ),
  )
})
