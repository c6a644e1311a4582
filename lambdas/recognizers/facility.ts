// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '../records/finding.ts';
import { pattern, type Recognizer } from './recognizer.ts';

const word = "(?:\\p{Lu}[\\p{L}\\p{M}'’.&-]{0,24}|(?:(?:of|and|for|at)(?: the)?|&|de|del|la)(?=\\s\\p{Lu}))";
const kinds =
  'Hospital Cent(?:er|re)|Hospitals?|Medical Cent(?:er|re)|Med(?:ical)? Ctr\\.?|Med Cent(?:er|re)|Clinics?|Health System|Health Cent(?:er|re)|Health ?[Cc]are(?: System)?|Health Services?|Memorial|Infirmary|Hospice|Nursing (?:Home|Facility)|Rehab(?:ilitation)? (?:Cent(?:er|re)|Hospital|Institute)|Cancer (?:Cent(?:er|re)|Institute)|Heart (?:Cent(?:er|re)|Institute)|Eye (?:Cent(?:er|re)|Institute)|Surgery Cent(?:er|re)|Surgical Cent(?:er|re)|Urgent Care|Medical (?:Group|Associates|Clinic|Offices?|College)|Family (?:Practice|Medicine)|Pediatrics|Dental (?:Clinic|Associates|Group|Care|Center)|Pharmacy|Assisted Living|Senior Living|Group Home|Memory Care|Treatment Cent(?:er|re)|Recovery Cent(?:er|re)|Behavioral Health|Occupational Health|Care Home|Care Cent(?:er|re)|Sanatorium|VA(?:MC)?|Hosp\\.|Med|Imaging(?: Cent(?:er|re))?|Laborator(?:y|ies)|Birth Cent(?:er|re)|Dialysis(?: Cent(?:er|re))?|Health(?!\\s\\p{Lu}|\\s?[Cc]are)|Klinikum|Krankenhaus|Klinik|Spital|Ziekenhuis';
const kindsLower = 'hospital|clinic|medical center|urgent care|nursing home|health center';
/** What a company or a practice has one of in a town. */
const branches = 'office|branch|campus|practice';

/** Names by which care providers are commonly known without a word that says what they are. */
const known =
  "Mayo Clinic|Cleveland Clinic|Cedars?[- ]Sinai|Johns? Hopkins|Mass(?:achusetts)?\\.? General|MGH|Mount Sinai|Mt\\.? Sinai|NYU Langone|New York[- ]Presbyterian|NewYork-Presbyterian|MD Anderson|Memorial Sloan[- ]Kettering|Sloan[- ]Kettering|Kaiser Permanente|UCSF|UCLA|UCSD|UPMC|Brigham and Women['’]s|Dana[- ]Farber|Baylor Scott (?:&|and) White|Intermountain|Geisinger|Ochsner|Montefiore|Bellevue|Stanford Health Care|Stanford Med|UW Med(?:icine)?|Scripps|Sutter Health|Banner Health|Walter Reed|Bethesda Naval|Addenbrooke['’]s|Great Ormond Street|Guy['’]s and St\\.? Thomas['’]?|Charité|Hôpital Necker";

