import { HOSTED } from './hosted.ts'
import { FOLLOWED } from './incidents.ts'
import { OVERSIGHT } from './oversight.ts'

/**
 * Who may ask what, written by hand from the rules of the facts sheet and the choices in the README, and
 * from nothing of the product. A column is one thing that is asked, a line one person of the made-up
 * world: `y` they may, `.` they may not.
 */

/** Cases of Alder House: a concern, a serious incident, one that is closed. */
const CASES = `
                                                          raise | triage | level | urgent | late | have D1 | have D3 | snooze D1 | done D1 | done D2 | incident | call M3 | call M1 | note | note closed | panel | close | note itself
amina-farrow        ward nurse, Alder House                 y   |   .    |   .   |   .    |  .   |    .    |    .    |     .     |    .    |    .    |    .     |    .    |    .    |  y   |      y      |   .   |   .   |      y
gethin-okonjo       incident lead, Alder House              y   |   .    |   .   |   .    |  .   |    y    |    .    |     y     |    y    |    .    |    y     |    .    |    .    |  y   |      y      |   .   |   .   |      y
priya-lundgren      deputy incident lead                    y   |   .    |   .   |   .    |  .   |    y    |    .    |     y     |    y    |    .    |    y     |    .    |    .    |  y   |      y      |   .   |   .   |      y
yusra-pemberley     safeguarding lead                       y   |   .    |   .   |   .    |  .   |    .    |    .    |     .     |    .    |    .    |    .     |    .    |    .    |  y   |      y      |   .   |   .   |      y
oluchi-brandreth    head of Alder House                     y   |   .    |   .   |   .    |  .   |    y    |    .    |     y     |    y    |    .    |    y     |    .    |    .    |  y   |      y      |   .   |   .   |      y
marek-ashdown       removed an hour ago                     y   |   .    |   .   |   .    |  .   |    .    |    .    |     .     |    .    |    .    |    .     |    .    |    .    |  .   |      .      |   .   |   .   |      .
teodora-whitlock    Lead Provider quality lead              y   |   y    |   y   |   y    |  y   |    y    |    y    |     y     |    y    |    y    |    y     |    y    |    y    |  y   |      y      |   y   |   y   |      y
kwabena-lisle       its deputy                              y   |   y    |   y   |   y    |  y   |    y    |    y    |     y     |    y    |    y    |    y     |    y    |    y    |  y   |      y      |   y   |   y   |      y
ruaridh-penhale     its on-call contact                     y   |   y    |   y   |   y    |  y   |    y    |    y    |     y     |    y    |    y    |    y     |    y    |    y    |  y   |      y      |   y   |   y   |      y
ishani-vantongeren  head of the Lead Provider               y   |   y    |   y   |   y    |  y   |    y    |    y    |     y     |    y    |    y    |    y     |    y    |    y    |  y   |      y      |   y   |   y   |      y
callum-oyinlola     head of quality and safety              y   |   .    |   .   |   .    |  .   |    .    |    .    |     .     |    .    |    .    |    .     |    .    |    .    |  y   |      y      |   .   |   .   |      y
beatriz-thornby     administrator, Lead Provider            y   |   .    |   .   |   .    |  .   |    .    |    .    |     .     |    .    |    .    |    .     |    .    |    .    |  y   |      y      |   .   |   .   |      y
farida-lochhead     NHSE South East Quality Manager         y   |   .    |   .   |   .    |  .   |    .    |    .    |     .     |    .    |    .    |    .     |    .    |    y    |  y   |      y      |   .   |   .   |      y
emeka-strand        her deputy, council commissioner        y   |   .    |   .   |   .    |  .   |    .    |    .    |     .     |    .    |    .    |    .     |    .    |    y    |  y   |      y      |   .   |   .   |      y
cornelius-abara     its regional director and head          y   |   .    |   .   |   .    |  .   |    .    |    .    |     .     |    .    |    .    |    .     |    .    |    y    |  y   |      y      |   .   |   .   |      y
zofia-hartnell      deputy regional director                y   |   .    |   .   |   .    |  .   |    .    |    .    |     .     |    .    |    .    |    .     |    .    |    .    |  y   |      y      |   .   |   .   |      y
hamza-trevithick    regional medical director               y   |   .    |   .   |   .    |  .   |    .    |    .    |     .     |    .    |    .    |    .     |    .    |    .    |  y   |      y      |   .   |   .   |      y
jasvinder-coombe    NHSE Midlands Quality Manager           y   |   .    |   .   |   .    |  .   |    .    |    .    |     .     |    .    |    .    |    .     |    .    |    .    |  .   |      .      |   .   |   .   |      .
tomasz-ellery       ward nurse, Orchard View                y   |   .    |   .   |   .    |  .   |    .    |    .    |     .     |    .    |    .    |    .     |    .    |    .    |  .   |      .      |   .   |   .   |      .
shirin-castellane   incident lead, Orchard View             y   |   .    |   .   |   .    |  .   |    .    |    .    |     .     |    .    |    .    |    .     |    .    |    .    |  .   |      .      |   .   |   .   |      .
winston-achterberg  head of Orchard View                    y   |   .    |   .   |   .    |  .   |    .    |    .    |     .     |    .    |    .    |    .     |    .    |    .    |  .   |      .      |   .   |   .   |      .
siobhan-ekwueme     ward nurse, Kestrel Lodge               y   |   .    |   .   |   .    |  .   |    .    |    .    |     .     |    .    |    .    |    .     |    .    |    .    |  .   |      .      |   .   |   .   |      .
harriet-nwachukwu   chief nurse of the ICB                  y   |   .    |   .   |   .    |  .   |    .    |    .    |     .     |    .    |    .    |    .     |    .    |    .    |  .   |      .      |   .   |   .   |      .
lakshmi-dunmore     CQC inspector                           y   |   .    |   .   |   .    |  .   |    .    |    .    |     .     |    .    |    .    |    .     |    .    |    .    |  .   |      .      |   .   |   .   |      .
delroy-winspear     head of the council’s service           y   |   .    |   .   |   .    |  .   |    .    |    .    |     .     |    .    |    .    |    .     |    .    |    .    |  .   |      .      |   .   |   .   |      .
unlisted            an account of nobody in it              y   |   .    |   .   |   .    |  .   |    .    |    .    |     .     |    .    |    .    |    .     |    .    |    .    |  .   |      .      |   .   |   .   |      .
namesake            one that calls itself Teodora           y   |   .    |   .   |   .    |  .   |    .    |    .    |     .     |    .    |    .    |    .     |    .    |    .    |  .   |      .      |   .   |   .   |      .
`

