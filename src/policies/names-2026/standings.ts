import type { RuleStanding } from '../../core/policy/standing-of-rule.ts'

const framework = {
  state: 'superseded',
  since: 'autumn 2023',
  document: 'PSIRF',
  section: 'in place of the Serious Incident Framework 2015',
} as const

const forums = {
  state: 'superseded',
  since: '2022',
  document: 'NQB escalation',
  section: 'in place of the guidance on surveillance groups and risk summits',
} as const

const notRead =
  'The text of what took its place could not be obtained: the names are ours to check, and its times and members are not in this pack.'

const fixedTimes =
  'PSIRF knows no threshold of a serious incident and no fixed time. It holds as far as your contract says so.'

const list = 'The page of the interim arrangements could not be read.'

const bodies = {
  state: 'unknown',
  document: 'ICB briefing',
  note: 'Its body was replaced by the integrated care board on 1 July 2022. Whether the rule was kept is not known.',
} as const

const host = {
  state: 'still used',
  document: 'Host commissioner',
  section: 'updated June 2023',
  note: 'The framework dates it 2020; it was published on 1 February 2021 and updated in June 2023.',
} as const

/** A rule of the papers of which only how often is our choice. */
const intervalOurs = {
  state: 'unknown',
  note: 'Nobody has looked yet whether it does; how often is our choice.',
} as const

/** Of the rules of the papers, by id: what is known in 2026 of whether they stand. */
export const standings: Readonly<Record<string, RuleStanding>> = {
  D1: {
    state: 'still used',
    document: 'LFPSE',
    section: 'StEIS',
    note: '“StEIS is still in use” while LFPSE is rolled out to replace it. Look again before you go live.',
  },
  D2: { ...framework, note: `It hangs on the 72-hour report. ${fixedTimes}` },
  D3: { ...framework, note: `The 72-hour report is the framework’s. ${fixedTimes}` },
  D3a: { ...framework, note: `The 72-hour report is the framework’s. ${fixedTimes}` },
  E1a: { ...framework, note: `${fixedTimes} The policy is older still.` },
  E1b: { ...framework, note: `${fixedTimes} The policy is older still.` },
  E1c: {
    ...framework,
    note: 'The 60 working days were lifted in the pandemic and not brought back; PSIRF has no such limit.',
  },
  E1d: { ...framework, note: `It hangs on the 60 working days. ${fixedTimes}` },
  M4: {
    ...framework,
    note: 'Downgrading, deleting and closing are the framework’s. It holds as far as your contract says so.',
  },
  panel: {
    ...framework,
    note: 'Downgrading, deleting and closing are the framework’s. It holds as far as your contract says so.',
  },
  T12: {
    state: 'unknown',
    document: 'Never events 2025',
    note: `The list of 2018, updated in February 2021, is under revision; of those asked, 8% would keep it. ${list}`,
  },
  M1: { ...forums, note: notRead },
  M2: { ...forums, note: notRead },
  M10: { ...forums, note: notRead },
  G8: { ...forums, note: `Two of its forums have other names. ${notRead}` },
  G9: { ...forums, note: `The group through which it goes has another name. ${notRead}` },
  G10: { ...forums, note: `The group through which it goes has another name. ${notRead}` },
  G13: { ...forums, note: `The summit has another name. ${notRead}` },
  D19: { ...forums, note: `The group through which it goes has another name. ${notRead}` },
  ROUTINE: {
    state: 'unknown',
    document: 'NQB escalation',
    note: 'The new guidance is said to know routine, enhanced and intensive. It could not be read.',
  },
  ENHANCED: {
    state: 'unknown',
    document: 'NQB escalation',
    note: 'The new guidance is said to know routine, enhanced and intensive. It could not be read.',
  },
  D11: intervalOurs,
  D14: intervalOurs,
  T13: bodies,
  G3: bodies,
  D16: bodies,
  M7: host,
  H1: host,
  H2: host,
  H3: host,
  H4: host,
  H5: host,
  H6: host,
  H7: host,
  matrix: {
    state: 'still used',
    document: 'NPSA 2008',
    section: 'model matrix',
    note: 'The NHS model still; where its bands lie differs from place to place.',
  },
}

/** What is said of all others. */
export const unknown: RuleStanding = {
  state: 'unknown',
  note: 'Nobody has looked yet whether it does.',
}
