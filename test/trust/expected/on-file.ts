/** What is put on file: a risk by whoever commissions, an action of the plan by whoever the provider has for it as well. */
export const ON_FILE = `
                                                          put risk | plan action
amina-farrow        ward nurse, Alder House                   .    |      .
gethin-okonjo       incident lead, Alder House                .    |      y
priya-lundgren      deputy incident lead                      .    |      y
yusra-pemberley     safeguarding lead                         .    |      .
oluchi-brandreth    head of Alder House                       .    |      y
marek-ashdown       removed an hour ago                       .    |      .
teodora-whitlock    Lead Provider quality lead                y    |      y
kwabena-lisle       its deputy                                y    |      y
ruaridh-penhale     its on-call contact                       y    |      y
ishani-vantongeren  head of the Lead Provider                 y    |      y
callum-oyinlola     head of quality and safety                y    |      y
beatriz-thornby     administrator, Lead Provider              .    |      .
farida-lochhead     NHSE South East Quality Manager           .    |      .
emeka-strand        her deputy, council commissioner          .    |      .
cornelius-abara     its regional director and head            .    |      .
zofia-hartnell      deputy regional director                  .    |      .
hamza-trevithick    regional medical director                 .    |      .
jasvinder-coombe    NHSE Midlands Quality Manager             .    |      .
tomasz-ellery       ward nurse, Orchard View                  .    |      .
shirin-castellane   incident lead, Orchard View               .    |      .
winston-achterberg  head of Orchard View                      .    |      .
siobhan-ekwueme     ward nurse, Kestrel Lodge                 .    |      .
harriet-nwachukwu   chief nurse of the ICB                    .    |      .
lakshmi-dunmore     CQC inspector                             .    |      .
delroy-winspear     head of the council’s service             .    |      .
unlisted            an account of nobody in it                .    |      .
namesake            one that calls itself Teodora             .    |      .
`

/** Suspensions are the commissioner’s; visits the quality team’s as well. The provider, Orchard View, may escalate and answer for a partner. */
export const SUSPENDED = `
                                                          suspend | lift | plan visit | visit held | escalate | partner answers
amina-farrow        ward nurse, Alder House                  .    |  .   |     .      |     .      |    .     |        .
gethin-okonjo       incident lead, Alder House               .    |  .   |     .      |     .      |    .     |        .
priya-lundgren      deputy incident lead                     .    |  .   |     .      |     .      |    .     |        .
yusra-pemberley     safeguarding lead                        .    |  .   |     .      |     .      |    .     |        .
oluchi-brandreth    head of Alder House                      .    |  .   |     .      |     .      |    .     |        .
marek-ashdown       removed an hour ago                      .    |  .   |     .      |     .      |    .     |        .
teodora-whitlock    Lead Provider quality lead               y    |  y   |     y      |     y      |    y     |        y
kwabena-lisle       its deputy                               y    |  y   |     y      |     y      |    y     |        y
ruaridh-penhale     its on-call contact                      y    |  y   |     y      |     y      |    y     |        y
ishani-vantongeren  head of the Lead Provider                y    |  y   |     y      |     y      |    y     |        y
callum-oyinlola     head of quality and safety               y    |  y   |     y      |     y      |    y     |        y
beatriz-thornby     administrator, Lead Provider             .    |  .   |     .      |     .      |    .     |        .
farida-lochhead     NHSE South East Quality Manager          .    |  .   |     y      |     y      |    .     |        y
emeka-strand        her deputy, council commissioner         .    |  .   |     y      |     y      |    .     |        y
cornelius-abara     its regional director and head           .    |  .   |     y      |     y      |    .     |        y
zofia-hartnell      deputy regional director                 .    |  .   |     .      |     .      |    .     |        .
hamza-trevithick    regional medical director                .    |  .   |     .      |     .      |    .     |        .
jasvinder-coombe    NHSE Midlands Quality Manager            .    |  .   |     .      |     .      |    .     |        .
tomasz-ellery       ward nurse, Orchard View                 .    |  .   |     .      |     .      |    .     |        .
shirin-castellane   incident lead, Orchard View              .    |  .   |     .      |     .      |    y     |        y
winston-achterberg  head of Orchard View                     .    |  .   |     .      |     .      |    y     |        y
siobhan-ekwueme     ward nurse, Kestrel Lodge                .    |  .   |     .      |     .      |    .     |        .
harriet-nwachukwu   chief nurse of the ICB                   .    |  .   |     .      |     .      |    .     |        .
lakshmi-dunmore     CQC inspector                            .    |  .   |     .      |     .      |    .     |        .
delroy-winspear     head of the council’s service            .    |  .   |     .      |     .      |    .     |        .
unlisted            an account of nobody in it               .    |  .   |     .      |     .      |    .     |        .
namesake            one that calls itself Teodora            .    |  .   |     .      |     .      |    .     |        .
`

/** What is kept back is read by those who oversee Orchard View, and not there; that it is suspended, by all who see it. */
export const KEPT_BACK = `
                                                          read visit | proof of visit | proof of suspension
amina-farrow        ward nurse, Alder House                   .      |       .        |          .
gethin-okonjo       incident lead, Alder House                .      |       .        |          .
priya-lundgren      deputy incident lead                      .      |       .        |          .
yusra-pemberley     safeguarding lead                         .      |       .        |          .
oluchi-brandreth    head of Alder House                       .      |       .        |          .
marek-ashdown       removed an hour ago                       .      |       .        |          .
teodora-whitlock    Lead Provider quality lead                y      |       y        |          y
kwabena-lisle       its deputy                                y      |       y        |          y
ruaridh-penhale     its on-call contact                       y      |       y        |          y
ishani-vantongeren  head of the Lead Provider                 y      |       y        |          y
callum-oyinlola     head of quality and safety                y      |       y        |          y
beatriz-thornby     administrator, Lead Provider              y      |       y        |          y
farida-lochhead     NHSE South East Quality Manager           y      |       y        |          y
emeka-strand        her deputy, council commissioner          y      |       y        |          y
cornelius-abara     its regional director and head            y      |       y        |          y
zofia-hartnell      deputy regional director                  y      |       y        |          y
hamza-trevithick    regional medical director                 y      |       y        |          y
jasvinder-coombe    NHSE Midlands Quality Manager             .      |       .        |          .
tomasz-ellery       ward nurse, Orchard View                  .      |       .        |          y
shirin-castellane   incident lead, Orchard View               .      |       .        |          y
winston-achterberg  head of Orchard View                      .      |       .        |          y
siobhan-ekwueme     ward nurse, Kestrel Lodge                 .      |       .        |          .
harriet-nwachukwu   chief nurse of the ICB                    .      |       .        |          .
lakshmi-dunmore     CQC inspector                             .      |       .        |          .
delroy-winspear     head of the council’s service             .      |       .        |          .
unlisted            an account of nobody in it                .      |       .        |          .
namesake            one that calls itself Teodora             .      |       .        |          .
`