/** Departments and kinds of care: every hospital has them. */
const general =
  /^(?:the|our|this|general|local|nearest|emergency|outpatient|inpatient|primary|urgent|mental|behavioral|public|private|veterans|community|walk-in|long-term|acute|teaching|children['’]?s?|women['’]?s?|university|national|institutes?|surgery|surgical|medical|medicine|maintenance|pain|sleep|wound|memory|diabetes|cancer|heart|breast|eye|dental|family|internal|cardiology|neurology|pulmonary|oncology|hematology|nephrology|urology|dermatology|orthopa?edics?|psychiatry|pediatrics?|obgyn|gynecology|allergy|rheumatology|endocrinology|gastroenterology|gi|ent|infusion|anticoagulation|coumadin|warfarin|methadone|vascular|transplant|fertility|prenatal|rehab(?:ilitation)?|skilled|assisted|senior|home|health|hospitals?|clinics?|care|center|centre|facility|nursing|hospice|pharmacy|imaging|laborator(?:y|ies)|dialysis|living|group|associates|services?|system|practice|infirmary|and|of|for|icu|micu|sicu|ccu|nicu|picu|imcu|ed|er|or|pacu|ct|mri|ir|pt|ot|slp|snf|ltac|ltach|ems|ob|labor|delivery|l&d|ward|floor|cath|lab|telemetry|tele|stepdown|jail|prison|school|work|front|offices?|branch(?:es)?|campus|main|head|back|post|law|tax|box|my|your|his|her|their|its|a|an|in|at|pcp|i|he|she|we|january|february|march|april|may|june|july|august|september|october|november|december)$/i;

const isNamed = (match: string) =>
  !match
    .split(/[\s,.]+/)
    .filter(Boolean)
    .every((word) => general.test(word));

/** What qualifies a specialty. */
const ofBody =
  /(?:^|\s)(?:Interventional|Infectious|Transplant|Stroke|Trauma|Breast|Bone|Head|Neck|Thoracic|Cardiac|Cardiothoracic|Maternal|Fetal|Acute|Critical|Hospital|Pulmonary|Renal|Hepatic|Plastic|Movement|Headache|Epilepsy|Retina|Cornea|Glaucoma|Foot|Ankle|Shoulder|Knee|Spinal|Vein|Skin|Cutaneous|Tropical|Neonatal|Perinatal|Consultation|Military|Rural|Lung|Liver|Kidney|Brain|Stem|Pediatric|Paediatric|Adult|Surgical|Gynecologic|Nuclear|Diagnostic|Cosmetic|Sports|Radiation|Clinical|Consult|Consulting|Neuro|Hand|Spine|Joint|Forensic|Geriatric|Reproductive|Advanced|Preventive|Invasive|Electro\w*|Vascular|Musculoskeletal|Hepatology|Hematology|Addiction|Child|Adolescent|Liaison|Inpatient|Outpatient|Mohs|Female|Male|Structural|Teledermatology|Orthopedic|Behavioral|Occupational|Marriage|Grief|Genetic|Virtual|Individual|Both|Same|Some|Every|Board|American|European|National)(?:\s|$)/i;
/** A word of a name; a full stop ends a sentence, but for "St." and an initial. */
const part = "(?:(?:St|Mt|Ft|Dr|Sr)\\.|\\p{Lu}\\.|\\p{Lu}[\\p{L}\\p{M}'’&-]{1,24})";
const several = `${part}(?:\\s(?:(?:of|and|the|&)\\s)?${part}){0,4}`;

/** "General Hospital" is a name where somebody was seen at it; the emergency department is none. */
const isAfterCue = (match: string) =>
  isNamed(match) ||
  /^(?:General|County|Community|Children['’]?s?|Women['’]?s?|University|Memorial|National|Veterans)\s(?:Hospital|Clinic|Medical Cent(?:er|re))/.test(
    match,
  );

