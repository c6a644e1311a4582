// SPDX-License-Identifier: Apache-2.0

const words = (text: string): ReadonlySet<string> => new Set(text.trim().toLowerCase().split(/\s+/));

/** People whose names are now those of diseases, signs, scores, devices and procedures. */
export const eponyms = words(`
  parkinson alzheimer hodgkin crohn hashimoto graves huntington cushing addison wilson marfan down turner klinefelter raynaud sjogren sjögren
  bell behcet behçet guillain barré barre kawasaki wegener paget tourette asperger hirschsprung barrett meniere ménière dupuytren peyronie
  ehlers danlos charcot marie tooth lewy lou gehrig gaucher fabry pompe tay sachs niemann pick brugada wolff white marfan noonan rett angelman
  prader willi edwards patau digeorge fallot ebstein eisenmenger takayasu takotsubo churg strauss henoch schönlein goodpasture berger alport wilms
  ewing burkitt kaposi merkel bowen waldenström waldenstrom still felty reiter baker colles smith bennett monteggia galeazzi salter harris
  apgar glasgow framingham braden morse hamilton beck epworth ranson wells child pugh killip nyha bishop ballard tanner karnofsky ecog mallampati
  aldrete gleason breslow clark dukes ann arbor rai binet gold bode murphy mcburney rovsing babinski kernig brudzinski romberg homans tinel phalen
  lachman mcmurray trendelenburg valsalva heimlich epley dix hallpike weber rinne snellen foley hickman swan ganz broviac jackson pratt penrose
  kirschner blakemore whipple billroth roux nissen bassini lichtenstein hartmann mohs papanicolaou pap gram giemsa wright coombs schilling ham
  doppler holter cobb dexa schirmer bartholin cowper meckel zenker mallory boerhaave virchow osler janeway roth koplik kernicterus trousseau
  chvostek kussmaul cheyne stokes biot stevens johnson lyell hansen chagas lyme bornholm kimmelstiel bence jones howell jolly auer heinz reed
  sternberg epstein barr coxsackie norwalk zika ebola marburg west nile creutzfeldt jakob gerstmann korsakoff wernicke broca horner argyll robertson
  marcus gunn bitot koch duchenne becker erb klumpke sheehan conn zollinger ellison peutz jeghers gardner lynch cowden von willebrand hippel
  lindau recklinghausen bright caroli budd chiari gilbert dubin rotor crigler najjar rosai dorfman castleman fanconi bartter gitelman liddle`);

/** Capitalised words that follow a title, "patient" or a label and are no person's name. */
export const ordinaryWords = words(`
  a an the this that these those he she they it i we you his her their its my our your who whom which what when where why how and or but if then
  is was are were be been being has have had does did do can could will would should may might must shall not no yes unknown none null n/a na
  with without for from to at in on of by as per under over after before during since until about regarding re concerning including like
  presents presented presenting presentation complains complained reports reported denies denied states stated says said seen treated admitted
  discharged diagnosed evaluated referred scheduled transferred has history hx male female man woman boy girl child infant patient patients pt
  doctor physician nurse provider surgeon therapist specialist resident fellow attending staff team clinic hospital department unit ward office
  name names names: first last full middle address phone email date time age sex gender dob mrn id number record records chart note notes report
  care plan policy insurance medical health history summary discharge admission assessment portal education safety advocate information consent
  satisfaction outcomes outcome population data intake questionnaire mother father parent parents son daughter wife husband brother sister family
  caregiver guardian spouse partner friend mom dad sir madam all everyone team colleague colleagues customer support client hiring manager
  january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday
  today tomorrow yesterday covid type stage grade class american european english spanish french german italian chinese indian african asian
  hispanic caucasian white black general new old ct mri ecg ekg icu er ed or pcp hiv aids copd chf cad htn dm ckd diabetes cancer asthma
  diet dose tablet tablets mg ml advised instructed counseled agreed agrees wants needs feels takes taking underwent received continues
  notified aware paged at bedside consulted informed contacted updated recommends ordered requests requested examined discussed`);

/** Whether a capitalised phrase is known to be no person's name. A name needs one word that is neither. */
export const isNotAName = (phrase: string): boolean =>
  phrase
    .toLowerCase()
    .split(/[^\p{L}'’]+/u)
    .filter((word) => word.length > 1)
    .every((word) => ordinaryWords.has(word.replace(/['’]s$/, '')));

/** Whether a word is a person's only in the name of a disease, sign, score or device. */
export const isEponym = (word: string): boolean => eponyms.has(word.toLowerCase().replace(/['’]s?$/, ''));
