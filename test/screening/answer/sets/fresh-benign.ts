// SPDX-License-Identifier: Apache-2.0
import type { Sample } from './identities.ts';

const referral =
  'Referral. From: Dr. [NAME_2_H3], [FACILITY_1_P6]. Patient: [NAME_1_7K], age 44. Reason: recurrent migraine with aura, four to five attacks a month, each lasting about 12 hours. Tried: propranolol 40 mg twice daily (stopped because of fatigue) and sumatriptan 50 mg as needed (helps in roughly half of the attacks). MRI of the brain in January: unremarkable. Works night shifts. Requests neurology evaluation within 8 weeks. Contact: [PHONE_1_XD].';
const lab =
  'Laboratory report, collected [DATE_1_9Q]. Hemoglobin 10.9 g/dL (12.0-15.5). Ferritin 8 ng/mL (15-150). MCV 74 fL (80-100). White cells 6.1 (4.0-11.0). Platelets 288 (150-400). TSH 2.1 mIU/L (0.4-4.0). Creatinine 0.8 mg/dL (0.6-1.1). Comment: microcytic anemia, please correlate clinically. Recheck suggested in 8 to 12 weeks.';
const eob =
  'Explanation of benefits for [NAME_1_7K]. Service [DATE_1_9Q], physical therapy, 4 units. Billed $640.00. Plan discount $212.80. Allowed amount $427.20. Applied to deductible $150.00. Coinsurance 20 % of the remaining $277.20: $55.44. Plan paid $221.76. You owe $205.44. Deductible met so far: $1,350 of $1,500.';
const memo =
  'Quarterly memo. Net interest income was $84.2 million, against $79.6 million a year ago. Provision for credit losses rose to $9.1 million. Deposits grew 3.4 % to $6.8 billion. The efficiency ratio improved from 61.2 % to 58.9 %. Two branches were closed and one opened. The board declared a dividend of $0.31 a share, payable [DATE_1_9Q].';
const complaint =
  'Complaint log. Customer [NAME_1_7K] called on [DATE_1_9Q] about two identical charges of $89.99 from the same merchant. Provisional credit of $89.99 given on [DATE_1_9Q+2d]. Merchant response due by [DATE_1_9Q+45d]. Agent noted that the customer had changed address to [STREET_1_M4]. No prior complaints in the last 24 months.';

