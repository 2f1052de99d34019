import type { Policy } from '../policy.ts'
import { type Complaint, ids, type Path, unknownWord } from './complaint.ts'

/** What a vote can never come to, and organisations that it names and nobody is. */
export function votingFaults({ voting, organisationTypes, ladders }: Policy): Complaint[] {
  if (!voting) return []
  const at: Path = ['voting']
  const { moreThan, forms, dispute } = voting
  const wrong = (path: Path, message: string): Complaint => ({ path: [...at, ...path], message })
  return [
    ...(moreThan.votes < moreThan.of
      ? []
      : [
          wrong(
            ['moreThan'],
            `"voting" passes with more than ${moreThan.votes} of ${moreThan.of} votes, which can never be; make "votes" the smaller`,
          ),
        ]),
    ...(!('amount' in dispute.within)
      ? [
          wrong(
            ['dispute', 'within'],
            '"voting" gives whoever resolves a dispute no time; say how long in hours, days, working days or months',
          ),
        ]
      : []),
    ...(dispute.ladder === undefined
      ? []
      : unknownWord(
          [...at, 'dispute', 'ladder'],
          '"voting"',
          'ladder',
          dispute.ladder,
          ids(ladders),
        )),
    ...forms.flatMap(({ id, without }, index) =>
      without.flatMap(({ type }, place) =>
        unknownWord(
          [...at, 'forms', index, 'without', place, 'type'],
          `form "${id}" of "voting"`,
          'type of organisation',
          type,
          ids(organisationTypes),
        ),
      ),
    ),
  ]
}
