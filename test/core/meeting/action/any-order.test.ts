import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Action } from '../../../../src/core/meeting/action/action.ts'
import type { MeetingIntent } from '../../../../src/core/meeting/intent.ts'
import { plusMinutes } from '../../../../src/core/time/instant.ts'
import { wake } from '../meeting.ts'
import { ASKED_AT, answerTo, askedSummit, askFor, done, have, signOff, withdraw } from './action.ts'

const PEOPLE = ['ivan', 'ines', 'wanda', 'bao', 'rhea', 'quinn', 'nell', 'nia', 'cleo'] as const
const who = fc.constantFrom(...PEOPLE)

const intent: fc.Arbitrary<MeetingIntent> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(wake) },
  who.map((one) => askFor(one, { again: 1 })),
  fc.tuple(who, fc.constantFrom('accept', 'decline')).map(([one, value]) => answerTo(one, value)),
  who.map(have),
  who.map((one) => done(one)),
  who.map((one) => signOff(one)),
  who.map((one) => signOff(one, 'The rota shows two weeks only.')),
  who.map((one) => withdraw(one)),
)

/** The states that may follow each other. */
const NEXT: Readonly<Record<Action['state'], readonly Action['state'][]>> = {
  asked: ['accepted', 'declined', 'done', 'withdrawn'],
  accepted: ['declined', 'done', 'withdrawn'],
  declined: ['asked', 'accepted', 'withdrawn'],
  done: ['accepted', 'signedOff', 'withdrawn'],
  signedOff: [],
  withdrawn: [],
}

test('whatever is said of an action, and in whatever order, its state is legal and each reminder is sent once', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(intent, fc.integer({ min: 0, max: 4000 })), { maxLength: 30 }),
      (steps) => {
        const life = askedSummit()
        let now = ASKED_AT
        let before = actionOf(life)
        for (const [step, minutes] of steps) {
          now = plusMinutes(now, minutes)
          life.ask(now, step)
          const after = actionOf(life)
          if (after.state !== before.state) expect(NEXT[before.state]).toContain(after.state)
          // Who owned or did it never signs it off.
          const last = after.steps.at(-1)
          if (after.state === 'signedOff' && last?.by.type === 'person') {
            expect([after.owner, after.haver]).not.toContain(last.by.person)
            expect(after.given?.by).not.toEqual(last.by)
          }
          // Nobody of another organisation answers for it.
          for (const { step: name, by } of after.steps)
            if (name === 'accepted' || name === 'declined' || name === 'done')
              expect(by).toMatchObject({ organisation: 'willow' })
          const numbers = after.nudges.map(({ n }) => n)
          expect(numbers).toEqual(numbers.map((_, index) => index + 1))
          expect(after.nudges.slice(0, before.nudges.length)).toEqual(before.nudges)
          const times = after.nudges.map(({ at }) => at)
          expect(times).toEqual(times.toSorted())
          if (after.nudgeAt !== null) expect(after.nudgeAt > now || step.type !== 'wake').toBe(true)
          expect(life.says('action:1')).toBeDefined()
          before = after
        }
      },
    ),
  )
})

function actionOf(life: ReturnType<typeof askedSummit>): Action {
  const action = life.record().actions?.at(0)
  if (!action) throw new Error('No action was asked')
  return action
}