const shapes = pattern({
  name: 'facility',
  type: 'FACILITY',
  cites: '45 CFR 164.514(b)(2)(i)(B) and (R)',
  looksLike: [
    {
      pattern: 'name and kind',
      regexp: new RegExp(
        `(?:${kinds})(?!\\p{L})(?:\\s(?:of|in|at)\\s(?:the\\s)?\\p{Lu}[\\p{L}.'’-]{1,24}(?:\\s\\p{Lu}[\\p{L}.'’-]{1,24}){0,2}|,\\s\\p{Lu}\\p{L}{2,24}(?:\\s\\p{Lu}\\p{L}{2,24}){0,2}(?=[,.;?)]|\\son\\b))?`,
        'u',
      ),
      behind: new RegExp(
        `(?<![\\p{L}\\p{N}])(?!(?:The|This|Our|Your|My|A|An|At|In|Local|Hospital|Clinic) )\\p{Lu}[\\p{L}\\p{M}'’.&-]{0,24} (?:${word} ){0,4}$`,
        'u',
      ),
    },
    {
      pattern: 'kind first',
      regexp:
        /(?<![\p{L}\p{N}])(?:Hospital|Clinic|[Cc]l[ií]nica|[Hh]ôpital|[Oo]spedale|Klinikum|Krankenhaus|Children['’]s Hospital|University Hospital|Universitätsklinikum|Centro de Salud|Institute|Residencial?)\s(?:(?:General|Universitario|Clínico|Regional|Central|Provincial|Infantil)\s){0,2}(?:(?:of|de|del|la|San|Santa|St\.?|Saint|Virgen|Nuestra|Señora|Dr\.?|Los|Las|El)\s){0,4}\p{Lu}[\p{L}\p{M}'’-]{1,24}(?:\s(?:(?:de|del|la|y|i)\s)?\p{Lu}[\p{L}\p{M}'’-]{1,24}){0,3}/u,
      score: 0.75,
    },
    {
      pattern: 'saint',
      regexp:
        /(?<![\p{L}\p{N}])(?:St\.?|Saint|Mt\.?|Mount)\s\p{Lu}[\p{L}-]{2,20}['’]s(?!\p{L}|\s[Ww]ort)(?:\s(?:Hospital|Clinic|Health|Convent|Parish|Church|School|Academy|College|Abbey|Home|Shelter))?/u,
      score: 0.8,
    },
    {
      pattern: 'known',
      regexp: new RegExp(`(?<![\\p{L}\\p{N}])(?:${known})(?!\\p{L})(?:\\s(?:${kinds})(?!\\p{L}))?`, 'u'),
      score: 0.85,
    },
    {
      pattern: 'after a cue',
      regexp: new RegExp(
        `\\b(?:seen|treated|admitted|observed|came(?= to| at)|tx'd|discussed|performed|done|presenting|evaluated|diagnosed|presented|discharged|transferred|hospitali[sz]ed|visited|visit|surgery|operated|checked in|checked into|appointment|followed|(?:brought|taken|rushed|sent|flown|airlifted|transported)(?: (?:her|him|them|me|us|pt|(?:the )?patient))?|screened|referred|underwent [a-z ]{2,30}|stay|consult(?:ed)?|follow[- ]?up)\\s(?:at|@|to|from|into)\\s(?:the\\s|our\\s)?(?<value>${several}(?:\\s(?:${kindsLower}))?)`,
        'u',
      ),
      holds: isAfterCue,
      score: 0.7,
    },
    {
      pattern: 'before a date',
      regexp: new RegExp(
        `\\bat\\s(?:the\\s|our\\s)?(?<value>${several})(?=,?\\s(?:on\\s)?(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,7}\\.?\\s\\d|\\d{1,2}[/-]\\d))`,
        'u',
      ),
      holds: isAfterCue,
      score: 0.7,
    },
    {
      pattern: 'after a doctor',
      regexp: new RegExp(
        `\\b(?:Dr|Drs|Doctor|NP|PA|Nurse)\\.?\\s(?:\\p{Lu}[\\p{L}'’-]{0,24}\\.?,?\\s){1,3}at\\s(?:the\\s|our\\s)?(?<value>${several})`,
        'u',
      ),
      holds: isAfterCue,
      score: 0.7,
    },
    {
      pattern: 'place and kind',
      regexp: new RegExp(`\\s(?:${kindsLower})(?!\\p{L})`, 'u'),
      behind: /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}'’.-]{2,24}(?:\s\p{Lu}[\p{L}\p{M}'’.-]{2,24}){0,2}$/u,
      score: 0.6,
    },
    {
      pattern: 'place and branch',
      regexp: new RegExp(`\\s(?:${branches})(?!\\p{L})`, 'u'),
      behind:
        /(?<=\b(?:our|the|your|their|its|my|at|in|to|from) )\p{Lu}[\p{L}\p{M}'’.-]{2,24}(?:\s\p{Lu}[\p{L}\p{M}'’.-]{2,24}){0,2}$/u,
      holds: (match) => isNamed(match) && !/^\p{Lu}{2,6}\s/u.test(match),
      score: 0.6,
    },
    {
      pattern: 'name and specialty',
      // "At Interventional Cardiology" is a department; a name before it makes a practice.
      regexp:
        /\b(?:at|from) (?<value>\p{Lu}[\p{L}'’-]{3,24}(?: \p{Lu}[\p{L}'’-]{2,24})? (?:Urology|Cardiology|Dermatology|Orthopa?edics|Neurology|Oncology|Gastroenterology|Radiology|Ophthalmology|Podiatry|Psychiatry|Endocrinology|Rheumatology|Nephrology|Pulmonology|Physical Therapy|Counseling))(?!\p{L})/u,
      holds: (match) => isNamed(match) && !ofBody.test(match),
      score: 0.6,
    },
    {
      pattern: 'of the county',
      regexp:
        /\b(?:at|to|from|in|by)\s(?:the|our|a)\s(?<value>county (?:hospital|clinic|jail|medical center|health department|morgue|infirmary))(?!\p{L})/u,
      holds: () => true,
      score: 0.6,
    },
    {
      pattern: 'office',
      regexp:
        /(?<!\p{L})(?<value>Dr\.?\s\p{Lu}[\p{L}-]{1,24}['’]s\s(?:Office|Clinic|Practice|office|clinic|practice))/u,
      score: 0.7,
    },
  ],
  holds: isNamed,
  edges: 'open',
  score: 0.85,
});

/** Where money was spent is a shop. */
const spent =
  /\b(?:charged?|purchase[sd]?|bought|paid|spent|transactions?|payments?|refund(?:ed)?|order(?:ed)?|shopp(?:ed|ing)|debit(?:ed)?|merchant|withdr[ae]w(?:al|n)?|swiped)\b[^.?!]{0,60}$/i;

/** A person "at" a facility: two or three words with a capital, or a title and one. */
const personAt =
  /^(?:(?:Dr|Mr|Mrs|Ms)\.? )?(?:\p{Lu}[\p{L}\p{M}'’-]{1,24}|\p{Lu}\.)(?: (?:\p{Lu}[\p{L}\p{M}'’-]{1,24}|\p{Lu}\.)){1,2}(?= at (?:the )?\p{Lu})/u;
