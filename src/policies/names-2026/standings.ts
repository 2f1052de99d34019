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

const panel = {
  ...framework,
  note: 'Downgrading, deleting and closing are the framework’s. It holds as far as your contract says so.',
} as const

const report72 = {
  ...framework,
  note: `The 72-hour report is the framework’s. ${fixedTimes}`,
} as const

const sitRep = { ...framework, note: `It hangs on the 72-hour report. ${fixedTimes}` } as const

const steis = {
  state: 'still used',
  document: 'LFPSE',
  section: 'StEIS',
  note: '“StEIS is still in use” while LFPSE is rolled out to replace it. Look again before you go live.',
} as const

const forum = { ...forums, note: notRead } as const

const throughGroup = {
  ...forums,
  note: `The group through which it goes has another name. ${notRead}`,
} as const

const twoOfThree = { ...forums, note: `Two of its forums have other names. ${notRead}` } as const

/** A rule of the papers of which only how often is our choice. */
const intervalOurs = {
  state: 'unknown',
  note: 'Nobody has looked yet whether it does; how often is our choice.',
} as const

/** Of the rules of the papers, by id: what is known in 2026 of whether they stand. */
export const standings: Readonly<Record<string, RuleStanding>> = {
  D1: steis,
  D2: sitRep,
  sitrep: sitRep,
  D3: report72,
  D3a: report72,
  report72,
  E1a: { ...framework, note: `${fixedTimes} The policy is older still.` },
  E1b: { ...framework, note: `${fixedTimes} The policy is older still.` },
  E1c: {
    ...framework,
    note: 'The 60 working days were lifted in the pandemic and not brought back; PSIRF has no such limit.',
  },
  E1d: { ...framework, note: `It hangs on the 60 working days. ${fixedTimes}` },
  M4: panel,
  D6: panel,
  panel,
  incidentPanelRecord: panel,
  'case.panel': panel,
  D7: steis,
  recordUpdated: steis,
  'case.recordUpdated': steis,
  T12: {
    state: 'unknown',
    document: 'Never events 2025',
    note: `The list of 2018, updated in February 2021, is under revision; of those asked, 8% would keep it. ${list}`,
  },
  M1: forum,
  riskSummitRecord: forum,
  M2: forum,
  surveillanceGroupRecord: forum,
  M10: forum,
  singleItemRecord: forum,
  G6: twoOfThree,
  G8: twoOfThree,
  G9: throughGroup,
  G10: throughGroup,
  G12: { ...forums, note: `One of the two groups that may decide has another name. ${notRead}` },
  G13: { ...forums, note: `The summit has another name. ${notRead}` },
  D19: throughGroup,
  'profile.reported': throughGroup,
  profileReported: throughGroup,
  'exception.group': throughGroup,
  exceptionGroup: throughGroup,
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
  ENHANCED_ASSURANCE_HOLD: throughGroup,
  D11: intervalOurs,
  D14: intervalOurs,
  T13: bodies,
  G3: bodies,
  'exception.governing': bodies,
  exceptionGoverning: bodies,
  D16: bodies,
  M7: host,
  A19: host,
  A20: host,
  hostIntelligence: host,
  'case.raise.intelligence': host,
  E5a: host,
  E5b: host,
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