/** A concern about a provider that is not listed, and an incident at Kestrel Lodge in the Midlands. */
const OTHERS = `
                                                          note unlisted | note Kestrel | triage Kestrel
amina-farrow        ward nurse, Alder House                     .       |      .       |       .
gethin-okonjo       incident lead, Alder House                  .       |      .       |       .
priya-lundgren      deputy incident lead                        .       |      .       |       .
yusra-pemberley     safeguarding lead                           .       |      .       |       .
oluchi-brandreth    head of Alder House                         .       |      .       |       .
marek-ashdown       removed an hour ago                         .       |      .       |       .
teodora-whitlock    Lead Provider quality lead                  y       |      y       |       y
kwabena-lisle       its deputy                                  y       |      y       |       y
ruaridh-penhale     its on-call contact                         y       |      y       |       y
ishani-vantongeren  head of the Lead Provider                   y       |      y       |       y
callum-oyinlola     head of quality and safety                  y       |      y       |       .
beatriz-thornby     administrator, Lead Provider                y       |      y       |       .
farida-lochhead     NHSE South East Quality Manager             y       |      y       |       .
emeka-strand        her deputy, council commissioner            y       |      y       |       .
cornelius-abara     its regional director and head              y       |      y       |       .
zofia-hartnell      deputy regional director                    y       |      y       |       .
hamza-trevithick    regional medical director                   y       |      y       |       .
jasvinder-coombe    NHSE Midlands Quality Manager               .       |      y       |       .
tomasz-ellery       ward nurse, Orchard View                    .       |      .       |       .
shirin-castellane   incident lead, Orchard View                 .       |      .       |       .
winston-achterberg  head of Orchard View                        .       |      .       |       .
siobhan-ekwueme     ward nurse, Kestrel Lodge                   .       |      y       |       .
harriet-nwachukwu   chief nurse of the ICB                      .       |      .       |       .
lakshmi-dunmore     CQC inspector                               .       |      .       |       .
delroy-winspear     head of the council’s service               .       |      .       |       .
unlisted            an account of nobody in it                  .       |      .       |       .
namesake            one that calls itself Teodora               .       |      .       |       .
`

