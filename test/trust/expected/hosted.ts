/** What the ICB shares, and what a placing commissioner shared, about Kestrel Lodge, which the ICB hosts: looked at by the host, one that may be closed, and read by whoever hosts the unit. */
export const HOSTED = `
                                                          share | triage shared | close shared | note shared | level Kestrel | tell A20 | make shared
amina-farrow        ward nurse, Alder House                 .   |       .       |      .       |      .      |       .       |    .     |      .
gethin-okonjo       incident lead, Alder House              .   |       .       |      .       |      .      |       .       |    .     |      .
priya-lundgren      deputy incident lead                    .   |       .       |      .       |      .      |       .       |    .     |      .
yusra-pemberley     safeguarding lead                       .   |       .       |      .       |      .      |       .       |    .     |      .
oluchi-brandreth    head of Alder House                     .   |       .       |      .       |      .      |       .       |    .     |      .
marek-ashdown       removed an hour ago                     .   |       .       |      .       |      .      |       .       |    .     |      .
teodora-whitlock    Lead Provider quality lead              .   |       .       |      y       |      y      |       y       |    .     |      y
kwabena-lisle       its deputy                              .   |       .       |      y       |      y      |       y       |    .     |      y
ruaridh-penhale     its on-call contact                     .   |       .       |      y       |      y      |       y       |    .     |      y
ishani-vantongeren  head of the Lead Provider               .   |       .       |      y       |      y      |       y       |    .     |      y
callum-oyinlola     head of quality and safety              .   |       .       |      .       |      y      |       y       |    .     |      .
beatriz-thornby     administrator, Lead Provider            .   |       .       |      .       |      y      |       .       |    .     |      .
farida-lochhead     NHSE South East Quality Manager         .   |       .       |      .       |      y      |       .       |    .     |      .
emeka-strand        her deputy, council commissioner        .   |       .       |      .       |      y      |       .       |    .     |      .
cornelius-abara     its regional director and head          .   |       .       |      .       |      y      |       .       |    .     |      .
zofia-hartnell      deputy regional director                .   |       .       |      .       |      y      |       .       |    .     |      .
hamza-trevithick    regional medical director               .   |       .       |      .       |      y      |       .       |    .     |      .
jasvinder-coombe    NHSE Midlands Quality Manager           .   |       .       |      .       |      y      |       .       |    .     |      .
tomasz-ellery       ward nurse, Orchard View                .   |       .       |      .       |      .      |       .       |    .     |      .
shirin-castellane   incident lead, Orchard View             .   |       .       |      .       |      .      |       .       |    .     |      .
winston-achterberg  head of Orchard View                    .   |       .       |      .       |      .      |       .       |    .     |      .
siobhan-ekwueme     ward nurse, Kestrel Lodge               .   |       .       |      .       |      y      |       .       |    .     |      .
harriet-nwachukwu   chief nurse of the ICB                  y   |       y       |      y       |      y      |       y       |    y     |      y
lakshmi-dunmore     CQC inspector                           .   |       .       |      .       |      .      |       .       |    .     |      .
delroy-winspear     head of the council’s service           .   |       .       |      .       |      .      |       .       |    .     |      .
unlisted            an account of nobody in it              .   |       .       |      .       |      .      |       .       |    .     |      .
namesake            one that calls itself Teodora           .   |       .       |      .       |      .      |       .       |    .     |      .
`
