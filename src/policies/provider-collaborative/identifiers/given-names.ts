import { words } from './words.ts'

/** Given names that are common in the United Kingdom, and no other words. */
export const givenNames = words(`
  aaliyah aaron abbas abdi abdul abdullah abebe abena abigail abubakar achieng adaeze adam adaora
  addison adele adeola adewale aditi aditya adrian afua agata agatha agnes agnieszka ahmad ahmed
  aidan aiden aileen ailsa aina aisha aisling ajay akash akosua akua alan alana alasdair albert
  alberto albie alec alejandro aleksandra alessandro alex alexa alexander alexandra alexandru
  alexis alfie alfonso alfred algernon alice alicia alina alisha alison alistair allan alma alun
  alys alyssa amal amanda amandeep amara ameer amelia amelie amina amir amira amit amos amrit amy
  ana anand anastasia anders andre andrea andreea andrew andrzej aneesa aneta angela angelina angus
  anika anil anish anita anjali ankit ann anna annabel annabelle anne annette annie anthea anthony
  antoine anton antoni antonio anya aoife aparna arabella archibald archie aria ariana arjun arlo
  arnold arran arthur arun aryan asha ashley ashok asif asma astrid atif aubrey audra audrey aurora
  austin ava avril avtar ayaan ayan aydin ayesha ayo ayodele azra babatunde balbir baljit balwinder
  barbara barnaby barry bartosz bashir basil basma beata beatrice beatrix becky ben benedict
  benjamin bernadette bernard bernice bert bertha beryl bessie beth bethan bethany betty bev
  beverley bhavna bianca blessing bobby bogdan bogumila bonnie bradley brayden brenda brendan
  brendon brian bridget brigid briony bronagh bronwen bronwyn brooke bruce bryan bryn bukola
  caitlin caleb callie callum calvin cameron camilla carina carl carla carley carlos carly carmen
  carol carole caroline carolyn carys casper catalin cathal catherine cathy catriona cecil cecilia
  cedric celia ceri chandra chantal chantelle charlene charles charlie charlotte cherie chiara
  chidi chinedu chioma chloe chris christian christina christine christopher chukwuma cian ciara
  cindy claire clara clarence clarissa claude claudette claudia clement clementine cleo clifford
  clint clive clodagh colette colin connie connor conor constance cordelia corey corinne cornelius
  courtney craig cristian cristina curtis cynthia cyril cyrus dafydd daisuke dalia damian damien
  damon dan danica daniel daniela danielle danny danuta daphne daria darius darlene darren daryl
  dave david davina davinder davy deanna debbie deborah declan deepak deirdre delia delilah della
  delroy demetrius dena denis denise dennis denzil derek dermot desiree desmond devon dewi dhruv
  diana diane diego dilip dina dinesh dionne dmitri dmytro dolores dominic dominik dominika donald
  donna doreen doris dorothy doug dougie douglas duncan dwayne dylan dymphna eamon eamonn ebenezer
  ebony eddie edgar edie edith edmund edna edward edwin edwina effie efua eileen eilidh eira eirlys
  eithne ekaterina elaine eleanor elena eli elias elif elijah elin elisabeth elise eliza elizabeth
  ella ellen ellie elliot elliott elodie eloise elsie elspeth elvira emeka emil emilia emily emine
  emlyn emma emmanuel emmeline enid enoch eoin eric erica erik erin ernest ernie errol esme
  esmeralda estelle esther ethan ethel etta ettie euan eugene eunice eva evan evangeline evelyn
  evie ewa ewan ewelina ezekiel fabian faisal farah fareed farhan farida farooq fatima fatimah
  fatma fatoumata felicity felix fenella ferdinand fergus fidelma filip filippo finlay finn fiona
  fionnuala fitzroy florin folake frances francesca francis francisco frank franklin fraser fred
  freda freddie frederica frederick freya gabriel gabriela gail gareth garry gary gavin gaynor
  gemma geoff geoffrey george georgia georgina gerald geraldine gerard gerry gertrude gethin ghulam
  gianni giles gillian gina gino giovanni giuseppe gladys glen glenda glenn glenys gloria glynis
  godfrey gordon graham grainne greg gregory greta grzegorz guillermo gulnaz gulsen gurdeep
  gurpreet gus gustav gwen gwendoline gwilym gwyn gwyneth gwynfor habib hadiza hafsa hallie hamish
  hamza hana hanna hannah hardeep hari haris harish harjit harleen harold haroon haroun harpreet
  harriet harrison harry haruka harvey hasan hassan hassana hattie hayden hayley hector heidi helen
  helena helga henrietta henry herbert hester hettie hetty hibo hilary hilda hina hiroshi hollie
  horace horatio howard hubert hugh hugo humphrey hussein hyacinth ian ibrahim ibrahima ibtisam
  idris iestyn ifan ifeoma ifor ignatius igor ikram ilse ilyas imani imelda imogen imran inderjit
  ines inga ingrid ioan ioana iona ionut iqra irena irene irina isaac isabel isabella isabelle
  isaiah isha ishaan isla ismail isobel ivan ivana ivor iwona izabela jacek jackie jacob jacqueline
  jaden jagdeep jaiden jake jakub jamal james jamie jana jane janet janice janine jarek jaroslaw
  jasmin jasmine jason jaspreet jaswinder javed javier jaya jayden jayne jean jeanette jeannie jed
  jeevan jeff jeffrey jemima jen jenna jennie jennifer jenny jeremiah jeremy jermaine jerome jerry
  jerzy jess jessica jesus jianhua jill jimmy joan joana joanna joanne joaquin jocelyn jodie jody
  joe joel johan johannes john johnnie johnny jolanta jonah jonas jonathan jonny jordan jorge jose
  joseph josephine josh joshua josie joyce jozef juan juanita judas judith judy julia julian
  juliana julie juliet juliette justin justine justyna kabir kadija kai kamal kamala kamil kamran
  karan kareem karen karim karina karl karolin karolina kasia katarzyna kate katherine kathleen
  kathryn kathy katie kavita kayden kayla kayleigh keeley keira keisha keith kelechi kelly kelsey
  kelvin ken kendra kenji kenneth kenny keren kerrie kerry kev kevin khadija khadijah khalid khalil
  kiera kieran kim kimberley kiran kirandeep kirsten kirsty kitty klara klaudia klaus kofi kojo
  komal konstantin krishna kristina krystyna krzysztof kuldip kulwinder kumar kurt kwabena kwaku
  kwame kwasi kyle kyra lachlan laila lakshmi lalita lana lara lars laszlo latifa latoya laura
  lauren laurence lavinia lawrence layla leah leanne leigh leila lena lenny leo leon leonard
  leopold leroy lesley leslie leticia lewis lexi liam libby lilia lilian liliana lillian lilly lily
  lina linda lindsay lindsey lionel lisa liz llewellyn logan lois lola lorenza lorenzo lorna
  lorraine lotte lottie louie louis louisa louise lourdes lubna luca lucas lucia luciana lucinda
  lucy ludmila ludwik luis lukasz luke lulu luned lydia lyn lynda lynette lynn lynne lyra mabel
  maddison madeleine madhuri madison magdalena maggie mahira mahmood mahmoud mair maisie maja
  makayla malachi malcolm malgorzata malik mallory mandeep mandy manjit manju manoj manpreet manuel
  marcel marcelina marcia marcin marcus marek margaret margareta margarita margery margie margot
  maria mariam marian mariana marianne marie marilyn marina mario marion marisa mariusz marjorie
  marko marlena marlene marlon marsha marta martha martin martyn marva mary maryam mateusz mathilda
  matilda matt matteo matthew mattie maud maureen maurice mavis maxim maxine maxwell mayowa meera
  megan mehdi mehmet mehreen mei melanie melissa melvin melvyn mercedes meredith mervyn meryl
  mhairi mia micah michael michal micheal michelle mick miguel mihai mike mikhail mildred millicent
  millie milo milton minnie mirabel miranda mirek miriam mirjana mitch mitchell modou mohamed
  mohammad mohammed mohan mohit moira molly monica monika morag morgan morris moses moshe muhammad
  mukesh munira murdo muriel murray mustafa myfanwy myra nabil nadeem nadia nadine naheed naila
  najma nancy nanette naomi narinder nasreen nasser natalia natalie natasha nathalie nathan
  nathaniel naveed neelam neha nehemiah neil nell nellie nelson nerys nettie neville ngozi nguyen
  nia niall niamh nichola nicholas nicola nicolae nicole nigel nikhil nikita nikki nikolai nikolaos
  nimco nina nisha nita nkechi noah noel noelle nolan noor nora noreen norma norman nuala nuria
  nurul obinna octavia oksana oladele olamide olena olga oliver olivia olivier olu olumide olusegun
  oluwaseun oluwatobi omar omari oona orla orlaith osama oscar osian osman oswald otis ottilie owen
  oyin pablo padraig paloma pamela pankaj paolo parminder parveen parvin patricia patrick patrycja
  paul paula paulette paulina pauline pavel pawel pearse pedro peggy penelope percival percy
  perpetua peter petra petros phil philip philippa phillip philomena phoebe phyllis pia pierre
  piotr pius polly pooja poonam prakash pranav praveen precious preeti prem priscilla priti priya
  przemyslaw pushpa quentin rabia rachael rachel rachelle radu rafael rafal rafiq raheem rahima
  rahul raisa raj rajan rajesh rajinder rakesh ralph ramesh ramon ramona randolph rania raquel
  rashid rashida raul ravi rayan raymond razia rebecca reece reena reggie reginald rehana rekha
  rena rene renee reshma reuben rhea rhian rhiannon rhoda rhodri rhona rhonda rhydian rhys ria
  ricardo richard ricky rishi rita ritchie rizwan robbie robert roberta roberto robin robyn
  rochelle roderick rodney rodrigo roger rohan rohit roisin roland rolf roman romana romeo romesh
  ron ronald ronan ronnie rory rosa rosaleen rosalie rosalind rosalyn rosamund rosanna rosanne
  roseanne rosemary roshan rosie ross rowena roxana roxanne roy royston roz rubin rubina rufus
  rukhsana rukmini rupert russell ruth ryan saad sabah sabina sabrina sadia saeed safiya saira
  sajid sakina salim sally salma salman salome sam samantha sameer sameera samina samir samson
  samuel sana sandeep sandra sandy sanjay sanjeev santiago saoirse sapna saqib sara sarah sarika
  saskia satnam saul savannah scarlett scott seamus sean sebastian selina selma senga seren serena
  serge sergei seth shabana shabir shabnam shahid shahida shakira shamim shane shanelle shania
  shanice shannon shanti sharmila sharon shaun shauna shayla shazad shazia sheena sheila shelagh
  shelby shelley sheryl shirin shirley shona shreya shyam sian sid siddharth sidney sienna sigrid
  silas silvana silvia simon simone simran sindy sinead siobhan sitara siti skyler sofia solange
  solomon sonia sophia sophie sophy soraya stacey stan stanislaw stanley stavros stefan stefania
  stella steph stephan stephanie stephen steve steven stevie stewart stuart subhash sukhdeep
  sukhwinder sultana sumaira suman sunita suresh surinder susan susannah sushila susie suzanne
  suzie sven svend svetlana swati sybil sylvia tabassum tabitha tadeusz tahir talia tamara tamika
  tammy tamsin tania tanisha tanya tara tarek tariq tasha taslima tatiana tatyana ted teddy tegan
  temi temitope terence teresa terrance terri terry tessa thandi thelma theo theodor theodora
  theodore theresa thomas thora tiffany tilda tilly tim timothy titus tobias toby tom tomas tomasz
  tommy tomos toni tony tove tracey tracy trevor trish trisha trixie trudy tunde tyler tyrell
  tyrese tyrone ugo uma umar umesh una ursula usman uzma valentin valentina valerie vanessa vasile
  vaughan venkat vera verity vernon veronica vicky victor victoria vijay vikas vikki vikram vincent
  vinny viola violeta vishal vivian vivien vivienne vlad vladimir wahid waleed walid walter wanda
  wasim wayne wendy wes wesley wiktor wiktoria wilf wilfred wilhelmina william willy wilma winifred
  winnifred winston wojciech xanthe xavier xiao ximena xin yakub yan yannis yasmeen yasmin yaw yemi
  yetunde yohannes yolanda yolande yosef younis youssef yuki yuri yusra yusuf yvette yvie yvonne
  zac zach zachary zack zahra zain zainab zak zakaria zakia zara zeeshan zelda zena zeynep zia zoe
  zofia zoltan zubair zuleika zulfiqar zuzanna
`)

/** Those that are ordinary words or parts of places as well: names only where they have capitals. */
export const namesWithCapitals = words(`
  amber angel autumn bailey bella bill blake bob carmel casey chance chase chelsea cherry christie
  clay coral crystal daisy dale dawn dean destiny devi dick dot drew earl eden eve faith fay flora
  florence gene ginger glory grace grant guy harley hazel heath heather holly honor hope hunter
  iqbal iris ivy jack jade jasper jay jewel jim joy lance lee mark marvin mason max melody mercy
  merlin milan miles myrtle nelly nick noble olive opal orlando otto pat patience patsy pearl penny
  perry petunia poppy prince prudence queenie raja rana ray reg regina rex rob rose ruby saffron
  sage sky skye sonny spencer sue summer taylor tess tina trinity val vic violet virginia viv
  warren winnie
`)