/** An incident that is made confidential; who sees a confidential case that Amina raised, and Tomasz asks to see. */
const CONFIDENTIAL = `
                                                          make it | give | take | refuse
amina-farrow        ward nurse, Alder House                  .    |  .   |  .   |   .
gethin-okonjo       incident lead, Alder House               .    |  .   |  .   |   .
priya-lundgren      deputy incident lead                     .    |  .   |  .   |   .
yusra-pemberley     safeguarding lead                        .    |  .   |  .   |   .
oluchi-brandreth    head of Alder House                      .    |  .   |  .   |   .
marek-ashdown       removed an hour ago                      .    |  .   |  .   |   .
teodora-whitlock    Lead Provider quality lead               y    |  y   |  y   |   y
kwabena-lisle       its deputy                               y    |  y   |  y   |   y
ruaridh-penhale     its on-call contact                      y    |  .   |  .   |   .
ishani-vantongeren  head of the Lead Provider                y    |  .   |  .   |   .
callum-oyinlola     head of quality and safety               .    |  .   |  .   |   .
beatriz-thornby     administrator, Lead Provider             .    |  .   |  .   |   .
farida-lochhead     NHSE South East Quality Manager          .    |  .   |  .   |   .
emeka-strand        her deputy, council commissioner         .    |  .   |  .   |   .
cornelius-abara     its regional director and head           .    |  .   |  .   |   .
zofia-hartnell      deputy regional director                 .    |  .   |  .   |   .
hamza-trevithick    regional medical director                .    |  .   |  .   |   .
jasvinder-coombe    NHSE Midlands Quality Manager            .    |  .   |  .   |   .
tomasz-ellery       ward nurse, Orchard View                 .    |  .   |  .   |   .
shirin-castellane   incident lead, Orchard View              .    |  .   |  .   |   .
winston-achterberg  head of Orchard View                     .    |  .   |  .   |   .
siobhan-ekwueme     ward nurse, Kestrel Lodge                .    |  .   |  .   |   .
harriet-nwachukwu   chief nurse of the ICB                   .    |  .   |  .   |   .
lakshmi-dunmore     CQC inspector                            .    |  .   |  .   |   .
delroy-winspear     head of the council’s service            .    |  .   |  .   |   .
unlisted            an account of nobody in it               .    |  .   |  .   |   .
namesake            one that calls itself Teodora            .    |  .   |  .   |   .
`

/** A risk summit (M1) in a room of its own, and a teleconference (M3) in the case’s thread. */
const MEETINGS = `
                                                          seat | chair | record M1 | record M3 | stand in | oneself | note M1 | note M3 | call itself | note M1 itself
amina-farrow        ward nurse, Alder House                .   |   .   |     .     |     .     |    .     |    .    |    .    |    y    |      .      |       .
gethin-okonjo       incident lead, Alder House             .   |   .   |     .     |     .     |    .     |    .    |    .    |    y    |      .      |       .
priya-lundgren      deputy incident lead                   .   |   .   |     .     |     .     |    .     |    .    |    .    |    y    |      .      |       .
yusra-pemberley     safeguarding lead                      .   |   .   |     .     |     .     |    .     |    .    |    .    |    y    |      .      |       .
oluchi-brandreth    head of Alder House                    .   |   .   |     .     |     .     |    .     |    .    |    y    |    y    |      .      |       y
marek-ashdown       removed an hour ago                    .   |   .   |     .     |     .     |    .     |    .    |    .    |    .    |      .      |       .
teodora-whitlock    Lead Provider quality lead             .   |   .   |     y     |     y     |    y     |    y    |    y    |    y    |      y      |       y
kwabena-lisle       its deputy                             .   |   .   |     .     |     y     |    .     |    .    |    .    |    y    |      y      |       .
ruaridh-penhale     its on-call contact                    .   |   .   |     .     |     y     |    .     |    .    |    .    |    y    |      y      |       .
ishani-vantongeren  head of the Lead Provider              .   |   .   |     .     |     y     |    .     |    .    |    .    |    y    |      y      |       .
callum-oyinlola     head of quality and safety             .   |   .   |     .     |     .     |    .     |    .    |    .    |    y    |      .      |       .
beatriz-thornby     administrator, Lead Provider           .   |   .   |     .     |     .     |    .     |    .    |    .    |    y    |      .      |       .
farida-lochhead     NHSE South East Quality Manager        .   |   .   |     .     |     .     |    .     |    .    |    .    |    y    |      y      |       .
emeka-strand        her deputy, council commissioner       .   |   .   |     .     |     .     |    .     |    .    |    .    |    y    |      y      |       .
cornelius-abara     its regional director and head         .   |   y   |     y     |     .     |    y     |    y    |    y    |    y    |      y      |       y
zofia-hartnell      deputy regional director               .   |   y   |     y     |     .     |    y     |    y    |    y    |    y    |      .      |       y
hamza-trevithick    regional medical director              y   |   .   |     .     |     .     |    .     |    .    |    y    |    y    |      .      |       y
jasvinder-coombe    NHSE Midlands Quality Manager          .   |   .   |     .     |     .     |    .     |    .    |    .    |    .    |      .      |       .
tomasz-ellery       ward nurse, Orchard View               .   |   .   |     .     |     .     |    .     |    .    |    .    |    .    |      .      |       .
shirin-castellane   incident lead, Orchard View            .   |   .   |     .     |     .     |    .     |    .    |    .    |    .    |      .      |       .
winston-achterberg  head of Orchard View                   .   |   .   |     .     |     .     |    .     |    .    |    .    |    .    |      .      |       .
siobhan-ekwueme     ward nurse, Kestrel Lodge              .   |   .   |     .     |     .     |    .     |    .    |    .    |    .    |      .      |       .
harriet-nwachukwu   chief nurse of the ICB                 .   |   .   |     .     |     .     |    .     |    y    |    y    |    .    |      .      |       y
lakshmi-dunmore     CQC inspector                          .   |   .   |     .     |     .     |    .     |    .    |    y    |    .    |      .      |       y
delroy-winspear     head of the council’s service          .   |   .   |     .     |     .     |    .     |    .    |    y    |    .    |      .      |       y
unlisted            an account of nobody in it             .   |   .   |     .     |     .     |    .     |    .    |    .    |    .    |      .      |       .
namesake            one that calls itself Teodora          .   |   .   |     .     |     .     |    .     |    .    |    .    |    .    |      .      |       .
`