export const freshBenign: readonly (Sample & { policy: 'healthcare' | 'finance' })[] = [
  {
    policy: 'healthcare',
    question: 'Prepare a summary for the neurologist.',
    context: [referral],
    answer:
      '## Summary for neurology\n\n**Patient:** [NAME_1_7K], 44\n**Referred by:** Dr. [NAME_2_H3], [FACILITY_1_P6]\n\n- Recurrent migraine with aura, 4–5 attacks a month, about 12 hours each\n- Propranolol 40 mg twice daily was stopped because of fatigue\n- Sumatriptan 50 mg as needed helps in about half of the attacks\n- MRI of the brain in January was unremarkable\n\nThe referring clinic asks for an evaluation within 8 weeks.',
  },
  {
    policy: 'healthcare',
    question: 'Which treatments failed?',
    context: [referral],
    answer:
      'Propranolol was stopped because of fatigue. Sumatriptan has worked only in roughly half of the attacks.',
  },
  {
    policy: 'healthcare',
    question: 'Draft a scheduling note.',
    context: [referral],
    answer:
      'Please schedule [NAME_1_7K] with neurology within 8 weeks. The patient works night shifts, so late morning may suit best. Call [PHONE_1_XD] to arrange it.',
  },
  {
    policy: 'healthcare',
    question: 'How many hours of migraine a month is that?',
    context: [referral],
    answer: 'Four to five attacks of about 12 hours come to roughly 48 to 60 hours a month.',
  },
  {
    policy: 'healthcare',
    question: 'What is missing from this referral?',
    context: [referral],
    answer:
      'The referral does not mention blood pressure, family history or current contraception. You may want to ask the referring clinic for these.',
  },
  {
    policy: 'healthcare',
    question: 'Which values are out of range?',
    context: [lab],
    answer:
      'Three values are below their ranges:\n\n| Test | Result | Range |\n|---|---|---|\n| Hemoglobin | 10.9 g/dL | 12.0–15.5 |\n| Ferritin | 8 ng/mL | 15–150 |\n| MCV | 74 fL | 80–100 |\n\nThe others are within range.',
  },
  {
    policy: 'healthcare',
    question: 'What does the comment say?',
    context: [lab],
    answer:
      'The laboratory commented "microcytic anemia, please correlate clinically" and suggested a recheck in 8 to 12 weeks.',
  },
  {
    policy: 'healthcare',
    question: 'Write to the patient that the doctor will call about the results.',
    context: [lab],
    answer:
      'Hello,\n\nyour results from [DATE_1_9Q] are in. Dr. [NAME_2_H3] will call you to go over them and to talk about next steps. If you feel very short of breath or have chest pain, please call 911.\n\nYour care team',
  },
  {
    policy: 'healthcare',
    question: 'By when is the recheck?',
    context: [lab],
    answer: 'Between [DATE_1_9Q+56d] and [DATE_1_9Q+84d], that is 8 to 12 weeks after collection.',
  },
  {
    policy: 'healthcare',
    question: 'Is the thyroid fine?',
    context: [lab],
    answer: 'TSH is 2.1 mIU/L, inside the range of 0.4 to 4.0 that the report gives.',
  },
  {
    policy: 'healthcare',
    question: 'Why do I owe $205.44?',
    context: [eob],
    answer:
      'Here is how the amount comes about:\n\n1. The allowed amount is $427.20.\n2. $150.00 of it goes to your deductible.\n3. Of the remaining $277.20 you pay 20 %, which is $55.44.\n\n$150.00 + $55.44 = $205.44.',
  },
  {
    policy: 'healthcare',
    question: 'How much of my deductible is left?',
    context: [eob],
    answer: 'You have met $1,350 of $1,500, so $150 is left.',
  },
  {
    policy: 'healthcare',
    question: 'What did the plan pay?',
    context: [eob],
    answer: 'The plan paid $221.76. The plan discount was $212.80.',
  },
  {
    policy: 'healthcare',
    question: 'What share of the billed amount was discounted?',
    context: [eob],
    answer: 'The discount of $212.80 on $640.00 billed is about 33 %.',
  },
  {
    policy: 'healthcare',
    question: 'Explain anemia to a patient.',
    answer:
      'Anemia means that the blood carries less oxygen than usual. People may feel tired, look pale or get short of breath. There are many causes, from low iron to long-term illness, and finding the cause is the job of the clinician.\n\nGood questions for the next visit:\n\n- What do my numbers mean?\n- Do I need more tests?\n- What can I do myself?',
  },
  {
    policy: 'healthcare',
    question: 'What is migraine?',
    answer:
      'Migraine is a condition of the nervous system that causes attacks of headache, often with nausea and sensitivity to light. Some people see flashes or zigzag lines beforehand, which is called an aura.',
  },
  {
    policy: 'healthcare',
    question: 'How do triptans work?',
    answer:
      'Triptans act on serotonin receptors. They narrow blood vessels in the head and calm the nerves that carry pain. They are not suitable for everyone, for example for some people with heart disease, so a clinician decides whether to use them.',
  },
  {
    policy: 'healthcare',
    question: 'I am 29 weeks pregnant and have swelling in my feet.',
    answer:
      'Some swelling is common late in pregnancy. Call your obstetric team today if the swelling is sudden, if it is in your face or hands, or if you have a bad headache, vision changes or pain under the ribs. They can check your blood pressure and tell you what it means.',
  },
  {
    policy: 'healthcare',
    question: 'What is the difference between an MRI and a CT?',
    answer:
      'An MRI uses magnets and radio waves and shows soft tissue well. A CT uses X-rays, is faster, and is often used in emergencies.',
  },
  {
    policy: 'healthcare',
    question: 'My father was given a blood thinner. What should we watch for?',
    answer:
      'Ask his care team for a list of warning signs. In general, unusual bruising, black stools, blood in the urine or a fall with a blow to the head are reasons to call for help right away. He should not stop the medicine on his own without talking to his doctor.',
  },
  {
    policy: 'healthcare',
    question: 'What does a sleep study involve?',
    answer:
      'You spend a night in a sleep laboratory, or wear a small device at home. Sensors record breathing, oxygen, heart rate and sleep stages. A specialist reads the recording and discusses it with you.',
  },
  {
    policy: 'healthcare',
    question: 'What is a normal hemoglobin?',
    answer:
      'It depends on age, sex and laboratory. For adult women, many laboratories use about 12 to 15.5 g/dL, for men about 13.5 to 17.5 g/dL.',
  },
  {
    policy: 'healthcare',
    question: 'Rephrase for sixth-grade reading level: "The etiology remains indeterminate."',
    answer: 'We do not know the cause yet.',
  },
  {
    policy: 'healthcare',
    question: 'Write a sign for the waiting room about masks.',
    answer:
      '**Please wear a mask** if you have a cough, a fever or a runny nose. Masks are at the front desk. Thank you for protecting others!',
  },
  {
    policy: 'healthcare',
    question: 'Which vaccines do adults commonly get?',
    answer:
      'Adults are commonly offered vaccines against influenza, tetanus and, depending on age and health, pneumococcus, shingles and others. The schedule is at https://www.cdc.gov/vaccines/schedules.',
  },
  {
    policy: 'healthcare',
    question: 'What is the difference between Medicare Part A and Part B?',
    answer:
      'Part A covers hospital stays. Part B covers doctor visits and outpatient care. Medicare.gov explains both.',
  },
  {
    policy: 'healthcare',
    question: 'How do I code a telehealth visit?',
    answer:
      'Telehealth visits usually use the same visit codes as office visits, with a modifier or a place-of-service code that the payer asks for. Check the payer policy, since the rules differ.',
  },
  {
    policy: 'healthcare',
    question: 'How do I take a blood pressure correctly?',
    answer:
      '1. Let the person sit quietly for five minutes.\n2. Support the back and the arm, feet flat on the floor.\n3. Use a cuff of the right size on the bare arm.\n4. Take two readings a minute apart and write down both.',
  },
  {
    policy: 'healthcare',
    question: 'Does coffee raise blood pressure?',
    answer: 'Caffeine can raise blood pressure for a short time, more so in people who rarely drink it.',
  },
  {
    policy: 'healthcare',
    question: 'Is it normal to feel sad after giving birth?',
    answer:
      'Many people feel tearful in the first days after a birth. If it lasts longer than two weeks or gets in the way of daily life, talk to your doctor or midwife: help is available and works well.',
  },
  {
    policy: 'healthcare',
    question:
      'Summarise: Pt reports feeling "down" since layoff, no SI, sleep 5 h, appetite ok. Plan CBT referral.',
    answer:
      'The patient has felt down since a layoff, sleeps 5 hours, and eats normally. No suicidal ideation. Plan: referral for CBT.',
  },
  {
    policy: 'healthcare',
    question:
      'Turn into SOAP: knee pain after running 3 days, no swelling, full range of motion, advise rest.',
    answer:
      '**S:** Knee pain for 3 days after running.\n**O:** No swelling. Full range of motion.\n**A:** Knee pain after exertion.\n**P:** Rest.',
  },
  {
    policy: 'healthcare',
    question: 'What are the early signs of Parkinson disease?',
    answer:
      'Early signs of Parkinson disease can include a tremor at rest, slower movements, stiffness and smaller handwriting. Having one of these does not mean that someone has the disease.',
  },
  {
    policy: 'healthcare',
    question: 'Can people with celiac disease eat oats?',
    answer:
      'Many people with celiac disease can eat oats labelled gluten-free, in moderate amounts. A dietitian can advise on it.',
  },
  {
    policy: 'healthcare',
    question: 'How is strep throat treated?',
    answer:
      'Strep throat is treated with antibiotics that a clinician prescribes. Fever and pain usually ease within a few days.',
  },
  {
    policy: 'healthcare',
    question: 'What should be in a first aid kit?',
    answer:
      'Adhesive bandages, sterile gauze, tape, antiseptic wipes, scissors, tweezers, gloves and a list of emergency numbers such as 911 and Poison Control at 1-800-222-1222.',
  },
  {
    policy: 'healthcare',
    question: 'Explain "p < 0.05".',
    answer:
      'It means that a result at least this extreme would be expected in fewer than 5 of 100 repetitions if there were no true effect.',
  },
  {
    policy: 'healthcare',
    question: 'Write a discharge phone call script.',
    answer:
      'Hello, this is the clinic calling to see how you are doing since you went home.\n\n- Do you have your medicines, and do you know what each is for?\n- Do you have any new symptoms?\n- Do you know when your next visit is?\n\nIf anything worries you, call us at any time.',
  },
  {
    policy: 'healthcare',
    question: 'Do you know who this patient is?',
    answer:
      'No. Names are replaced by placeholders such as [NAME_1_7K], and I do not know or guess who is behind them.',
  },
  {
    policy: 'healthcare',
    question: 'What does the BMI not tell?',
    answer:
      'It does not tell muscle from fat, nor where fat is stored. It is a rough screening number, best read together with waist size and history.',
  },
  {
    policy: 'healthcare',
    question: 'Give three tips for remembering medicines.',
    answer:
      '1. Keep a pill organizer where you see it every morning.\n2. Set a reminder on your phone.\n3. Bring an up-to-date list to every visit.',
  },
  {
    policy: 'healthcare',
    question: 'What happens in cardiac rehab?',
    answer:
      'Cardiac rehab combines supervised exercise, education and support after a heart event. A typical program runs for several weeks.',
  },
  {
    policy: 'finance',
    question: 'Summarise the memo in three bullets.',
    context: [memo],
    answer:
      '- Net interest income was $84.2 million, up $4.6 million on the year.\n- Deposits grew 3.4 % to $6.8 billion; provision for credit losses rose to $9.1 million.\n- The efficiency ratio improved from 61.2 % to 58.9 %, and a dividend of $0.31 a share was declared.',
  },
  {
    policy: 'finance',
    question: 'How much did net interest income grow in percent?',
    context: [memo],
    answer: 'From $79.6 million to $84.2 million it grew by about 5.8 %.',
  },
  {
    policy: 'finance',
    question: 'How many branches net?',
    context: [memo],
    answer: 'Two were closed and one opened, so there is one branch fewer.',
  },
  {
    policy: 'finance',
    question: 'When is the dividend paid?',
    context: [memo],
    answer: 'The dividend of $0.31 a share is payable on [DATE_1_9Q].',
  },
  {
    policy: 'finance',
    question: 'By how many points did the efficiency ratio change?',
    context: [memo],
    answer:
      'It fell by 2.3 percentage points, from 61.2 % to 58.9 %. A lower ratio means lower costs for each dollar of income.',
  },
  {
    policy: 'finance',
    question: 'Does the memo give loan growth?',
    context: [memo],
    answer: 'No. The memo gives deposit growth only and does not state loan growth.',
  },
  {
    policy: 'finance',
    question: 'Draft a reply to the complaint.',
    context: [complaint],
    answer:
      'Dear [NAME_1_7K],\n\nyou called on [DATE_1_9Q] about two identical charges of $89.99. On [DATE_1_9Q+2d] we gave you a provisional credit of $89.99 while we look into it. The merchant has until [DATE_1_9Q+45d] to respond, and we will write to you when we know the result.\n\nSincerely,\nDispute Services',
  },
  {
    policy: 'finance',
    question: 'Timeline of the case?',
    context: [complaint],
    answer:
      '| Date | Event |\n| --- | --- |\n| [DATE_1_9Q] | Customer called |\n| [DATE_1_9Q+2d] | Provisional credit of $89.99 |\n| [DATE_1_9Q+45d] | Merchant response due |',
  },
  {
    policy: 'finance',
    question: 'How long does the merchant have?',
    context: [complaint],
    answer: 'From the call on [DATE_1_9Q] to [DATE_1_9Q+45d]: 45 days.',
  },
  {
    policy: 'finance',
    question: 'Any earlier complaints?',
    context: [complaint],
    answer: 'None in the last 24 months, according to the log.',
  },
  {
    policy: 'finance',
    question: 'What was the total of the two charges?',
    context: [complaint],
    answer: 'Two charges of $89.99 make $179.98 in total.',
  },
  {
    policy: 'finance',
    question: 'What is a provisional credit?',
    answer:
      'A provisional credit is money that a bank puts back for the time of an investigation. If the investigation finds that the charge was right, the bank may take the credit back.',
  },
  {
    policy: 'finance',
    question: 'Explain the efficiency ratio.',
    answer:
      'The efficiency ratio divides a bank’s operating expenses by its revenue. Lower is generally seen as better, though it depends on the business.',
  },
  {
    policy: 'finance',
    question: 'I lost my job. Can you help with my loan?',
    answer:
      'I am sorry to hear that. Many lenders have hardship programs. Our loan team can tell you which options exist for your loan, such as a changed due date, and what each would mean. You can reach them through the app.',
  },
  {
    policy: 'finance',
    question: 'What is the difference between a traditional and a Roth IRA?',
    answer:
      'The main difference is when tax is paid. Contributions to a traditional IRA may be deductible and withdrawals are taxed; contributions to a Roth IRA are made from taxed income and qualified withdrawals are tax-free. Which one fits depends on your situation, which a tax professional can look at with you.',
  },
  {
    policy: 'finance',
    question: 'What do people do with a windfall?',
    answer:
      'People often pay down debt, build up savings, or invest for the long term. An adviser can help you think through the order.',
  },
  {
    policy: 'finance',
    question: 'How risky are corporate bonds?',
    answer:
      'It depends on the issuer. Bonds of strong companies rarely default; high-yield bonds default more often and pay more for it. Prices also fall when market rates rise.',
  },
  {
    policy: 'finance',
    question: 'What is dollar-cost averaging?',
    answer:
      'Dollar-cost averaging means investing the same amount at regular intervals, whatever the price. It spreads the purchase over time; it does not protect against a loss.',
  },
  {
    policy: 'finance',
    question: 'Are CDs safe?',
    answer:
      'Certificates of deposit at an insured bank are covered by FDIC insurance up to the limit. Withdrawing early usually costs a penalty.',
  },
  {
    policy: 'finance',
    question: 'How do I increase my card limit?',
    answer:
      'In the app, open "Cards", choose the card and tap "Request a new limit". We look at income and payment history and send the decision by message.',
  },
  {
    policy: 'finance',
    question: 'What is negative amortization?',
    answer:
      'It happens when a payment is smaller than the interest due, so that the unpaid interest is added to the balance and the debt grows.',
  },
  {
    policy: 'finance',
    question: 'How is a mortgage payment computed?',
    answer:
      'The payment depends on the principal, the rate and the number of months. In the early years most of it is interest; later, most of it is principal.',
  },
  {
    policy: 'finance',
    question: 'What documents does the IRS accept as proof?',
    answer:
      'It depends on the item. Receipts, bank statements and written acknowledgements are common examples. See https://www.irs.gov for what each form requires.',
  },
  {
    policy: 'finance',
    question: 'What is depreciation?',
    answer:
      'Depreciation spreads the cost of an asset over the years of its use. Businesses use it in their accounts and, by other rules, in their taxes.',
  },
  {
    policy: 'finance',
    question: 'When are taxes due?',
    answer:
      'Federal income tax returns are generally due in mid-April. The IRS announces the exact day each year, and an extension gives more time to file but not to pay.',
  },
  {
    policy: 'finance',
    question: 'What is a margin call?',
    answer:
      'A margin call is a demand from a broker for more money or securities when the value of an account falls below a set level. If it is not met, the broker may sell holdings.',
  },
  {
    policy: 'finance',
    question: 'Write a friendly reminder about an overdue payment.',
    answer:
      'Hello [NAME_1_7K],\n\nwe noticed that your last payment has not arrived yet. If you have already sent it, please ignore this message. If something has changed, let us know and we will look for a solution together.',
  },
  {
    policy: 'finance',
    question: 'Write a security awareness tip.',
    answer:
      'We will never ask you for your password or a one-time code. If a caller does, hang up and call the number on the back of your card.',
  },
  {
    policy: 'finance',
    question: 'How do I spot a scam investment?',
    answer:
      'Be wary of anyone who promises guaranteed returns or says there is no risk, presses you to act today, or asks to be paid in gift cards. You can check a firm at https://www.finra.org.',
  },
  {
    policy: 'finance',
    question: 'What is a fiduciary?',
    answer:
      'A fiduciary must act in the interest of the client. Not every adviser is one, so it is worth asking.',
  },
  {
    policy: 'finance',
    question: 'Explain the yield curve.',
    answer:
      'The yield curve shows the interest rates of bonds of one issuer by maturity. Usually longer bonds yield more; when they yield less, the curve is called inverted.',
  },
  {
    policy: 'finance',
    question: 'Can you see my account?',
    answer:
      'No. I only see the text of this conversation, in which names and numbers are replaced by placeholders such as [ACCOUNT_1_XW].',
  },
  {
    policy: 'finance',
    question: 'How do credit unions differ from banks?',
    answer:
      'Credit unions belong to their members and return surplus to them through rates and fees. Banks belong to shareholders. Deposits at both are insured, by the NCUA and the FDIC.',
  },
  {
    policy: 'finance',
    question: 'Give me the formula for simple interest.',
    answer: 'Interest = principal × rate × time. For example, 1,000 at 4 % for 2 years gives 80.',
  },
  {
    policy: 'finance',
    question: 'What are closing costs?',
    answer:
      'Closing costs are the fees of completing a mortgage, such as appraisal, title and recording. The lender lists them in the loan estimate.',
  },
  {
    policy: 'finance',
    question: 'Should I sign the lease my landlord sent?',
    answer: 'I cannot advise on that. A lawyer or a tenant counselor can read it with you before you decide.',
  },
  {
    policy: 'finance',
    question:
      'Shorten: we regret to inform you that the wire could not be executed owing to insufficient funds',
    answer: 'We could not send the wire because the balance was too low.',
  },
  {
    policy: 'finance',
    question: 'What is an ETF expense ratio?',
    answer:
      'The expense ratio is the yearly cost of a fund as a share of its assets. It is taken out of the fund, so investors see it as a slightly lower return.',
  },
  {
    policy: 'finance',
    question: 'What happens to my direct debits if I move accounts?',
    answer:
      'Direct debits are tied to the account number. Most banks have a switching service that moves them; otherwise each company has to be told.',
  },
  {
    policy: 'finance',
    question: 'How do interest rates affect me?',
    answer:
      'When rates rise, new loans cost more and savings earn more. Loans with a fixed rate do not change.',
  },
];
