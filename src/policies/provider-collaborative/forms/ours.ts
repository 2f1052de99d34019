/** Of a form that no source has. */
export const ours = {
  document: 'Muster',
  section: 'forms',
  note: 'A question of our own: no source has a form for it.',
  kind: 'choice',
} as const