/** The record of a risk summit that Teodora wrote, and that Zofia was asked to chair: a draft, and a sealed one. */
const RECORDS = `
                                                          correct M1 | seal M1 | addendum M1
amina-farrow        ward nurse, Alder House                   .      |    .    |      .
gethin-okonjo       incident lead, Alder House                .      |    .    |      .
priya-lundgren      deputy incident lead                      .      |    .    |      .
yusra-pemberley     safeguarding lead                         .      |    .    |      .
oluchi-brandreth    head of Alder House                       .      |    .    |      .
marek-ashdown       removed an hour ago                       .      |    .    |      .
teodora-whitlock    Lead Provider quality lead                y      |    y    |      y
kwabena-lisle       its deputy                                .      |    .    |      .
ruaridh-penhale     its on-call contact                       .      |    .    |      .
ishani-vantongeren  head of the Lead Provider                 .      |    .    |      .
callum-oyinlola     head of quality and safety                .      |    .    |      .
beatriz-thornby     administrator, Lead Provider              .      |    .    |      .
farida-lochhead     NHSE South East Quality Manager           .      |    .    |      .
emeka-strand        her deputy, council commissioner          .      |    .    |      .
cornelius-abara     its regional director and head            y      |    y    |      y
zofia-hartnell      deputy regional director                  y      |    y    |      y
hamza-trevithick    regional medical director                 .      |    .    |      .
jasvinder-coombe    NHSE Midlands Quality Manager             .      |    .    |      .
tomasz-ellery       ward nurse, Orchard View                  .      |    .    |      .
shirin-castellane   incident lead, Orchard View               .      |    .    |      .
winston-achterberg  head of Orchard View                      .      |    .    |      .
siobhan-ekwueme     ward nurse, Kestrel Lodge                 .      |    .    |      .
harriet-nwachukwu   chief nurse of the ICB                    .      |    .    |      .
lakshmi-dunmore     CQC inspector                             .      |    .    |      .
delroy-winspear     head of the council’s service             .      |    .    |      .
unlisted            an account of nobody in it                .      |    .    |      .
namesake            one that calls itself Teodora             .      |    .    |      .
`

