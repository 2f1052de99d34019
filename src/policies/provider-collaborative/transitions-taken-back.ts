import type { PolicySource } from '../../core/policy/policy.ts'
import { headOfQuality, hostCommissioner, qualityLead, qualityManager } from './transition-posts.ts'

type Need = NonNullable<PolicySource['transitions'][number]['needs']>[number]

/** Taken back before anything rests on it; afterwards the ways of the framework lead on. */
const nothingSince: Need = {
  need: 'nothingSince',
  meetings: ['M1', 'RRR', 'M2', 'M6', 'M9', 'M10', 'M12'],
}

const takenBack = {
  document: 'Muster',
  section: 'transitions',
  kind: 'choice',
} as const

/** Back from a level on which a provider was placed by mistake. */
export const takenBackWays: PolicySource['transitions'] = [
  {
    id: 'G0',
    label: 'Placed by mistake: taken back',
    from: ['ENHANCED_PENDING_REVIEW', 'ENHANCED'],
    to: 'ROUTINE',
    decides: [qualityLead, headOfQuality, hostCommissioner, qualityManager],
    needs: [{ need: 'cameBy', ways: ['G1', 'G2', 'G3', 'G13'] }, nothingSince],
    citation: {
      ...takenBack,
      note: 'The framework is silent on a provider that was placed by mistake. Whoever may decide on the way in may take it back while nothing rests on it, without a second person: everybody who was told, and all who decide, read at once who did and why. Both decisions stay on record.',
    },
  },
  {
    id: 'G0P',
    label: 'Placed by mistake: taken back, the review is pending again',
    from: ['ENHANCED'],
    to: 'ENHANCED_PENDING_REVIEW',
    decides: [qualityLead, qualityManager, hostCommissioner],
    needs: [{ need: 'cameBy', ways: ['G13'] }, nothingSince],
    citation: { ...takenBack, note: 'As G0, of a provider whose review was pending.' },
  },
  {
    id: 'G0H',
    label: 'Placed by mistake: taken back, the three-month hold goes on',
    from: ['ENHANCED'],
    to: 'ENHANCED_ASSURANCE_HOLD',
    decides: [qualityLead, qualityManager, hostCommissioner],
    needs: [{ need: 'cameBy', ways: ['G11', 'G13'] }, nothingSince],
    citation: {
      ...takenBack,
      note: 'As G0, of a provider on hold: nothing ended it, so it goes on from when it began.',
    },
  },
]
