import { noNames, words } from './words.ts'

/** Words that lead from a name to what somebody does. */
export const towardsWork = words(`
  is was are the a an our my your their his her its of at to theatre tonight today and as from both with new old
  acting deputy senior lead dr mr mrs ms miss prof called named name who trust regional national local
  duty interim clinical medical also not no me s here
`)

/** Posts and callings, and how people at work are spoken of. */
const posts = words(`
  consultant consultants cons surgeon surgeons registrar reg spr sho physician anaesthetist anaes
  doctor dr drs prof professor sir dame lord cllr councillor rev reverend gp gps locum paramedic amhp
  ortho orthopaedic orthopaedics urology urologist cardiology cardiologist radiologist radiology
  oncologist neurologist neuro neurosurgeon paeds paediatrician obstetrician gynaecologist gynae ent
  vascular maxfax ophthalmologist histopathologist pathologist psychiatrist psychologist pharmacist
  dentist optometrist physio physiotherapist ot dietitian midwife midwifery nurse nursing sister
  matron manager mgr director directors chief head deputy chair chairman chairwoman chairing chaired
  vice exec execs executive ceo coo cfo cno cmo cio ccio cnio siro dipc ned governor lead leads officer
  coroner coroners solicitor barrister inspector sergeant sgt detective dc pc constable mp minister
  commissioner investigator reviewer author handler approver reporter facilitator coordinator
  administrator secretary receptionist clerk porter mentor tutor supervisor assessor auditor advisor
  adviser specialist practitioner anp acp odp hca nominated responsible clinician keyworker worker
  advocate imha warden planner engineer analyst trainer educator student agency bank staff colleague
  colleagues silver gold bronze tactical strategic oncall rota steis icb ics nhse cqc hssib governance
  quality finance estates hr comms pals procurement legal safeguarding complaints informatics digital
  dpo caldicott medic medics cns hcsw ccot guardian team speaker host chaplain volunteer rep union
`)

/** What stands before a name at work, and never before a patient's. */
export const beforeWork = [
  ...posts,
  ...words(
    'i im am my by cc ccd under via regards thanks thx cheers signed email ask contact lady',
  ),
  ...words(
    'covering line st saint call assign assigned action actions owner attended attendees invite invited',
  ),
]

/** What stands after a name at work, or after the name of a place. */
export const afterWork = [
  ...posts,
  ...words(`
    list lists clinic clinics secretary secretaries firm practice join joining chase attend attending block branch ward wards unit units
    house centre center wing suite building hospital hospice lodge court lane road street avenue close
    room rooms lounge library garden gardens hall school college nursery surgery foundation trust charity
    award fund lecture appeal day method scale score syndrome disease test sign manoeuvre catheter needle
    forceps retractor inquiry enquiry report review act case ruling principle principles rules
    reviewed operated advised agreed agrees disagrees confirmed approved authorised prescribed
    chairs presented presents signed escalated emailed stopped declined covers
    oversees investigated investigating
  `),
]

/** What comes after a given name or a title and is no name. */
export const noFamilyNames = [
  ...noNames,
  ...words(`
    about above after again against ago agreed also always although another anyone around ask asked
    asks away back bad because become before began behind being below best better between both
    broken brought but call called calls came can cannot cant come comes could couldnt cried
    days did didnt die does doesnt doing done dont down during each early either else
    even ever every everyone falls feels felt few first following found four full further gave get
    gets getting give given gives go goes going gone good got hadnt hasnt having hasn her here hers
    him himself herself his hit hits how however hurt ill into isn isnt its itself just keeps kept knew know
    knows last late later lay least less let lets lied like likes lives living lost made make makes many
    maybe me mine might minutes more most much must my near need needed needs never new next nobody none
    nor nothing off often okay once only onto other others ought our out over own paid passed please put
    puts quite ran rang read really refuses rest right rings said same sat saw say says seems sent
    several shall should shouldnt sick since slept so soon sorry spoke stands started stays
    still stood stop such sure take taken takes talked tells than thanks thats their them then there
    things think thinks thought three through till til time today tomorrow tonight too took tried
    tries under unsure until upset usually very via waited walked wanted wants wasnt way weeks well wears
    went whose will without woke wont work works worked would wouldnt wrong wrote year years
    yes yesterday yet your yours ok tbc etc pls plz re per fyi asap eg ie hi hello dear mum dad nan gran
    bus chance dose doses scan scans scanner mri imaging angiogram sclerosis excel office copy file key
    keys switch lists document class degree mr mrs ms miss mx master sir dame lady lord st saint
    street road lane avenue drive close way court hall cottage villa place park green hill wing suite
    theatre theatres clinic clinics foundation building site library cafe bridge bay surgery
    hospice hospitals college school university cross royal general infirmary memorial county
    womens days
    twice thrice alone already almost straight directly personally instead happy sad angry worried
    keen free busy available ready able unable absent sends emails offers joins arrives brings bring
    begins believes cares cover covers drove eats ate finds fixes forgot happens hopes meets met notes
    opens picks reports returns runs sees signs sits sleeps speaks uses visits votes wakes writes
    prob probably def defo dnt cnt wld shd gonna gotta wanna ffs lol btw wo aka isnt arent wasnt werent
    if whether whenever wherever whatever unless though although therefore thus hence whereas
    any much bit lot little big small old young same different own every each few both neither
    weekly daily monthly yearly hourly nightly monday tuesday mon tue tues wed thu thur thurs fri sat sun
    hoover rota shift shifts handover bleep pager phone email call
    datix form forms letter notes chart charts
  `),
]