/** A risk summit that Farida called: Hamza has asked Alder House for three actions, of which Gethin is the owner. */
const ACTIONS = `
                                                          ask action | accept action | have action | done action | judge action | drop action | bring in | take out
amina-farrow        ward nurse, Alder House                   .      |       .       |      .      |      .      |      .       |      .      |    .     |    .
gethin-okonjo       incident lead, Alder House                .      |       y       |      y      |      y      |      .       |      .      |    .     |    .
priya-lundgren      deputy incident lead                      .      |       y       |      y      |      y      |      .       |      .      |    .     |    .
yusra-pemberley     safeguarding lead                         y      |       .       |      .      |      .      |      .       |      .      |    .     |    .
oluchi-brandreth    head of Alder House                       y      |       y       |      y      |      y      |      .       |      .      |    .     |    .
marek-ashdown       removed an hour ago                       .      |       .       |      .      |      .      |      .       |      .      |    .     |    .
teodora-whitlock    Lead Provider quality lead                y      |       .       |      .      |      .      |      y       |      .      |    .     |    .
kwabena-lisle       its deputy                                .      |       .       |      .      |      .      |      .       |      .      |    .     |    .
ruaridh-penhale     its on-call contact                       .      |       .       |      .      |      .      |      .       |      .      |    .     |    .
ishani-vantongeren  head of the Lead Provider                 .      |       .       |      .      |      .      |      .       |      .      |    .     |    .
callum-oyinlola     head of quality and safety                .      |       .       |      .      |      .      |      .       |      .      |    .     |    .
beatriz-thornby     administrator, Lead Provider              .      |       .       |      .      |      .      |      .       |      .      |    .     |    .
farida-lochhead     NHSE South East Quality Manager           y      |       .       |      .      |      .      |      y       |      y      |    y     |    y
emeka-strand        her deputy, council commissioner          .      |       .       |      .      |      .      |      .       |      .      |    .     |    .
cornelius-abara     its regional director and head            y      |       .       |      .      |      .      |      y       |      y      |    y     |    y
zofia-hartnell      deputy regional director                  .      |       .       |      .      |      .      |      .       |      .      |    .     |    .
hamza-trevithick    regional medical director                 y      |       .       |      .      |      .      |      .       |      y      |    .     |    .
jasvinder-coombe    NHSE Midlands Quality Manager             .      |       .       |      .      |      .      |      .       |      .      |    .     |    .
tomasz-ellery       ward nurse, Orchard View                  .      |       .       |      .      |      .      |      .       |      .      |    .     |    .
shirin-castellane   incident lead, Orchard View               .      |       .       |      .      |      .      |      .       |      .      |    .     |    .
winston-achterberg  head of Orchard View                      .      |       .       |      .      |      .      |      .       |      .      |    .     |    .
siobhan-ekwueme     ward nurse, Kestrel Lodge                 .      |       .       |      .      |      .      |      .       |      .      |    .     |    .
harriet-nwachukwu   chief nurse of the ICB                    y      |       .       |      .      |      .      |      .       |      .      |    .     |    .
lakshmi-dunmore     CQC inspector                             y      |       .       |      .      |      .      |      .       |      .      |    .     |    .
delroy-winspear     head of the council’s service             y      |       .       |      .      |      .      |      .       |      .      |    .     |    .
unlisted            an account of nobody in it                .      |       .       |      .      |      .      |      .       |      .      |    .     |    .
namesake            one that calls itself Teodora             .      |       .       |      .      |      .      |      .       |      .      |    .     |    .
`

/** A risk summit that decides: somebody is out, and decisions that are open, passed and in dispute. */
const DECIDING = `
                                                          conflict own | conflict other | return | propose | vote | close vote | withdraw | dispute | name resolver | resolve
amina-farrow        ward nurse, Alder House                     .      |        .       |    .   |    .    |   .  |      .     |     .    |    .    |       .       |    .
gethin-okonjo       incident lead, Alder House                  .      |        .       |    .   |    .    |   .  |      .     |     .    |    .    |       .       |    .
priya-lundgren      deputy incident lead                        .      |        .       |    .   |    .    |   .  |      .     |     .    |    .    |       .       |    .
yusra-pemberley     safeguarding lead                           .      |        .       |    .   |    .    |   .  |      .     |     .    |    .    |       .       |    .
oluchi-brandreth    head of Alder House                         y      |        .       |    .   |    .    |   y  |      .     |     .    |    y    |       .       |    .
marek-ashdown       removed an hour ago                         .      |        .       |    .   |    .    |   .  |      .     |     .    |    .    |       .       |    .
teodora-whitlock    Lead Provider quality lead                  y      |        y       |    y   |    y    |   y  |      y     |     y    |    y    |       y       |    .
kwabena-lisle       its deputy                                  .      |        .       |    .   |    .    |   .  |      .     |     .    |    .    |       .       |    .
ruaridh-penhale     its on-call contact                         .      |        .       |    .   |    .    |   .  |      .     |     .    |    .    |       .       |    .
ishani-vantongeren  head of the Lead Provider                   .      |        .       |    .   |    .    |   .  |      .     |     .    |    .    |       .       |    .
callum-oyinlola     head of quality and safety                  .      |        .       |    .   |    .    |   .  |      .     |     .    |    .    |       .       |    .
beatriz-thornby     administrator, Lead Provider                .      |        .       |    .   |    .    |   .  |      .     |     .    |    .    |       .       |    .
farida-lochhead     NHSE South East Quality Manager             .      |        .       |    .   |    .    |   .  |      .     |     .    |    .    |       .       |    .
emeka-strand        her deputy, council commissioner            .      |        .       |    .   |    .    |   .  |      .     |     .    |    .    |       .       |    .
cornelius-abara     its regional director and head              y      |        y       |    y   |    y    |   y  |      y     |     y    |    .    |       y       |    y
zofia-hartnell      deputy regional director                    y      |        y       |    y   |    y    |   .  |      y     |     y    |    .    |       y       |    y
hamza-trevithick    regional medical director                   y      |        y       |    .   |    .    |   y  |      .     |     .    |    .    |       .       |    .
jasvinder-coombe    NHSE Midlands Quality Manager               .      |        .       |    .   |    .    |   .  |      .     |     .    |    .    |       .       |    .
tomasz-ellery       ward nurse, Orchard View                    .      |        .       |    .   |    .    |   .  |      .     |     .    |    .    |       .       |    .
shirin-castellane   incident lead, Orchard View                 .      |        .       |    .   |    .    |   .  |      .     |     .    |    .    |       .       |    .
winston-achterberg  head of Orchard View                        .      |        .       |    .   |    .    |   .  |      .     |     .    |    .    |       .       |    .
siobhan-ekwueme     ward nurse, Kestrel Lodge                   .      |        .       |    .   |    .    |   .  |      .     |     .    |    .    |       .       |    .
harriet-nwachukwu   chief nurse of the ICB                      y      |        .       |    .   |    .    |   y  |      .     |     .    |    .    |       .       |    y
lakshmi-dunmore     CQC inspector                               y      |        .       |    .   |    .    |   y  |      .     |     .    |    .    |       .       |    .
delroy-winspear     head of the council’s service               y      |        .       |    .   |    .    |   .  |      .     |     .    |    .    |       .       |    .
unlisted            an account of nobody in it                  .      |        .       |    .   |    .    |   .  |      .     |     .    |    .    |       .       |    .
namesake            one that calls itself Teodora               .      |        .       |    .   |    .    |   .  |      .     |     .    |    .    |       .       |    .
`

