import { DUTIES } from './duties.ts'
import { KEPT_BACK, ON_FILE, SUSPENDED } from './on-file.ts'

/** The start of a risk summit (M1) and of a teleconference (M3): whoever calls or chairs it changes it. One that Farida called (M1) is called off by her, or by who chairs it. */
const TIMES = `
                                                          time M1 | time M3 | call off
amina-farrow        ward nurse, Alder House                  .    |    .    |    .
gethin-okonjo       incident lead, Alder House               .    |    .    |    .
priya-lundgren      deputy incident lead                     .    |    .    |    .
yusra-pemberley     safeguarding lead                        .    |    .    |    .
oluchi-brandreth    head of Alder House                      .    |    .    |    .
marek-ashdown       removed an hour ago                      .    |    .    |    .
teodora-whitlock    Lead Provider quality lead               y    |    y    |    .
kwabena-lisle       its deputy                               .    |    y    |    .
ruaridh-penhale     its on-call contact                      .    |    y    |    .
ishani-vantongeren  head of the Lead Provider                .    |    y    |    .
callum-oyinlola     head of quality and safety               .    |    .    |    .
beatriz-thornby     administrator, Lead Provider             .    |    .    |    .
farida-lochhead     NHSE South East Quality Manager          .    |    .    |    y
emeka-strand        her deputy, council commissioner         .    |    .    |    .
cornelius-abara     its regional director and head           y    |    .    |    y
zofia-hartnell      deputy regional director                 y    |    .    |    .
hamza-trevithick    regional medical director                .    |    .    |    .
jasvinder-coombe    NHSE Midlands Quality Manager            .    |    .    |    .
tomasz-ellery       ward nurse, Orchard View                 .    |    .    |    .
shirin-castellane   incident lead, Orchard View              .    |    .    |    .
winston-achterberg  head of Orchard View                     .    |    .    |    .
siobhan-ekwueme     ward nurse, Kestrel Lodge                .    |    .    |    .
harriet-nwachukwu   chief nurse of the ICB                   .    |    .    |    .
lakshmi-dunmore     CQC inspector                            .    |    .    |    .
delroy-winspear     head of the council’s service            .    |    .    |    .
unlisted            an account of nobody in it               .    |    .    |    .
namesake            one that calls itself Teodora            .    |    .    |    .
`

/** How long meetings about a provider are kept: one that may be held, one that is, and one past its time. */
const KEEPING = `
                                                          hold meeting | release meeting | remove meeting
amina-farrow        ward nurse, Alder House                    .       |        .        |       .
gethin-okonjo       incident lead, Alder House                 .       |        .        |       .
priya-lundgren      deputy incident lead                       .       |        .        |       .
yusra-pemberley     safeguarding lead                          .       |        .        |       .
oluchi-brandreth    head of Alder House                        .       |        .        |       .
marek-ashdown       removed an hour ago                        .       |        .        |       .
teodora-whitlock    Lead Provider quality lead                 .       |        .        |       .
kwabena-lisle       its deputy                                 .       |        .        |       .
ruaridh-penhale     its on-call contact                        .       |        .        |       .
ishani-vantongeren  head of the Lead Provider                  .       |        .        |       .
callum-oyinlola     head of quality and safety                 .       |        .        |       .
beatriz-thornby     administrator, Lead Provider               y       |        y        |       y
farida-lochhead     NHSE South East Quality Manager            .       |        .        |       .
emeka-strand        her deputy, council commissioner           .       |        .        |       .
cornelius-abara     its regional director and head             .       |        .        |       .
zofia-hartnell      deputy regional director                   .       |        .        |       .
hamza-trevithick    regional medical director                  .       |        .        |       .
jasvinder-coombe    NHSE Midlands Quality Manager              .       |        .        |       .
tomasz-ellery       ward nurse, Orchard View                   .       |        .        |       .
shirin-castellane   incident lead, Orchard View                .       |        .        |       .
winston-achterberg  head of Orchard View                       .       |        .        |       .
siobhan-ekwueme     ward nurse, Kestrel Lodge                  .       |        .        |       .
harriet-nwachukwu   chief nurse of the ICB                     .       |        .        |       .
lakshmi-dunmore     CQC inspector                              .       |        .        |       .
delroy-winspear     head of the council’s service              .       |        .        |       .
unlisted            an account of nobody in it                 .       |        .        |       .
namesake            one that calls itself Teodora              .       |        .        |       .
`

/** Alder House, where the record that led to its level was corrected. */
const REVIEWS = `
                                                          level stands | look again | told otherwise
amina-farrow        ward nurse, Alder House                    .        |     .     |       .
gethin-okonjo       incident lead, Alder House                 .        |     .     |       .
priya-lundgren      deputy incident lead                       .        |     .     |       .
yusra-pemberley     safeguarding lead                          .        |     .     |       .
oluchi-brandreth    head of Alder House                        .        |     .     |       .
marek-ashdown       removed an hour ago                        .        |     .     |       .
teodora-whitlock    Lead Provider quality lead                 y        |     y     |       y
kwabena-lisle       its deputy                                 y        |     y     |       y
ruaridh-penhale     its on-call contact                        y        |     y     |       y
ishani-vantongeren  head of the Lead Provider                  y        |     y     |       y
callum-oyinlola     head of quality and safety                 .        |     .     |       .
beatriz-thornby     administrator, Lead Provider               .        |     .     |       .
farida-lochhead     NHSE South East Quality Manager            .        |     .     |       .
emeka-strand        her deputy, council commissioner           .        |     .     |       .
cornelius-abara     its regional director and head             .        |     .     |       .
zofia-hartnell      deputy regional director                   .        |     .     |       .
hamza-trevithick    regional medical director                  .        |     .     |       .
jasvinder-coombe    NHSE Midlands Quality Manager              .        |     .     |       .
tomasz-ellery       ward nurse, Orchard View                   .        |     .     |       .
shirin-castellane   incident lead, Orchard View                .        |     .     |       .
winston-achterberg  head of Orchard View                       .        |     .     |       .
siobhan-ekwueme     ward nurse, Kestrel Lodge                  .        |     .     |       .
harriet-nwachukwu   chief nurse of the ICB                     .        |     .     |       .
lakshmi-dunmore     CQC inspector                              .        |     .     |       .
delroy-winspear     head of the council’s service              .        |     .     |       .
unlisted            an account of nobody in it                 .        |     .     |       .
namesake            one that calls itself Teodora              .        |     .     |       .
`

/** Of meetings’ times, how long they are kept, and levels in question: as in the grids beside this. */
export const OVERSIGHT: readonly string[] = [
  TIMES,
  KEEPING,
  REVIEWS,
  ON_FILE,
  SUSPENDED,
  KEPT_BACK,
  DUTIES,
]
