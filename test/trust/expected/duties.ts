/** What the Lead Provider owes with its region, and visits to Alder House: whoever owes them, and the quality lead. Its commissioner decides on a stage. */
export const DUTIES = `
                                                          begin D12 | stop D13 | how often | not held | leave D22 | stage
amina-farrow        ward nurse, Alder House                   .     |    .     |     .     |    .     |     .     |   .
gethin-okonjo       incident lead, Alder House                .     |    .     |     .     |    .     |     .     |   .
priya-lundgren      deputy incident lead                      .     |    .     |     .     |    .     |     .     |   .
yusra-pemberley     safeguarding lead                         .     |    .     |     .     |    .     |     .     |   .
oluchi-brandreth    head of Alder House                       .     |    .     |     .     |    .     |     .     |   .
marek-ashdown       removed an hour ago                       .     |    .     |     .     |    .     |     .     |   .
teodora-whitlock    Lead Provider quality lead                y     |    y     |     y     |    y     |     y     |   .
kwabena-lisle       its deputy                                y     |    y     |     y     |    y     |     y     |   .
ruaridh-penhale     its on-call contact                       y     |    y     |     y     |    y     |     y     |   .
ishani-vantongeren  head of the Lead Provider                 y     |    y     |     y     |    y     |     y     |   .
callum-oyinlola     head of quality and safety                .     |    .     |     .     |    .     |     .     |   .
beatriz-thornby     administrator, Lead Provider              .     |    .     |     .     |    .     |     .     |   .
farida-lochhead     NHSE South East Quality Manager           y     |    y     |     y     |    y     |     .     |   .
emeka-strand        her deputy, council commissioner          y     |    y     |     y     |    y     |     .     |   y
cornelius-abara     its regional director and head            y     |    y     |     y     |    y     |     .     |   .
zofia-hartnell      deputy regional director                  .     |    .     |     .     |    .     |     .     |   .
hamza-trevithick    regional medical director                 .     |    .     |     .     |    .     |     .     |   .
jasvinder-coombe    NHSE Midlands Quality Manager             .     |    .     |     .     |    .     |     .     |   .
tomasz-ellery       ward nurse, Orchard View                  .     |    .     |     .     |    .     |     .     |   .
shirin-castellane   incident lead, Orchard View               .     |    .     |     .     |    .     |     .     |   .
winston-achterberg  head of Orchard View                      .     |    .     |     .     |    .     |     .     |   .
siobhan-ekwueme     ward nurse, Kestrel Lodge                 .     |    .     |     .     |    .     |     .     |   .
harriet-nwachukwu   chief nurse of the ICB                    .     |    .     |     .     |    .     |     .     |   .
lakshmi-dunmore     CQC inspector                             .     |    .     |     .     |    .     |     .     |   .
delroy-winspear     head of the council’s service             .     |    .     |     .     |    .     |     .     |   .
unlisted            an account of nobody in it                .     |    .     |     .     |    .     |     .     |   .
namesake            one that calls itself Teodora             .     |    .     |     .     |    .     |     .     |   .
`
