import type { PolicySource } from '../../core/policy/policy.ts'

/** What whoever raised a case is told of it, in private, until it is closed. */
export const news: NonNullable<PolicySource['news']> = {
  steps: [
    {
      on: 'triaged',
      words: 'What you raised is being looked at. What is done about it is decided next.',
    },
    { on: 'becameIncident', words: 'What you raised is now handled as a serious incident.' },
    {
      on: 'enhanced',
      words:
        '{who} has looked at what you raised and has asked for closer oversight of the service.',
    },
    {
      on: 'routine',
      words:
        '{who} has looked at what you raised. It is being followed up within routine oversight.',
    },
    {
      on: 'levelStays',
      words:
        '{who} has looked at what you raised. It is being followed up within the oversight that the service is under.',
    },
    { on: 'meetingHeld', words: 'A meeting was held about what you raised.' },
    {
      on: 'downgrade',
      words:
        'The incident panel has looked at what you raised and decided that it is not a serious incident. It is closed as such.',
    },
    {
      on: 'delete',
      words:
        'The incident panel has looked at what you raised and withdrawn the serious-incident entry. It is closed.',
    },
    {
      on: 'close',
      words:
        'The incident panel has looked at what you raised and closed it. Ask your quality lead for the learning.',
    },
    { on: 'closed', words: 'What you raised has been closed.' },
  ],
  citation: {
    document: 'Muster',
    section: 'speaking up',
    note: 'No source says what whoever raises something hears of it. They are told each step and no reasons, names or scores; whoever wants no more news can say so.',
    kind: 'choice',
  },
}
