// SPDX-License-Identifier: Apache-2.0
import type { Random } from './random.ts';
import { split } from './words/split.ts';

const fronts = split(
  'hyper|hypo|micro|macro|poly|oligo|brachy|dys|epi|endo|peri|para|pseudo|neuro|myo|cardio|osteo|arthro|chondro|dermato|encephalo|hepato|nephro|hemato|leuko|lympho|cyto|adeno|angio|athero|broncho|chole|cranio|cysto|entero|gastro|glosso|hystero|kerato|laryngo|lipo|mammo|meningo|myelo|oculo|onycho|ophthalmo|oto|pharyngo|phlebo|pneumo|procto|psycho|pyelo|rhino|salpingo|sclero|spondylo|steato|stomato|thoraco|thrombo|thyro|tracheo|uretero|vaso|ventriculo|xantho|melano|erythro|cyano|toxo|tricho|blepharo|cheilo|dactylo|gingivo|a|an|auto|acro|ana|campto|cata|crypto|ecto|hetero|holo|iso|megalo|meta|mono|multi|pachy|pan|platy|retro|syn|tachy|telangi|trans|tri|uni|calcaneo|mandibulo|naso|acanth|mesothelio|cholangio|trache|pityr|donovan|anencepha',
);
const backs = split(
  'itis|osis|oma|emia|uria|pathy|plegia|algia|ectomy|otomy|ostomy|plasty|scopy|graphy|megaly|malacia|penia|philia|phobia|plasia|trophy|rrhea|rrhagia|sclerosis|stenosis|ptosis|cele|lysis|iasis|ismus|dystrophy|dysplasia|dysostosis|amnios|melia|dactyly|cephaly|telorism|phagia|pnea|tonia|kinesia|esthesia|sarcoma|carcinoma|blastoma|derma|stomia|opia|odontia|trichosis|cytosis|genesis|iridia|reflexia|thymia|facial|cardial|genic|genous|phalangeal|tropic|static|lytic|cytic|matous|matic|chromatic|al|ic|ous',
);
const heads = split(
  'Aba|Ada|Al|Ami|Ana|Ari|Ata|Azi|Bal|Ben|Bori|Bu|Cabo|Cal|Cari|Cef|Cere|Cilo|Cobi|Da|Dabu|Dero|Dola|Ele|Elvi|Emi|Ena|Epo|Era|Este|Eto|Feno|Fida|Flu|Fosa|Gala|Gem|Gli|Ifo|Inda|Ipra|Isavu|Keto|Lana|Lef|Leva|Lina|Lu|Mara|Mel|Mipo|Moda|Nali|Nedo|Nela|Nilo|Obi|Oda|Olo|Omba|Ori|Oxa|Pali|Pari|Pazo|Pegin|Peri|Pimo|Pona|Pro|Que|Rami|Reso|Rilo|Rito|Rosi|Saro|Sele|Sima|Sita|Suma|Tala|Tela|Ter|Tica|Tofa|Tri|Ume|Valbe|Vande|Vela|Vila|Voro|Xano|Zale|Zido|Zole',
);
const stems = split(
  'vir|navir|previr|buvir|tegravir|mab|lizumab|tinib|ciclib|parib|pril|sartan|olol|dipine|statin|gliptin|gliflozin|glutide|prazole|tidine|setron|triptan|conazole|cillin|floxacin|mycin|cycline|caine|barbital|azepam|zolam|idone|piprazole|apine|oxetine|triptyline|pramine|thiazide|semide|lukast|terol|tropium|sone|olone|onide|fibrate|grel|xaban|gatran|parin|trexate|platin|rubicin|taxel|dronate|calcet|tocin|relin|tide|stim|cept|kinra|clidinium|galantamine|mide|amide|fosfamide|micin|stine|bine|zine|cromil|statat|amine|ine',
);
const salts = split(
  ' Hydrochloride| Sodium| Sulfate| Oral| Injection| Topical| Ophthalmic| Nasal Spray| Inhalation| Oral Inhalation| Acetate| Succinate| Tartrate| Citrate| ER| XR| SR| HCT| DM',
);
const onset = split(
  'Z|X|V|Pr|Tr|L|N|M|K|C|Av|D|El|F|Gl|In|R|S|T|Qu|Ac|Al|B|Op|Ox|Ph|Sy|Ul|Ver|Xy|Zy|Med|Nu|Dur|Min|Pro|Acc|Ped|Gat|Myl',
);
const nucleus = split('a|e|i|o|u|y|ia|io|ea|au|ora|iva|ela|ola|ami|ori|ero|ude|ifa|alo');
const coda = split(
  'x|n|l|r|z|ra|ta|vo|zo|is|yn|ol|ax|um|en|il|or|al|ex|ix|ane|ide|yte|ade|anta|crit|cin|phen|lyte|fast|vite|derm|gel|san|fen|lin|max|pax|zine|stat|trel|vance|vera|well|Chek|Pen|Tab',
);
const species = split(
  'pylori|coli|aureus|epidermidis|pneumoniae|maltophilia|difficile|aeruginosa|cerevisiae|boulardii|albicans|vivax|falciparum|burgdorferi|pallidum|tuberculosis|loa|lumbricoides|perfringens|influenzae|gondii|histolytica|pyogenes|faecalis|baumannii|marcescens|meningitidis|gonorrhoeae|trachomatis|vaginalis|sapiens|elegans|officinalis|niger',
);
const genera = split(
  'Helicobacter|Escherichia|Staphylococcus|Streptococcus|Stenotrophomonas|Clostridium|Clostridioides|Pseudomonas|Saccharomyces|Candida|Plasmodium|Borrelia|Treponema|Mycobacterium|Loa|Ascaris|Haemophilus|Toxoplasma|Entamoeba|Enterococcus|Acinetobacter|Serratia|Neisseria|Chlamydia|Trichomonas|Aspergillus|Cryptococcus|Giardia|Leishmania|Trypanosoma|Schistosoma|Taenia|Echinococcus|Vibrio|Proteus|Bacillus|Homo|Arabidopsis',
);
const endings = split('ensis|icus|ica|icum|ii|ae|oides|ans|osus|osum|alis|inus|ella|formis');
const numerals = split('I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII');