/** Kestrel Lodge on routine (G1), Orchard View on enhanced by mistake (G0), Alder House on enhanced (the rest); the last two past every form. */
const PROVIDERS = `
                                                          G1 | G8 | G0 | rate | D16 | own check | call M6 | tell M7 | note provider | rate itself | G13 by M1 | note provider itself
amina-farrow        ward nurse, Alder House               .  | .  | .  |  .   |  .  |     .     |    .    |    .    |       y       |      .      |     .     |          y
gethin-okonjo       incident lead, Alder House            .  | .  | .  |  .   |  .  |     .     |    .    |    .    |       y       |      .      |     .     |          y
priya-lundgren      deputy incident lead                  .  | .  | .  |  .   |  .  |     .     |    .    |    .    |       y       |      .      |     .     |          y
yusra-pemberley     safeguarding lead                     .  | .  | .  |  .   |  .  |     .     |    .    |    .    |       y       |      .      |     .     |          y
oluchi-brandreth    head of Alder House                   .  | .  | .  |  .   |  .  |     y     |    .    |    .    |       y       |      .      |     .     |          y
marek-ashdown       removed an hour ago                   .  | .  | .  |  .   |  .  |     .     |    .    |    .    |       .       |      .      |     .     |          .
teodora-whitlock    Lead Provider quality lead            y  | .  | y  |  y   |  y  |     y     |    y    |    y    |       y       |      y      |     y     |          y
kwabena-lisle       its deputy                            y  | .  | y  |  y   |  y  |     y     |    y    |    y    |       y       |      y      |     y     |          y
ruaridh-penhale     its on-call contact                   y  | .  | y  |  y   |  y  |     y     |    y    |    y    |       y       |      y      |     y     |          y
ishani-vantongeren  head of the Lead Provider             y  | .  | y  |  y   |  y  |     y     |    y    |    y    |       y       |      y      |     y     |          y
callum-oyinlola     head of quality and safety            y  | .  | .  |  .   |  .  |     .     |    .    |    .    |       y       |      .      |     .     |          y
beatriz-thornby     administrator, Lead Provider          .  | .  | .  |  .   |  .  |     .     |    .    |    .    |       y       |      .      |     .     |          y
farida-lochhead     NHSE South East Quality Manager       .  | y  | y  |  .   |  .  |     .     |    y    |    y    |       y       |      .      |     y     |          y
emeka-strand        her deputy, council commissioner      .  | y  | y  |  y   |  .  |     .     |    y    |    y    |       y       |      y      |     y     |          y
cornelius-abara     its regional director and head        .  | y  | y  |  .   |  .  |     .     |    y    |    y    |       y       |      .      |     y     |          y
zofia-hartnell      deputy regional director              .  | y  | .  |  .   |  .  |     .     |    .    |    .    |       y       |      .      |     .     |          y
hamza-trevithick    regional medical director             .  | .  | .  |  .   |  .  |     .     |    .    |    .    |       y       |      .      |     .     |          y
jasvinder-coombe    NHSE Midlands Quality Manager         .  | .  | .  |  .   |  .  |     .     |    .    |    .    |       .       |      .      |     .     |          .
tomasz-ellery       ward nurse, Orchard View              .  | .  | .  |  .   |  .  |     .     |    .    |    .    |       .       |      .      |     .     |          .
shirin-castellane   incident lead, Orchard View           .  | .  | .  |  .   |  .  |     .     |    .    |    .    |       .       |      .      |     .     |          .
winston-achterberg  head of Orchard View                  .  | .  | .  |  .   |  .  |     .     |    .    |    .    |       .       |      .      |     .     |          .
siobhan-ekwueme     ward nurse, Kestrel Lodge             .  | .  | .  |  .   |  .  |     .     |    .    |    .    |       .       |      .      |     .     |          .
harriet-nwachukwu   chief nurse of the ICB                y  | .  | .  |  .   |  .  |     .     |    .    |    .    |       .       |      .      |     .     |          .
lakshmi-dunmore     CQC inspector                         .  | .  | .  |  .   |  .  |     .     |    .    |    .    |       .       |      .      |     .     |          .
delroy-winspear     head of the council’s service         .  | .  | .  |  .   |  .  |     .     |    .    |    .    |       .       |      .      |     .     |          .
unlisted            an account of nobody in it            .  | .  | .  |  .   |  .  |     .     |    .    |    .    |       .       |      .      |     .     |          .
namesake            one that calls itself Teodora         .  | .  | .  |  .   |  .  |     .     |    .    |    .    |       .       |      .      |     .     |          .
`

