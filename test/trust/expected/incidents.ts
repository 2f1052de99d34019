/** Serious incidents to the end, and news of what Amina raised: a clock of CQC’s is not needed, how often updates are given, no more news, when StEIS was updated. */
export const FOLLOWED = `
                                                          not needed | cadence   | news off | StEIS
amina-farrow        ward nurse, Alder House                   .      |     .     |    y     |   .
gethin-okonjo       incident lead, Alder House                y      |     .     |    .     |   .
priya-lundgren      deputy incident lead                      y      |     .     |    .     |   .
yusra-pemberley     safeguarding lead                         .      |     .     |    .     |   .
oluchi-brandreth    head of Alder House                       y      |     .     |    .     |   .
marek-ashdown       removed an hour ago                       .      |     .     |    .     |   .
teodora-whitlock    Lead Provider quality lead                y      |     y     |    .     |   y
kwabena-lisle       its deputy                                y      |     y     |    .     |   y
ruaridh-penhale     its on-call contact                       y      |     y     |    .     |   y
ishani-vantongeren  head of the Lead Provider                 y      |     y     |    .     |   y
callum-oyinlola     head of quality and safety                .      |     .     |    .     |   .
beatriz-thornby     administrator, Lead Provider              .      |     .     |    .     |   .
farida-lochhead     NHSE South East Quality Manager           .      |     .     |    .     |   .
emeka-strand        her deputy, council commissioner          .      |     .     |    .     |   .
cornelius-abara     its regional director and head            .      |     .     |    .     |   .
zofia-hartnell      deputy regional director                  .      |     .     |    .     |   .
hamza-trevithick    regional medical director                 .      |     .     |    .     |   .
jasvinder-coombe    NHSE Midlands Quality Manager             .      |     .     |    .     |   .
tomasz-ellery       ward nurse, Orchard View                  .      |     .     |    .     |   .
shirin-castellane   incident lead, Orchard View               .      |     .     |    .     |   .
winston-achterberg  head of Orchard View                      .      |     .     |    .     |   .
siobhan-ekwueme     ward nurse, Kestrel Lodge                 .      |     .     |    .     |   .
harriet-nwachukwu   chief nurse of the ICB                    .      |     .     |    .     |   .
lakshmi-dunmore     CQC inspector                             .      |     .     |    .     |   .
delroy-winspear     head of the council’s service             .      |     .     |    .     |   .
unlisted            an account of nobody in it                .      |     .     |    .     |   .
namesake            one that calls itself Teodora             .      |     .     |    .     |   .
`