/** Abbreviations that clinicians and accountants use. */
const abbreviations = split(`
MI|CHF|COPD|HTN|DM|DM2|T2DM|CAD|CABG|AFib|AF|CVA|TIA|DVT|PE|UTI|URI|URTI|RA|SLE|MS|ALS|PD|AD|CKD|ESRD|AKI|HD|PD|BPH|GERD|IBS|IBD|UC|PUD|GI|GU|GYN|OB|ENT|PT|OT|ST|PTA|PMH|PSH|HPI|ROS|FH|SH|NKDA|NKA|PCN|ASA|NSAID|NSAIDs|ACE|ARB|SSRI|TCA|OCP|HRT|IV|IM|SQ|SC|PO|PR|SL|PRN|QD|BID|TID|QID|QHS|AC|PC|HS|NPO|STAT|DNR|DNI|CPR|ICU|CCU|MICU|SICU|ED|ER|OR|PACU|LOC|GCS|BP|HR|RR|SpO2|BMI|EF|LVEF|EKG|ECG|EEG|EMG|MRI|MRA|CT|CTA|PET|CXR|KUB|US|TTE|TEE|PFT|ABG|CBC|BMP|CMP|LFT|LFTs|TSH|HbA1c|A1c|INR|PTT|PT|BUN|CRP|ESR|ANA|RF|PSA|CEA|AFP|HCG|UA|CSF|WBC|RBC|Hgb|Hct|PLT|AST|ALT|GFR|eGFR|LDL|HDL|TG|CK|CPK|BNP|H&H|I&O|D&C|T&A|S/P|W/U|F/U|R/O|H/O|C/O|N/V|SOB|DOE|PND|CP|HA|LBP|AMS|MVA|MVC|GSW|ETOH|EtOH|TOB|IVDU|MGM|MGF|PGM|PGF|MA|PU|RHM|LHF|WDWN|NAD|AAO|A&O|PERRLA|EOMI|TM|TMs|JVD|RRR|CTA|CTAB|NT|ND|BS|ROM|DTR|DTRs|CN|NG|NGT|PEG|PICC|TPN|ITP|TTP|HUS|DIC|AML|CML|ALL|CLL|NHL|MDS|HIV|AIDS|HPV|HSV|VZV|CMV|EBV|RSV|HBV|HCV|MRSA|VRE|TB|BCG|MMR|DTaP|Tdap|PPD|STD|STI|PID|PCOS|PMS|PMDD|IUD|LMP|EDC|EGA|G2P1|VBAC|SVD|NSVD|NICU|SIDS|ADHD|ADD|OCD|PTSD|MDD|GAD|BPD|ADL|ADLs|SNF|LTAC|CRNA|EMS|EMT|RLS|CRPS|TMJ|ACL|MCL|PCL|LAD|RCA|LCx|SVT|VT|VF|PVC|PVCs|PAC|WPW|AV|SA|RBBB|LBBB|STEMI|NSTEMI|ACS|PCI|PTCA|IABP|ECMO|LVAD|ICD|CRT|DNA|RNA|mRNA|rRNA|tRNA|PCR|ATP|ADP|NADH|ATPase|HPO|NASH|NAFLD|MEN|HNPCC|FAP|TCGA|IBAN|BIC|SWIFT|SEPA|ISA|APR|APY|ATM|PIN|CVV|USD|EUR|GBP|JPY|VAT|GST|IRA|ETF|IPO|CEO|CFO|COO|CTO|EBITDA|GAAP|IFRS|LIBOR|SOFR|EMEA|APAC|LATAM|ROI|ROE|EPS|RSU|RSUs|PSU|PSUs|ASU|ASC|FASB|SEC|SOX|TCJA|FVOCI|FVTPL|OCI|AOCI|NOL|NOLs|DTA|CODM|ERP|CRM|API|SDK|CPU|GPU|RAM|SSD|URL|HTTP|HTTPS|IP|VPN|FAQ|DIY|LOL|OMG|BTW|IMO|ASAP|TBD|TBA|FYI|RSVP|AKA|DVD|TV|PC|HVAC|MPG|SUV|ISDA|PPA|WW II|WWII|LSU|GRE|SAT|GPA|PhD|MBA|HR|PR|IT|R&D|Q&A|P&L|M&A|B2B|A/C|N/A|OK|AM|PM|EST|PST|GMT|UTC|BC|CE`);

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
export const letters = split('A|B|C|D|E|F|G|H|I|J|K|L|M|N|O|P|Q|R|S|T|U|V|W|X|Y|Z');
const vowels = split('A|E|I|O|U');
const consonants = split('B|C|D|F|G|H|K|L|M|N|P|R|S|T|V|W');