/** How long closed cases are kept: a concern that may be held, one that is, and one past its time. */
const KEEPING = `
                                                          hold case | release case | remove case
amina-farrow        ward nurse, Alder House                 .     |      .       |      .
gethin-okonjo       incident lead, Alder House              .     |      .       |      .
priya-lundgren      deputy incident lead                    .     |      .       |      .
yusra-pemberley     safeguarding lead                       .     |      .       |      .
oluchi-brandreth    head of Alder House                     .     |      .       |      .
marek-ashdown       removed an hour ago                     .     |      .       |      .
teodora-whitlock    Lead Provider quality lead              .     |      .       |      .
kwabena-lisle       its deputy                              .     |      .       |      .
ruaridh-penhale     its on-call contact                     .     |      .       |      .
ishani-vantongeren  head of the Lead Provider               .     |      .       |      .
callum-oyinlola     head of quality and safety              .     |      .       |      .
beatriz-thornby     administrator, Lead Provider            y     |      y       |      y
farida-lochhead     NHSE South East Quality Manager         .     |      .       |      .
emeka-strand        her deputy, council commissioner        .     |      .       |      .
cornelius-abara     its regional director and head          .     |      .       |      .
zofia-hartnell      deputy regional director                .     |      .       |      .
hamza-trevithick    regional medical director               .     |      .       |      .
jasvinder-coombe    NHSE Midlands Quality Manager           .     |      .       |      .
tomasz-ellery       ward nurse, Orchard View                .     |      .       |      .
shirin-castellane   incident lead, Orchard View             .     |      .       |      .
winston-achterberg  head of Orchard View                    .     |      .       |      .
siobhan-ekwueme     ward nurse, Kestrel Lodge               .     |      .       |      .
harriet-nwachukwu   chief nurse of the ICB                  .     |      .       |      .
lakshmi-dunmore     CQC inspector                           .     |      .       |      .
delroy-winspear     head of the council’s service           .     |      .       |      .
unlisted            an account of nobody in it              .     |      .       |      .
namesake            one that calls itself Teodora           .     |      .       |      .
`

