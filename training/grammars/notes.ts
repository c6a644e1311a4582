// SPDX-License-Identifier: Apache-2.0
import { type Grammar, lines } from './grammar.ts';

/** Clinical notes: much prose in which nobody is named, and some in which somebody is. */
export const notes: Grammar = {
  id: 'notes',
  share: 22,
  lower: 0.03,
  upper: 0.05,
  texts: lines(String.raw`
    {heading}: {s} {s}\n{heading}: {s}
    {HEADING}: {s} {s} {s}
    {HEADING}:\n{s} {s}\n\n{HEADING}:\n{s} {s} {s}
    {s} {s} {s} {s}
    {s} {s}
    {s}
    {HEADING}\n1. {dxcap}.\n2. {dxcap}.\n3. {dxcap}, on {med}.
    1. {dxcap}. 2. {dxcap}. 3. {dxcap}.
    {heading}: {dxcap}, {dx}, {dx}.
    {n} {s} {s}
    {s} {n} {s}
    {n} {n}
    {HEADING}: {n} {s}\n{HEADING}: {s} {n}
    {heading}\n{n} {s} {s}\n\n{heading}\n{s} {s}\n\n{sign}
    DISCHARGE SUMMARY\n\nPatient: {anyname}\nMRN: {mrn}\nAdmitted: {date}\nAttending: {doctor}\nFacility: {fac}\n\n{HEADING}\n{n} {s} {s}\n\n{HEADING}\n{s} {s}\n\n{sign}
    OPERATIVE REPORT\nSURGEON: {full}, {degree}\nASSISTANT: {full}\nANESTHESIA: General endotracheal.\nPROCEDURE: {dxcap}.\n{s} {s}
    PATIENT NAME: {sorted}\nDATE OF BIRTH: {date}\nPHYSICIAN: {doctor}\n\n{HEADING}: {s} {s}
    {time} - {s} {n}
    {date}: {s} {n} {s}
    Nursing note {date} {time}: {s} {n}
    S: {s}\nO: {s}\nA: {dxcap}\nP: {s}
    {s}\n\n{s} {s} {s}
    Review of Systems:\n- Constitutional: Negative for fever.\n- Eyes: {s}\n- Skin: Negative.
    Medications:\n{brand} {dose}\n{brand} {dose}\n{drug} {dose}
    MEDICATIONS: {brand} {dose}, {brand} {dose}, {drug} {dose}, {brand}.
    CURRENT MEDICATIONS: {Drug} {dose}, {Drug}, {brand} {dose}, aspirin.
    {Drug} {dose}, {brand}, multivitamin, Calcium, and {Drug}.
    ALLERGIES: {brand}, {Drug}, sulfa, shellfish.
    {sec} {sec}
    FAMILY HISTORY: {fam} {fam}
    SOCIAL HISTORY: {soc} {soc} {soc}
    {fam}
    {soc} {soc}
    {soc} {s}
    {fam} {soc}
    {HEADING}: {WORDS}.
    {heading} - {Words}
    {phys} {phys} {phys}
    GENERAL: {phys} HEENT: {phys} NECK: {phys}
    {op} {op} {op} {op}
    {op} {op} {op} {n}
  `),
  parts: {
    s: lines(String.raw`
      {he} denies fever, chills, or night sweats.
      {he} was started on {med} {dose}.
      {he} tolerated the procedure well and was taken to the recovery room in stable condition.
      {he} presents with a {num2}-day history of {cond}.
      The patient is a {age}-year-old {sex} who presents for evaluation of {cond}.
      This is a {age}-year-old {people} {sex} with {dx}.
      This is a {age}-year-old right-handed {sex} with a history of {dx} and {dx}.
      Significant for {dx}, {dx}, and {dx}.
      Past history is significant for {eponym}.
      Labs showed WBC {num2}, Hgb {num2}, creatinine 1.{num2}, BUN {num2}.
      CT of the abdomen showed no evidence of {cond}.
      Chest x-ray revealed mild cardiomegaly. EKG showed normal sinus rhythm.
      MRI demonstrated degenerative changes at L4-L5 and L5-S1.
      {named} was negative.
      {named} was performed and was unremarkable.
      Positive {named} on the left.
      {he} has a {named} in place.
      A {named} was placed without difficulty.
      {he} was continued on {brand} and {brand}.
      {brand} was discontinued due to {cond}.
      We discussed the risks, benefits and alternatives, including {proc}, and {he} agreed to proceed.
      Will follow up with Cardiology in two weeks.
      Follow up with the primary care physician in {num2} days.
      Referred to Physical Therapy and Occupational Therapy.
      {he} is to return to the Emergency Department for worsening symptoms.
      The patient was admitted to the ICU for further management.
      Non-contributory.
      None.
      Negative except as above.
      As above.
      Blood pressure {num}/{num2}, pulse {num2}, temperature 98.6, respirations 18.
      Alert and oriented x3, in no acute distress.
      Lungs are clear to auscultation bilaterally. Heart regular rate and rhythm.
      {he} lives at home with {his} {relative} and two dogs.
      {his} {relative} has a history of {dx}.
      {he} continues to smoke one pack per day. No alcohol.
      Gravida 2, para 1.
      Assessment: {dx}, likely secondary to {dx}.
      Likely diagnosis is {eponym}; rule out {eponym}.
      Will check {gene} mutation status.
      Discussed with Oncology and Radiology; agree with plan.
      Per {body} guidelines, {med} was recommended.
      {he} received the Pfizer vaccine and a flu shot.
      {he} was born in {month} and is up to date on immunizations.
      Symptoms started on {weekday} and worsened over the weekend.
      Repeat labs on {weekday}. Continue {drug} {dose}.
      {he} will be seen again in {month}.
      Speaks {people}; an interpreter was used.
      {he} is a {people} {sex} who appears {his} stated age.
      The wound was closed with {named}.
      Specimens sent for Gram stain and culture grew Pseudomonas and Klebsiella.
      Escherichia coli was sensitive to {drug}.
      Patient states that "I can't sleep" and feels tired all the time.
      No known drug allergies. {Drug} causes rash.
      Status post {proc} in {year}.
      Assessment and Plan: Continue {Drug}, titrate {brand}. Consider {proc}.
      Good. Improving. Stable on current regimen.
      Unable to obtain due to patient's condition.
      Will place consult to General Surgery for {proc}.
      Case Management and Social Work are involved.
      Vitals stable. Afebrile. {Word} {word} {word}.
      The {word} {word} was {word}.
      {Word} noted on exam. {Word} and {word} were reviewed.
      Plan: {Word}, {word}, and {word}.
      {he} was counselled about {word} and {word}.
      Counseling was given regarding diet, exercise and smoking cessation.
      {he} ambulates with a walker. Hearing grossly intact.
      Colonoscopy in {year} was normal. Mammogram due.
      {heading} unremarkable. {heading} within normal limits.
      {he} recently travelled to {region}.
      Vaccinated with BCG and Hepatitis B.
      {named} {num2}. {named} {num2}.
      The child was born at {num2} weeks with {named} of 8 and 9.
      He has seen numerous doctors without relief.
      The patient's mother states that the child has been fussy.
      Mom and Dad at bedside. Grandmother has {dx}.
      Discharged home in the care of {his} {relative}.
    `),
    n: lines(String.raw`
      {polite} is a {age}-year-old {sex} with {dx}.
      {full} is a {age}-year-old {sex} who presents to {fac} with {cond}.
      {first} is a {age}-year-old {sex} brought in by {his} {relative}.
      {patient} was seen today by {doctor}.
      The patient was referred by {doctor} of {fac} for {dx}.
      Discussed with {doctor}, who agrees with the plan.
      Case discussed with {doctor} from Cardiology.
      {doctor} was consulted for {dx}.
      {doctor} performed a {proc} on {date}.
      Per {doctor}, continue {med} {dose}.
      {he} follows with {doctor} in {town}.
      {he} will follow up with {doctor} at {fac} on {date}.
      {his} {relative}, {full}, is the health care proxy and can be reached at {phone}.
      {his} {relative} {first} was present at the bedside.
      Spoke with {his} {relative} {first} by phone.
      Accompanied by {his} {relative}, {person}.
      {he} lives in {town} with {his} {relative} {first}.
      {he} lives in {town} with {his} {relative}.
      {he} was transferred from {fac} in {town}.
      {he} moved here from {place} in {year}.
      {he} is originally from {place}.
      {he} recently travelled to {country}.
      {he} works at {org} as a {prof}.
      {he} is employed at {site}.
      {polite} denies chest pain.
      {polite} reports that {cond} has improved.
      {polite}'s {relative} states {his} memory is worse.
      I saw {polite} in clinic today.
      Thank you for referring {polite}.
      {last} was started on {med} by {doctor}.
      Patient {full} (MRN {mrn}) was admitted to {fac} on {date}.
      Emergency contact: {full} ({relative}), {phone}.
      Attending: {doctor}. Resident: {full}, {degree}.
      PCP is {doctor} at {fac}.
      PCP: {full}, {degree}
      RN {full} notified. {doctor} paged at {time}.
      Nurse {first} administered {med} {dose}.
      Social worker {full} met with {first}'s {relative}.
      Pharmacy: {shop}, {streetOnly}, {town}.
      Residing at {address}.
      {he} was found at {street} by EMS and brought to {fac}.
      {he} attends {site}.
      {he} resides at {fac}.
      Pathology reviewed at {fac} by {doctor}.
      Outside records from {fac} were reviewed.
      {he} was previously followed at {fac}.
      Care was transferred to {fac} per family request.
      Baby {last} was delivered at {fac}.
      Mr. and Mrs. {last} were counselled.
      {first} and {his} {relative} {first} agree with the plan.
      {full}'s wound is healing well.
    `),
    sec: [
      'PAST SURGICAL HISTORY: {Word}, {proc}.',
      '{HEADING}: Unremarkable.',
      '{heading}: As per HPI.',
      '{heading}: {dxcap}.',
      '{HEADING}: {dxcap}, {dx}.',
    ],
    fam: [
      'Mother died of {dx} at {age}.',
      'Father had {dx}.',
      'Father is alive with {eponym}.',
      'Positive for {dx} in {his} grandmother.',
      'Maternal aunt with {dx}; paternal grandfather had {eponym}.',
      'No family history of {eponym} or {cond}.',
      'Brother and sister are healthy.',
      'Significant for {eponym} and {dx}.',
      'Mom has {dx}. Dad is healthy.',
      'Half-brother with {gene} mutation.',
      'Noncontributory.',
    ],
    soc: [
      '{he} is married and has two children.',
      '{he} is retired.',
      '{he} smokes one pack per day.',
      'Occasional alcohol. No illicit drugs.',
      '{he} is a nonsmoker.',
      '{he} enjoys gardening and reading the Bible.',
      '{he} drinks Coke and coffee daily.',
      '{he} watches TV and plays Nintendo.',
      '{he} is divorced and lives alone.',
      '{he} immigrated in {year}.',
      'Tobacco: Quit in {year}.',
      '{he} served in the Army during the Vietnam War.',
      '{he} attends church every Sunday.',
      'Widowed. Independent in all ADLs.',
      'The patient is Catholic.',
      '{he} is on Medicare and Medicaid.',
      'Denies alcohol, tobacco or drug use.',
    ],
    phys: [
      'Well developed, well nourished.',
      'PERRLA. EOMI.',
      'Supple. No JVD.',
      'Clear to auscultation.',
      'Soft, nontender.',
      'No edema. {named} negative.',
      'Cranial nerves II-XII intact. {named} normal.',
      'Reflexes 2+. {named} downgoing bilaterally.',
      'Warm and dry. Good turgor.',
      'Regular. No murmurs, rubs, or gallops.',
      '{named} is negative bilaterally.',
      'Normocephalic, atraumatic.',
      'TMs clear. Oropharynx benign.',
    ],
    op: [
      'The patient was placed in the {named} and prepped with Betadine.',
      'A {named} was inserted.',
      'The fascia was closed with {named}.',
      '{named} was used to obtain hemostasis.',
      'Lidocaine with epinephrine was infiltrated.',
      'An incision was made over the {word}.',
      'The {word} was identified and dissected free.',
      'Estimated blood loss was {num2} mL.',
      'A {named} retractor was placed.',
      'The skin was closed with staples and Steri-Strips.',
      'Sponge and needle counts were correct.',
      'The patient was extubated and taken to PACU.',
      '{named} was achieved.',
      'The {named} was exposed.',
      'Fluoroscopy confirmed position of the {named}.',
      'DeBakey forceps and Metzenbaum scissors were used.',
    ],
    dxcap: [
      'Hypertension',
      'Diabetes mellitus',
      'Coronary artery disease',
      '{eponym}',
      '{eponym}',
      'Status post {proc}',
      'Chronic {cond}',
      'History of {dx}',
      'Possible {eponym}',
      'Acute {cond}',
      'Left {word} {word}',
      'Anemia',
      'Depression',
      'Morbid obesity',
      'Asthma',
      'GERD',
      '{Word} {word}',
      'Right-sided {cond}',
    ],
    sign: [
      'Dictated by: {full}, {degree}',
      'Electronically signed by {full}, {degree} on {date}',
      'Electronically signed by: {doctor}',
      '{full}, {degree}',
      'Signed,\n{doctor}\n{fac}',
      'cc: {doctor}',
      'D: {date} T: {date} JOB: {num4}',
      '{full} {degree}\n{fac}\n{town}',
      'Thank you for allowing us to participate in the care of this patient.',
    ],
    Drug: [
      'Lisinopril',
      'Metformin',
      'Aspirin',
      'Warfarin',
      'Atenolol',
      'Metoprolol',
      'Prednisone',
      'Albuterol',
      'Furosemide',
      'Simvastatin',
      'Amoxicillin',
      'Penicillin',
      'Codeine',
      'Morphine',
      'Gabapentin',
      'Insulin',
      'Levothyroxine',
      'Amlodipine',
      'Hydrochlorothiazide',
      'Omeprazole',
      'Ibuprofen',
      'Vancomycin',
      'Fentanyl',
      'Propofol',
      'Digoxin',
      'Heparin',
      'Clopidogrel',
      'Meperidine Hydrochloride',
      'Fidaxomicin',
      'Ciprofloxacin',
      'Allopurinol',
      'Naproxen',
      'Tramadol',
    ],
  },
};