/** Words that look like names to somebody who has never read medicine. */
export const coined = {
  greek: (random: Random) =>
    random.pick(fronts) + (random.chance(0.3) ? random.pick(fronts) : '') + random.pick(backs),
  inn: (random: Random) =>
    (random.pick(heads) + random.pick(stems)).toLowerCase() +
    (random.chance(0.1) ? random.pick(salts).toLowerCase() : ''),
  Inn: (random: Random) =>
    random.pick(heads) + random.pick(stems) + (random.chance(0.3) ? random.pick(salts) : ''),
  brand: (random: Random) =>
    `${random.pick(onset)}${random.pick(nucleus)}${random.chance(0.4) ? random.pick('b|d|l|m|n|p|r|s|t|v|x|z'.split('|')) + random.pick(nucleus) : ''}${random.chance(0.06) ? '-' : ''}${random.pick(coda)}${random.chance(0.08) ? random.pick(salts) : ''}`,
  protein: (random: Random) =>
    `${random.pick(['alpha-', 'beta-', 'E-', 'N-', 'S-', 'apo', '', '', '', '', ''])}${random.pick(onset).toLowerCase()}${random.pick(nucleus)}${random.pick(['ctin', 'tin', 'rin', 'globin', 'cadherin', 'laminin', 'ferrin', 'kinase', 'lipase', 'ligase', 'sin', 'hirin', 'min', 'lin', 'genin', 'stin'])}`,
  gene: (random: Random) =>
    Array.from({ length: 2 + random.below(4) }, () => random.pick(letters)).join('') +
    (random.chance(0.7) ? String(1 + random.below(20)) : ''),
  acronym: (random: Random) => {
    const luck = random.next();
    if (luck < 0.65) return random.pick(abbreviations);
    const length = 2 + random.below(5);
    const spoken = random.chance(0.5);
    const letter = (at: number) =>
      spoken ? random.pick(at % 2 === 0 ? consonants : vowels) : random.pick(letters);
    return (
      Array.from({ length }, (_, at) => letter(at + (luck > 0.9 ? 1 : 0))).join('') +
      (random.chance(0.1) ? 's' : '')
    );
  },
  numeral: (random: Random) => random.pick(numerals),
  germ: (random: Random) => {
    const kind = random.chance(0.7) ? random.pick(species) : random.pick(fronts) + random.pick(endings);
    const genus = random.pick(genera);
    const luck = random.next();
    return luck < 0.5 ? `${genus.charAt(0)}. ${kind}` : luck < 0.85 ? `${genus} ${kind}` : genus;
  },
  /** A word of no language, typed in haste. */
  gibberish: (random: Random) =>
    Array.from(
      { length: 2 + random.below(3) },
      () => random.pick(onset).toLowerCase() + random.pick(nucleus),
    ).join(''),
} satisfies Record<string, (random: Random) => string>;

export const Greek = (random: Random): string => capital(coined.greek(random));
