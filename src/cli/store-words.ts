/** What the commands over a store are for: shown without loading what they need. */
export const storeWords = {
  backup: {
    summary: 'Writes everything into a new file, also while Muster runs; “muster import” reads it.',
    usage: 'muster backup FILE',
  },
  export: {
    summary: 'Writes everything that is kept as JSON lines, for “muster import” elsewhere.',
    usage: 'muster export > FILE',
  },
  import: {
    summary: 'Puts an export into an empty store: the folder MUSTER_DATA or DATABASE_URL.',
    usage: 'muster import < FILE',
  },
  inquiry: {
    summary:
      'Writes a case, or a provider with its meetings, for an inquiry: who was told what, when, under which rule, with proof of notice.',
    usage: 'muster inquiry REF|PROVIDER [--to FOLDER]',
  },
  outbox: {
    summary:
      'Lists messages that wait or were given up; tries one again, or drops it with a reason.',
    usage: 'muster outbox list [--json] | retry ID | drop ID --because "…"',
  },
  record: {
    summary: 'Writes the record of a meeting as a document, in Markdown and for Word.',
    usage: 'muster record REF [--to FOLDER]',
  },
  retention: {
    summary:
      'Lists closed cases, and meetings about a provider, with the day until which they are kept; removes, holds or releases one.',
    usage:
      'muster retention list [--json] | remove REF --because "…" | hold REF --because "…" | release REF --because "…"  [--by ADDRESS]',
  },
  rules: {
    summary: 'Shows the rules in force, who approved them and until when; records who did.',
    usage:
      'muster rules [--json] | approve --approved-by "…" --on YYYY-MM-DD [--review YYYY-MM-DD] [--by ADDRESS]',
  },
  'subject-access': {
    summary: 'Writes all that is recorded about or by a person, without the names of others.',
    usage: 'muster subject-access PERSON|ADDRESS [--to FOLDER]',
  },
  verify: {
    summary: 'Finds the first entry of a history that was changed, removed, added or cut off.',
    usage: 'muster verify [FILE] [--head "XXXX-XXXX-…"]',
  },
} as const
