import type { PolicySource } from '../../core/policy/policy.ts'

const practice = {
  document: 'NPSA 2008',
  section: 'model matrix',
  note: 'Consequence times likelihood, each from 1 to 5, is the customary NHS matrix. The short descriptors are our own words.',
  kind: 'practice',
} as const

/** The 5×5 matrix of the triage form. */
export const riskMatrix: NonNullable<PolicySource['instruments']>[number] = {
  id: 'matrix',
  label: 'Risk matrix 5×5',
  method: 'product',
  items: [
    {
      id: 'consequence',
      label: 'Consequence',
      weight: 1,
      steps: [
        {
          score: 1,
          label: 'Negligible',
          description: 'No harm, or so slight that it needs no care',
        },
        { score: 2, label: 'Minor', description: 'Short-lived harm; some extra care or watching' },
        { score: 3, label: 'Moderate', description: 'Harm that needs treatment or a longer stay' },
        { score: 4, label: 'Major', description: 'Lasting harm, or many people affected' },
        {
          score: 5,
          label: 'Catastrophic',
          description: 'Death, or lasting severe harm to several',
        },
      ],
    },
    {
      id: 'likelihood',
      label: 'Likelihood',
      weight: 1,
      steps: [
        { score: 1, label: 'Rare', description: 'Would happen only in exceptional circumstances' },
        { score: 2, label: 'Unlikely', description: 'Not expected, but it could happen' },
        { score: 3, label: 'Possible', description: 'Might happen now and then' },
        { score: 4, label: 'Likely', description: 'Will probably happen, but not all the time' },
        {
          score: 5,
          label: 'Almost certain',
          description: 'Will happen, perhaps often, or does now',
        },
      ],
    },
  ],
  bands: [
    { id: 'low', label: 'Low', from: 1 },
    { id: 'moderate', label: 'Moderate', from: 4 },
    { id: 'high', label: 'High', from: 8 },
    { id: 'extreme', label: 'Extreme', from: 15 },
  ],
  bandsCitation: {
    ...practice,
    note: '1–3 low, 4–6 moderate, 8–12 high, 15–25 extreme is customary; others draw the lines elsewhere. 7, 11, 13 and 14 cannot occur.',
  },
  citation: practice,
}