const ofFacilities = new RegExp(
  `(?<!\\p{L})(?:${kinds}|University|County|Community|General|Children['’]?s|School|College|Institute|Department|Unit|Emergency|Cardiology|Saint|St|Mount|Mt)(?!\\p{L})`,
  'u',
);

/** "Jane Public at St. Mary's Hospital" is somebody and a facility. */
function parted(text: string, found: Finding): Finding[] {
  const value = text.slice(found.start, found.end);
  const person = value.includes(' at ') ? personAt.exec(value)?.[0] : undefined;
  if (person === undefined || ofFacilities.test(person) || !isNamed(person)) return [found];
  const [at = ''] = /^ at (?:the )?/.exec(value.slice(person.length)) ?? [];
  return [
    { ...found, type: 'NAME', end: found.start + person.length },
    { ...found, start: found.start + person.length + at.length },
  ];
}

/** Named hospitals, clinics and practices, by the words that say what they are, by a list of the known, and by who was seen where. */
export const facility: Recognizer = {
  ...shapes,
  types: ['FACILITY', 'NAME'],
  find: (text) =>
    shapes
      .find(text)
      .filter(
        ({ start, because }) =>
          because.pattern !== 'before a date' || !spent.test(text.slice(Math.max(0, start - 80), start)),
      )
      .flatMap((found) => parted(text, found)),
};
