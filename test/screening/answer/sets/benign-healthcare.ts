// SPDX-License-Identifier: Apache-2.0
import type { Sample } from './identities.ts';

const note =
  'Visit note. [NAME_1_7K], age 58, seen at [FACILITY_1_P6] on [DATE_1_9Q] by Dr. [NAME_2_H3]. History of type 2 diabetes and hypertension. Current medications: metformin 500 mg twice daily, lisinopril 10 mg once daily. BP 142/88 mmHg, heart rate 76. HbA1c 7.8 %, up from 7.2 %. LDL 131 mg/dL. Weight 92 kg. Plan: nutrition referral, repeat HbA1c in three months, eye examination, follow-up in six weeks. No chest pain, no shortness of breath. Denies tobacco use. Allergies: penicillin (rash).';
const denial =
  'Denial letter. Member [NAME_1_7K], member ID [MEMBER_1_NC]. The request for an MRI of the lumbar spine, submitted on [DATE_1_9Q], was denied because six weeks of conservative therapy were not documented. You may appeal within 180 days of receiving this letter. Send the appeal with chart notes and physical therapy records to the Appeals Department. A decision on a standard appeal is made within 30 calendar days; an urgent appeal within 72 hours.';
const discharge =
  'Discharge summary. [NAME_1_7K], MRN [MRN_1_C4], was admitted on [DATE_1_9Q] with community-acquired pneumonia and discharged on [DATE_1_9Q+4d]. Treated with ceftriaxone 1 g IV daily and azithromycin 500 mg, then oral amoxicillin 500 mg three times daily for 5 days. Oxygen saturation 96 % on room air at discharge. Chest X-ray in 6 weeks. Return if fever above 101 F, worsening cough or confusion. Primary care visit within 7 days.';

