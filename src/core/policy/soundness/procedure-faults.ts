import type { Policy } from '../policy.ts'
import { type Complaint, ids, unknownWord } from './complaint.ts'

/** What a procedure names: its form, the instrument, and the bands and stages of what it suggests. */
export function procedureFaults({ procedures = [], forms, instruments }: Policy): Complaint[] {
  return procedures.flatMap(({ id, form, instrument, stages, suggestedBy }, index) => {
    const at = ['procedures', index]
    const who = `procedure "${id}"`
    const bands = instruments.find((one) => one.id === instrument)?.bands ?? []
    return [
      ...unknownWord([...at, 'form'], who, 'form', form, ids(forms)),
      ...unknownWord([...at, 'instrument'], who, 'instrument', instrument, ids(instruments)),
      ...suggestedBy.flatMap((one, place) => {
        const here = [...at, 'suggestedBy', place]
        return [
          ...unknownWord([...here, 'band'], who, 'band', one.band, ids(bands)),
          ...one.stages.flatMap((stage, nth) =>
            unknownWord([...here, 'stages', nth], who, 'stage', stage, ids(stages)),
          ),
        ]
      }),
    ]
  })
}
