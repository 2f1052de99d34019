/** The words of a text, which may stand in several lines. */
export function words(text: string): string[] {
  return text.trim().split(/\s+/)
}

/** Whoever may be a patient, and the people around one. */
export const people = [
  ...words(`
    patient patients pt pts inpatient resident client su yp child baby deceased victim complainant
    mum mother dad father stepdad stepmum parent parents family nok carer husband wife son daughter
    brother gran grandmother grandfather grandad nan aunt auntie uncle boyfriend girlfriend fiance
    fiancee neighbour landlord
  `),
  'service user',
  'young person',
  'young woman',
  'young man',
  'in patient',
  'next of kin',
  'nearest relative',
  'foster carer',
  'step dad',
  'step mum',
  'his sister',
  'her sister',
  'his partner',
  'her partner',
  'their partner',
]

/** Words with capitals that begin no name, though they stand where one could. */
export const noNames = words(`
  a an the and or of in on at to for from by with as is was are were be been has had have not no now
  it he she they we i you this that these those who which what when where why how all any some one two
  safety advice flow experience transport group forum records record system systems liaison incident
  incidents ward wards unit units bed beds room rooms team teams service services support safeguarding
  care centre center house lodge hospital trust council board panel review meeting summit plan plans
  protection social mental health learning disability adolescent adult acute secure medium low high
  psychiatric intensive nursing nurse nurses doctor dr prof professor consultant manager matron sister
  officer director lead leads staff hca rmn rgn cpn amhp soad imha advocate social worker gp police
  ambulance paramedic paramedics crisis home treatment community outpatient inpatient discharge
  admission transfer leave section act mha mca dols cto cpa ctr cetr picu hdu icu ed ae nhs nhse cqc
  icb ccg awol dtoc steis datix rio pas emis lfpse mdt sitrep obs news dnacpr covid monday tuesday
  wednesday thursday friday saturday sunday january february march april may june july august september
  october november december day night morning evening christmas easter list line number name names id
  identifiable identifiers information data confidential confidentiality line leaflet survey feedback
  complaint complaints council charter therapy psychology occupational speech dietitian pharmacy
  physical medical officer responsible clinician baby mother child children young people person persons
  user users client family families carer carers absconded assaulted refused fell found moved returned
  injured restrained secluded deceased died informed aware left missing seen told transferred admitted
  discharged north south east west yorkshire england wales framework equality race strategy programme project pathway policy procedure
  standards network charity society association
`)

/** What is written in place of a name, and what else follows the word. */
export const nameless = words(`
  withheld not unknown given none no nil removed redacted tbc tba na n anonymised anonymous hidden known
  on in at to for from by with as see per and or if is was were are be been has had have held here there
  recorded missing blank badge band board field box label labels list plate tag wrong incorrect changed
  left out should must may can cannot will would never only used written shown visible should below above
  attached later pending confidential refused declined omitted deleted
`)

/** Names of places, posts and things, and of people at work. */
export const atWork = words(`
  ward service provider contact consultant staff manager reporter director organisation organization
  company agency trust hospital site unit team nurse doctor gp handler chair investigator author lead
  owner drug brand medication policy form file user room meeting domain host product model device course
  commissioner officer case worker keyworker coordinator signatory approver reviewer sender practice
  surgery school college employer solicitor firm advocate clinician reported completed signed my your
`)

/** Telephones of services. */
export const ofServices = words(`
  switchboard ward desk duty office reception bleep helpline hub bureau line service services trust
  hospital surgery pharmacy site extension ext staff manager director agency experience complaints pals
  team commissioner amhp edt organisation helpdesk help estates security porters facilities it care
  nursing residential clinic consultant secretary nhs community
`)

/** Numbers of something else than a patient. */
export const otherNumbers = words(`
  datix steis lfpse ulysses inphase ref reference order invoice log ticket incident crime risk complaint
  claim asset serial batch lot job estates cost budget phone tel telephone bleep ext extension longer
  staff payroll gmc nmc vehicle
`)

/** What makes an old date one of something else than a birth. */
export const otherDates = words(`
  dated approved policy policies since contract contracts signed act opened serviced certificate built installed
  version published updated established commissioned registered expires expired phase issued bought
  purchased manufactured tested inspected inspection licence agreement rating report model minutes
  guideline guidelines guidance protocol procedure edition audit refurbished lease warranty closed
  regulations directive employed started joined qualified appointed post
  expiry expire exp drill drills fire building buildings dates dating founded cqc visit visited visits visiting
  rota rotas roster excel spreadsheet software system clock epoch default defaults defaulted stamp stamped
  timestamp printed calibration calibrated service servicing maintenance warranted delivered batch stock
  sterilised decontaminated archive archived plaque foundation boiler lift asbestos survey surveyed report
  reported reporting review reviewed accreditation accredited validated
`)