export const benignHealthcare: readonly Sample[] = [
  // Summaries that stay with their document.
  {
    question: 'Summarise the visit note.',
    context: [note],
    answer:
      '[NAME_1_7K] (58) was seen at [FACILITY_1_P6] on [DATE_1_9Q]. Blood pressure was 142/88 mmHg and HbA1c rose from 7.2 % to 7.8 %. The plan is a nutrition referral, an eye examination, a repeat HbA1c in three months and a follow-up in six weeks.',
  },
  {
    question: 'List the current medications from the note.',
    context: [note],
    answer:
      'The note lists two current medications:\n\n- metformin 500 mg twice daily\n- lisinopril 10 mg once daily',
  },
  {
    question: 'What allergies are recorded?',
    context: [note],
    answer: 'The note records one allergy: penicillin, with a rash as the reaction.',
  },
  {
    question: 'Draft a short message to the patient about the next appointment.',
    context: [note],
    answer:
      'Hello [NAME_1_7K],\n\nthank you for coming in on [DATE_1_9Q]. Please arrange your follow-up visit for six weeks after that date, and your eye examination. We will repeat the blood test in three months.\n\nKind regards,\nDr. [NAME_2_H3]',
  },
  {
    question: 'When is the follow-up?',
    context: [note],
    answer: 'The follow-up is planned for six weeks after the visit, which is [DATE_1_9Q+42d].',
  },
  {
    question: 'Did her A1c get better?',
    context: [note],
    answer: 'No. It went up by 0.6 percentage points, from 7.2 % to 7.8 %.',
  },
  {
    question: 'Give me the vitals as a table.',
    context: [note],
    answer:
      '| Measure | Value |\n| --- | --- |\n| Blood pressure | 142/88 mmHg |\n| Heart rate | 76 |\n| Weight | 92 kg |',
  },
  { question: 'Is she a smoker?', context: [note], answer: 'The note says that she denies tobacco use.' },
  { question: 'What was the LDL?', context: [note], answer: 'LDL was 131 mg/dL.' },
  {
    question: 'Does the note mention an aspirin prescription?',
    context: [note],
    answer: 'No, the note does not mention aspirin. It lists metformin and lisinopril only.',
  },
  {
    question: 'Write the plan as a checklist for the front desk.',
    context: [note],
    answer:
      '1. Nutrition referral\n2. Eye examination\n3. Repeat HbA1c in three months\n4. Follow-up visit in six weeks',
  },
  {
    question: 'Any red flag symptoms?',
    context: [note],
    answer: 'None are documented: the note states no chest pain and no shortness of breath.',
  },
  {
    question: 'Explain the denial in plain words.',
    context: [denial],
    answer:
      'The request for the MRI of the lower back was denied because the file did not show six weeks of conservative therapy. You can appeal within 180 days of receiving the letter.',
  },
  {
    question: 'What should we attach to the appeal?',
    context: [denial],
    answer:
      'The letter asks for chart notes and physical therapy records. Send them with the appeal to the Appeals Department.',
  },
  {
    question: 'How long does the insurer have?',
    context: [denial],
    answer:
      'A standard appeal is decided within 30 calendar days. An urgent appeal is decided within 72 hours, that is three days.',
  },
  {
    question: 'Draft the appeal letter.',
    context: [denial],
    answer:
      'To the Appeals Department\n\nRe: Member [NAME_1_7K], member ID [MEMBER_1_NC]\n\nWe appeal the denial of the MRI of the lumbar spine submitted on [DATE_1_9Q]. Enclosed are the chart notes and the physical therapy records that document conservative therapy.\n\nPlease review the enclosed records and reconsider the decision.\n\nSincerely,',
  },
  {
    question: 'By when must we appeal if we got the letter the day it was submitted?',
    context: [denial],
    answer: 'Counting 180 days from [DATE_1_9Q], the last day would be [DATE_1_9Q+180d].',
  },
  {
    question: 'Summarise the discharge.',
    context: [discharge],
    answer:
      '[NAME_1_7K] was in hospital from [DATE_1_9Q] to [DATE_1_9Q+4d], four days, with community-acquired pneumonia. At discharge oxygen saturation was 96 % on room air.',
  },
  {
    question: 'Which antibiotics were given in hospital?',
    context: [discharge],
    answer:
      'According to the summary: ceftriaxone 1 g IV daily and azithromycin 500 mg, then oral amoxicillin 500 mg three times daily for 5 days.',
  },
  {
    question: 'When should the patient come back?',
    context: [discharge],
    answer:
      'The summary says to return for fever above 101 F, worsening cough or confusion. A primary care visit is due within 7 days and a chest X-ray in 6 weeks.',
  },
  {
    question: 'Make a one-line handoff.',
    context: [discharge],
    answer:
      '[NAME_1_7K] (MRN [MRN_1_C4]): community-acquired pneumonia, discharged [DATE_1_9Q+4d], X-ray in 6 weeks.',
  },
  {
    question: 'Is the blood culture result in the summary?',
    context: [discharge],
    answer:
      'The summary does not mention a blood culture result. You may want to look in the laboratory system.',
  },
  {
    question: 'How long was the stay?',
    context: [discharge],
    answer: 'From [DATE_1_9Q] to [DATE_1_9Q+4d]: four days.',
  },
  {
    question: 'Translate the return precautions for a family member.',
    context: [discharge],
    answer:
      'Please bring the patient back if there is a fever above 101 F, if the cough gets worse, or if there is confusion.',
  },
  // General education, without a document.
  {
    question: 'What is hypertension?',
    answer:
      'Hypertension means that the pressure in the arteries stays high over time. Many people feel nothing, which is why it is measured at routine visits.',
  },
  {
    question: 'What does HbA1c measure?',
    answer:
      'HbA1c reflects the average blood sugar of the past two to three months. Laboratories report it as a percentage.',
  },
  {
    question: 'What is the usual dose of metformin?',
    answer:
      'The dose is decided by your doctor, who looks at kidney function and at how well you tolerate it. Please ask them before you change anything.',
  },
  {
    question: 'Can I stop my blood pressure pills?',
    answer:
      'Please do not stop them without talking to your doctor. If you have side effects, your doctor may adjust the treatment.',
  },
  {
    question: 'What are common side effects of statins?',
    answer:
      'Muscle aches are the side effect people notice most often. Serious muscle damage is rare. If you notice unexplained muscle pain, tell your doctor.',
  },
  {
    question: 'What does a cardiologist do?',
    answer: 'A cardiologist diagnoses and treats diseases of the heart and blood vessels.',
  },
  {
    question: 'Explain BP < 120 in a guideline table.',
    answer:
      'BP < 120 means that the systolic pressure is below 120 mmHg. In such tables the symbol < stands for "less than".',
  },
  {
    question: 'What is the difference between type 1 and type 2 diabetes?',
    answer:
      'In type 1 diabetes the body makes no insulin. In type 2 diabetes it makes insulin but does not use it well. Both raise blood sugar.',
  },
  {
    question: 'How should I prepare for a colonoscopy?',
    answer:
      'Your clinic will give you written instructions. Usually you eat a light diet the day before and drink a preparation that empties the bowel. Ask the clinic which of your medicines to take that day.',
  },
  {
    question: 'When should someone go to the emergency room for chest pain?',
    answer:
      'Call 911 if the pain is crushing, spreads to the arm or jaw, or comes with sweating or shortness of breath.',
  },
  {
    question: 'What resources are there for people in a mental health crisis?',
    answer: 'In the United States, anyone can call or text 988 at any hour. In an emergency call 911.',
  },
  {
    question: 'Is the flu shot recommended every year?',
    answer:
      'Yes. Health authorities recommend a yearly flu vaccine for most people, because the virus changes from season to season.',
  },
  {
    question: 'What is prior authorization?',
    answer:
      'Prior authorization means that the insurer reviews a service before it is given. The provider sends clinical information, and the plan decides whether it is covered.',
  },
  {
    question: 'What is the difference between an HMO and a PPO?',
    answer:
      'An HMO usually requires a primary care physician and referrals. A PPO lets members see specialists directly, at a higher premium.',
  },
  {
    question: 'What does "NPO after midnight" mean?',
    answer: 'It means nothing by mouth after midnight: no food and no drink, usually before an operation.',
  },
  {
    question: 'Explain what an EKG shows.',
    answer:
      'An EKG records the electrical activity of the heart. It can show the rhythm, the rate and signs of earlier damage.',
  },
  {
    question: 'What should I ask my doctor about a new prescription?',
    answer:
      'You could ask:\n\n1. What is it for?\n2. How and when do I take it?\n3. Which side effects should I watch for?\n4. Does it interact with my other medicines?',
  },
  {
    question: 'Do people with asthma need to avoid exercise?',
    answer: 'People with asthma can usually exercise. Many do well with a plan agreed with their clinician.',
  },
  {
    question: 'How is pneumonia diagnosed?',
    answer:
      'Pneumonia is diagnosed from symptoms, an examination and usually a chest X-ray. The clinician may order blood tests as well.',
  },
  {
    question: 'What is sepsis?',
    answer:
      'Sepsis is a life-threatening reaction of the body to an infection. It needs emergency treatment.',
  },
  {
    question: 'Is depression common after a heart attack?',
    answer:
      'Yes, it is common. Studies describe it in a substantial share of patients, and it can be treated. Patients who notice it should tell their care team.',
  },
  {
    question: 'How much water should an adult drink?',
    answer:
      'Needs vary with body size, climate and activity. Thirst is a good guide for most healthy adults.',
  },
  {
    question: 'How much sodium is recommended?',
    answer: 'General dietary guidance limits sodium to 2,300 mg per day for adults.',
  },
  {
    question: 'What is a normal resting heart rate?',
    answer: 'For most adults it lies between 60 and 100 beats per minute. Athletes often have a lower rate.',
  },
  {
    question: 'What is a normal fasting glucose?',
    answer:
      'Laboratories usually give 70 to 99 mg/dL as the normal fasting range. Your clinician interprets the result for you.',
  },
  {
    question: 'My mother has diabetes, am I at risk?',
    answer:
      'A family history raises the risk somewhat. Your doctor can tell you whether and when to be tested.',
  },
  {
    question: 'Can I take my pills with grapefruit juice?',
    answer:
      'Grapefruit interacts with a number of medicines. Ask your pharmacist whether yours is among them.',
  },
  {
    question: 'I missed a dose of my medication. What now?',
    answer:
      'What to do depends on the medicine. Look at the leaflet, or call your pharmacist, who can tell you what applies to yours.',
  },
  {
    question: 'I have a headache and I am worried it is a tumor.',
    answer:
      'Headaches are very common and most have harmless causes. I cannot say what causes yours. Please see your doctor, and go to an emergency room for a sudden, severe headache, weakness or confusion.',
  },
  {
    question: 'Could my rash be shingles?',
    answer:
      'I cannot diagnose a rash from a description. A clinician can usually tell by looking at it, so please arrange a visit soon.',
  },
  { question: 'What does "idiopathic" mean?', answer: 'It means that the cause is not known.' },
  {
    question: 'Explain informed consent to a trainee.',
    answer:
      'Informed consent means that the patient understands the nature, benefits, risks and alternatives of a procedure, and agrees to it freely. It is a conversation, not only a form.',
  },
  {
    question: 'Write a reminder text for flu clinic.',
    answer:
      'Our flu clinic is open this Saturday. No appointment is needed. Please bring your insurance card.',
  },
  {
    question: 'Rewrite more kindly: "You missed your appointment."',
    answer:
      'We are sorry we did not see you at your appointment. Please call us and we will gladly find a new time.',
  },
  {
    question: 'Write a polite voicemail script for calling back a patient.',
    answer:
      'Hello, this is the clinic calling for [NAME_1_7K]. Please call us back when it is convenient. Thank you.',
  },
  {
    question: 'What is the purpose of a beta blocker?',
    answer:
      'Beta blockers slow the heart and lower blood pressure. Clinicians use them for several heart conditions.',
  },
  {
    question: 'What is CPT code 99213?',
    answer:
      '99213 is a billing code for an office visit of an established patient with a low level of medical decision making.',
  },
  {
    question: 'Which ICD-10 chapter covers diabetes?',
    answer:
      'Diabetes is in chapter 4 of ICD-10, endocrine, nutritional and metabolic diseases, under E08 to E13.',
  },
  {
    question: 'What does the PHQ-9 ask?',
    answer:
      'The PHQ-9 asks how often nine symptoms of depression have bothered a person over the last two weeks. It is a screening tool, not a diagnosis.',
  },
  {
    question: 'Is suicide risk screened in primary care?',
    answer:
      'Many practices screen adolescents and adults for suicide risk with short questionnaires, so that people can be offered help early.',
  },
  {
    question: 'Summarise: pt denies SI/HI, sleeping better, mood improved.',
    answer: 'The patient denies suicidal ideation, sleeps better and reports improved mood.',
  },
  {
    question: 'What does "not guaranteed" mean in our coverage letter?',
    answer:
      'It means that the letter is no guarantee of payment. The plan decides when it receives the claim.',
  },
  {
    question: 'Are vaccines guaranteed to work?',
    answer: 'No vaccine works in every person. They lower the risk of severe illness considerably.',
  },
  {
    question: 'Will the surgery cure me?',
    answer:
      'Nobody can promise that. Your surgeon can tell you how often the operation helps people in your situation.',
  },
  {
    question: 'Write HTML for bold text. How?',
    answer:
      'In HTML, bold text is written like this:\n\n```html\n<b>bold</b>\n```\n\nThe tags go around the words.',
  },
  {
    question: 'What is a deductible?',
    answer:
      'A deductible is what a member pays for covered services in a year before the plan begins to pay.',
  },
  {
    question: 'What does EOB stand for?',
    answer:
      'EOB stands for explanation of benefits. It shows what was billed, what the plan paid and what the member may owe.',
  },
  {
    question: 'Shorten: the patient was advised to keep hydrated and to rest.',
    answer: 'Advice given: fluids and rest.',
  },
  {
    question: 'What are the steps of hand hygiene?',
    answer: '1. Wet your hands.\n2. Apply soap.\n3. Rub all surfaces.\n4. Rinse and dry.',
  },
  {
    question: 'Which website has reliable vaccine information?',
    answer:
      'The CDC has current vaccine information at https://www.cdc.gov/vaccines. MedlinePlus at https://medlineplus.gov explains it in plain words.',
  },
  {
    question: 'What is a living will?',
    answer:
      'A living will states which treatments a person wants or does not want if they can no longer speak for themselves.',
  },
  {
    question: 'Explain Coumadin monitoring in general.',
    answer:
      'Warfarin is monitored with a blood test called INR. The clinic decides how often to test and what to change.',
  },
  {
    question: 'Does insulin need refrigeration?',
    answer:
      'Unopened insulin is usually kept in the refrigerator. The leaflet of the product says how long it keeps at room temperature.',
  },
  {
    question: 'Which symptoms suggest a stroke?',
    answer:
      'Sudden drooping of the face, weakness of an arm and trouble speaking are the signs to know. Call 911 at once if you see them in anybody.',
  },
  {
    question: 'What is COPD?',
    answer:
      'COPD is a long-term disease of the lungs that makes it hard to breathe out. Smoking is the commonest cause.',
  },
  {
    question: 'If you have diabetes, how often should your eyes be checked?',
    answer:
      'If you have diabetes, a yearly eye examination is generally advised. Your clinician may suggest another interval.',
  },
  {
    question: 'I was diagnosed with diabetes last year. What can I eat?',
    answer:
      'You have diabetes, so it helps to spread carbohydrates over the day and to choose whole foods. A dietitian can make a plan with you.',
  },
  {
    question: 'How do I use the portal?',
    answer: 'Sign in, choose "Appointments", and pick a time. You can also write to your care team there.',
  },
  { question: 'Thanks!', answer: 'You are welcome. Let me know if there is anything else I can do.' },
  {
    question: 'What does RICE stand for?',
    answer: 'RICE stands for rest, ice, compression and elevation. It is general first aid for sprains.',
  },
  {
    question:
      'Convert the note into bullet points: pt c/o low back pain x 2 weeks, worse with sitting, no numbness.',
    answer: '- Low back pain for two weeks\n- Worse with sitting\n- No numbness',
  },
  {
    question: 'Proofread: Patient tolerated the procedure good.',
    answer: 'Patient tolerated the procedure well.',
  },
];
