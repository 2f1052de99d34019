import type { PolicySource } from '../../core/policy/policy.ts'

const framework = {
  document: 'QSIF 2020',
  section: '5.2.1',
  note: 'One of thirteen examples of what may lead to enhanced monitoring; usually several together. The source gives no numbers.',
  kind: 'source',
} as const

const placing = {
  document: 'QSIF 2020',
  section: '5.3.4',
  note: 'An example of what a placing commissioner may share with the host commissioner. That it does not count towards a level is our choice.',
  kind: 'part',
} as const

/** T1–T13 count towards enhanced monitoring; H1–H7 are what a placing commissioner shares. */
export const triggers: PolicySource['triggers'] = [
  {
    id: 'T1',
    label: 'High and rising risks to quality or safe care, closure of a service included',
    short: 'High and rising risk to safe care, or a service may close',
    counts: 'towards',
    citation: framework,
  },
  {
    id: 'T2',
    label: 'Risk registers show significant quality risks, or that things will probably get worse',
    short: 'Risk registers show significant or worsening risk',
    counts: 'towards',
    citation: framework,
  },
  {
    id: 'T3',
    label: 'Plans already in place bring no improvement or do not settle the concerns',
    short: 'Plans in place bring no improvement',
    counts: 'towards',
    citation: framework,
  },
  {
    id: 'T4',
    label: 'More safeguarding referrals than usual',
    short: 'More safeguarding referrals than usual',
    counts: 'towards',
    citation: framework,
  },
  {
    id: 'T5',
    label: 'More complaints, serious incidents or both than usual',
    short: 'More complaints or serious incidents than usual',
    counts: 'towards',
    citation: framework,
  },
  {
    id: 'T6',
    label: 'High mortality rates',
    short: 'High mortality',
    counts: 'towards',
    citation: framework,
  },
  {
    id: 'T7',
    label: 'Significant serious case reviews',
    short: 'Significant serious case reviews',
    counts: 'towards',
    citation: framework,
  },
  {
    id: 'T8',
    label: 'Adverse interest and coverage in the media',
    short: 'Adverse media interest',
    counts: 'towards',
    citation: framework,
  },
  {
    id: 'T9',
    label: 'Sanctions by the local authority, continuing healthcare, CQC or others',
    short: 'Sanctions: local authority, continuing care, CQC, others',
    counts: 'towards',
    citation: framework,
  },
  {
    id: 'T10',
    label: 'Notices from coroners, the Health and Safety Executive or other statutory bodies',
    short: 'Notices from a coroner, HSE or other statutory body',
    counts: 'towards',
    citation: framework,
  },
  {
    id: 'T11',
    label: 'The police are involved',
    short: 'Police involved',
    counts: 'towards',
    citation: framework,
  },
  {
    id: 'T12',
    label: 'More than one never event',
    short: 'More than one never event',
    counts: 'towards',
    citation: framework,
  },
  {
    id: 'T13',
    label: 'Any quality issue judged to need escalation to governing bodies and NHSE/I',
    short: 'Needs escalation to governing bodies and NHSE/I',
    counts: 'alone',
    citation: {
      ...framework,
      note: 'The thirteenth example. That it is enough by itself is our choice: it names the escalation.',
      kind: 'part',
    },
  },
  {
    id: 'H1',
    label: 'Restrictive practice that does not follow national policy',
    short: 'Restrictive practice outside national policy',
    counts: 'informs',
    citation: placing,
  },
  {
    id: 'H2',
    label: 'Concern about staffing ratios',
    short: 'Staffing ratios',
    counts: 'informs',
    citation: placing,
  },
  {
    id: 'H3',
    label: 'How one or more of the staff treat patients',
    short: 'How staff treat patients',
    counts: 'informs',
    citation: placing,
  },
  {
    id: 'H4',
    label: 'Agreed actions of a C(E)TR or CPA are repeatedly not carried out',
    short: 'C(E)TR or CPA actions repeatedly not carried out',
    counts: 'informs',
    citation: placing,
  },
  {
    id: 'H5',
    label: 'Poor records or care plans; care not personal; the person or family left out',
    short: 'Poor care plans; person or family left out',
    counts: 'informs',
    citation: placing,
  },
  {
    id: 'H6',
    label: 'The inpatient environment, health and safety for example',
    short: 'Inpatient environment, health and safety',
    counts: 'informs',
    citation: placing,
  },
  {
    id: 'H7',
    label: 'Immediate risk of harm to patients or staff',
    short: 'Immediate risk of harm to patients or staff',
    counts: 'urgent',
    citation: {
      ...placing,
      note: 'An example of what a placing commissioner shares with the host. That it opens the urgent path is our choice.',
      kind: 'part',
    },
  },
]

export const triggerTool: PolicySource['triggerTool'] = {
  label: 'Trigger checklist (built from the framework’s 13 triggers)',
  threshold: 2,
  urgentScore: 15,
  disclaimer: 'This is not the NHS England tool.',
  recommends: { yes: 'consider enhanced', no: 'stay on routine' },
  citation: {
    document: 'Muster',
    section: 'trigger checklist',
    note: 'The framework’s own trigger tool is not in the published text. Two triggers together, or the thirteenth alone, recommend enhanced; a risk score of 15 or more asks whether it is urgent. A person decides, and one trigger is enough with a reason.',
    kind: 'choice',
  },
}