/** Alder House itself: Amina’s leave, who is incident lead, somebody new, and Gethin leaving; who approved the rules; the tracker as a digest for oneself and in its room. */
const ORGANISATIONS = `
                                                          away | appoint | add | remove | approve | digest | room digest
amina-farrow        ward nurse, Alder House                y   |    .    |  .  |   .   |    .    |   y    |      .
gethin-okonjo       incident lead, Alder House             .   |    .    |  .  |   .   |    .    |   y    |      .
priya-lundgren      deputy incident lead                   .   |    .    |  .  |   .   |    .    |   y    |      .
yusra-pemberley     safeguarding lead                      .   |    .    |  .  |   .   |    .    |   y    |      .
oluchi-brandreth    head of Alder House                    y   |    y    |  .  |   y   |    .    |   y    |      y
marek-ashdown       removed an hour ago                    .   |    .    |  .  |   .   |    .    |   .    |      .
teodora-whitlock    Lead Provider quality lead             .   |    .    |  .  |   .   |    .    |   .    |      y
kwabena-lisle       its deputy                             .   |    .    |  .  |   .   |    .    |   .    |      y
ruaridh-penhale     its on-call contact                    .   |    .    |  .  |   .   |    .    |   .    |      y
ishani-vantongeren  head of the Lead Provider              .   |    .    |  .  |   .   |    .    |   .    |      y
callum-oyinlola     head of quality and safety             .   |    .    |  .  |   .   |    .    |   .    |      y
beatriz-thornby     administrator, Lead Provider           y   |    y    |  y  |   y   |    y    |   .    |      .
farida-lochhead     NHSE South East Quality Manager        .   |    .    |  .  |   .   |    .    |   .    |      .
emeka-strand        her deputy, council commissioner       .   |    .    |  .  |   .   |    .    |   .    |      .
cornelius-abara     its regional director and head         .   |    .    |  .  |   .   |    .    |   .    |      .
zofia-hartnell      deputy regional director               .   |    .    |  .  |   .   |    .    |   .    |      .
hamza-trevithick    regional medical director              .   |    .    |  .  |   .   |    .    |   .    |      .
jasvinder-coombe    NHSE Midlands Quality Manager          .   |    .    |  .  |   .   |    .    |   .    |      .
tomasz-ellery       ward nurse, Orchard View               .   |    .    |  .  |   .   |    .    |   .    |      .
shirin-castellane   incident lead, Orchard View            .   |    .    |  .  |   .   |    .    |   .    |      .
winston-achterberg  head of Orchard View                   .   |    .    |  .  |   .   |    .    |   .    |      .
siobhan-ekwueme     ward nurse, Kestrel Lodge              .   |    .    |  .  |   .   |    .    |   .    |      .
harriet-nwachukwu   chief nurse of the ICB                 .   |    .    |  .  |   .   |    .    |   .    |      .
lakshmi-dunmore     CQC inspector                          .   |    .    |  .  |   .   |    .    |   .    |      .
delroy-winspear     head of the council’s service          .   |    .    |  .  |   .   |    .    |   .    |      .
unlisted            an account of nobody in it             .   |    .    |  .  |   .   |    .    |   .    |      .
namesake            one that calls itself Teodora          .   |    .    |  .  |   .   |    .    |   .    |      .
`

/** A rehearsal that Amina began, alone: a new one, and acting in hers, moving its clock, ending it. */
const REHEARSALS = `
                                                          begin | act | move | end
amina-farrow        ward nurse, Alder House                 y   |  y  |  y   |  y
gethin-okonjo       incident lead, Alder House              y   |  y  |  y   |  y
priya-lundgren      deputy incident lead                    y   |  y  |  y   |  y
yusra-pemberley     safeguarding lead                       y   |  y  |  y   |  y
oluchi-brandreth    head of Alder House                     y   |  y  |  y   |  y
marek-ashdown       removed an hour ago                     .   |  .  |  .   |  .
teodora-whitlock    Lead Provider quality lead              y   |  .  |  .   |  .
kwabena-lisle       its deputy                              y   |  .  |  .   |  .
ruaridh-penhale     its on-call contact                     y   |  .  |  .   |  .
ishani-vantongeren  head of the Lead Provider               y   |  .  |  .   |  .
callum-oyinlola     head of quality and safety              y   |  .  |  .   |  .
beatriz-thornby     administrator, Lead Provider            y   |  .  |  .   |  .
farida-lochhead     NHSE South East Quality Manager         y   |  .  |  .   |  .
emeka-strand        her deputy, council commissioner        y   |  .  |  .   |  .
cornelius-abara     its regional director and head          y   |  .  |  .   |  .
zofia-hartnell      deputy regional director                y   |  .  |  .   |  .
hamza-trevithick    regional medical director               y   |  .  |  .   |  .
jasvinder-coombe    NHSE Midlands Quality Manager           y   |  .  |  .   |  .
tomasz-ellery       ward nurse, Orchard View                y   |  .  |  .   |  .
shirin-castellane   incident lead, Orchard View             y   |  .  |  .   |  .
winston-achterberg  head of Orchard View                    y   |  .  |  .   |  .
siobhan-ekwueme     ward nurse, Kestrel Lodge               y   |  .  |  .   |  .
harriet-nwachukwu   chief nurse of the ICB                  y   |  .  |  .   |  .
lakshmi-dunmore     CQC inspector                           y   |  .  |  .   |  .
delroy-winspear     head of the council’s service           y   |  .  |  .   |  .
unlisted            an account of nobody in it              .   |  .  |  .   |  .
namesake            one that calls itself Teodora           .   |  .  |  .   |  .
`

export const GRIDS: readonly string[] = [
  CASES,
  OTHERS,
  CONFIDENTIAL,
  MEETINGS,
  RECORDS,
  ACTIONS,
  DECIDING,
  PROVIDERS,
  KEEPING,
  ORGANISATIONS,
  REHEARSALS,
  HOSTED,
  FOLLOWED,
  ...OVERSIGHT,
]
