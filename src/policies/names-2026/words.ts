/**
 * What stands in the papers of 2020–21, and what is said now. The longest that fits is taken; what stands
 * twice is there for its grammar, or for a label that has room for so many letters.
 */
export const words: readonly (readonly [then: string, now: string])[] = [
  // Integrated care boards, since 1 July 2022.
  ['Integrated care board (the framework’s list says CCG)', 'Integrated care board'],
  ['The relevant CCG, now the ICB', 'The relevant ICB'],
  ['The CCG’s designated professionals, now the ICB’s', 'The ICB’s designated professionals'],
  ['The list was a CCG’s and names', 'The list is older than ICBs and names'],
  ['a CCG', 'an ICB'],
  ['CCGs', 'ICBs'],
  ['CCG', 'ICB'],
  ['Governing Bodies', 'ICB boards'],
  ['Governing Body', 'ICB board'],
  ['governing bodies', 'ICB boards'],
  ['a governing body', 'an ICB board'],
  ['governing body', 'ICB board'],

  // NHS England.
  ['NHSE & NHSI', 'NHS England'],
  ['NHSE/NHSI', 'NHS England'],
  ['NHSE/I', 'NHS England'],
  ['Health Education England', 'NHS England, workforce'],
  ['HEE', 'NHS England, workforce'],

  // Forums.
  [
    'Assurance gained at a call, single-item group or risk summit',
    'Assurance at a call, improvement group or rapid review',
  ],
  [
    'Urgent action for patient safety: rapid response review or risk summit',
    'Urgent action for patient safety: rapid response or quality review',
  ],
  ['Single-item surveillance group', 'Quality Improvement Group'],
  ['single-item surveillance group', 'Quality Improvement Group'],
  ['Single-item QSG', 'Quality Improvement Group'],
  ['single-item QSG', 'Quality Improvement Group'],
  ['Single-item group', 'Quality Improvement Group'],
  ['single-item group', 'Quality Improvement Group'],
  ['Single-item record', 'Improvement group record'],
  ['Quality surveillance groups', 'System Quality Groups'],
  ['quality surveillance groups', 'System Quality Groups'],
  ['Quality surveillance group', 'System Quality Group'],
  ['quality surveillance group', 'System Quality Group'],
  ['Surveillance group record', 'System group record'],
  ['surveillance groups', 'System Quality Groups'],
  ['Surveillance group', 'System Quality Group'],
  ['surveillance group', 'System Quality Group'],
  ['QSGs', 'System Quality Groups'],
  ['QSG', 'System Quality Group'],
  ['Risk summit record', 'Rapid review record'],
  ['No risk summit now', 'No rapid review now'],
  ['Risk summits', 'Rapid Quality Review meetings'],
  ['risk summits', 'Rapid Quality Review meetings'],
  ['Risk summit', 'Rapid Quality Review meeting'],
  ['Risk Summit', 'Rapid Quality Review meeting'],
  ['risk summit', 'Rapid Quality Review meeting'],
  ['Clinical quality review meeting', 'Local quality meeting'],
  ['clinical quality review meeting', 'local quality meeting'],
  ['Clinical quality review', 'Local quality meeting'],
  ['clinical quality review', 'local quality meeting'],
  ['CQRMs', 'local quality meetings'],
  ['CQRM', 'local quality meeting'],
  ['CPQGs', 'local quality meetings'],
  ['CPQG', 'local quality meeting'],
  ['CQPG', 'local quality meeting'],

  // Incidents. “Serious incident” itself stays: the contract says which of the two is meant.
  ['SIs', 'PSIIs or serious incidents'],
  ['SI', 'PSII or serious incident'],
  ['When was StEIS updated', 'When were StEIS and LFPSE updated'],
  ['Then StEIS is updated', 'Then StEIS and LFPSE are updated'],
  ['StEIS reference', 'StEIS or LFPSE reference'],
  ['StEIS', 'StEIS and LFPSE'],
]
