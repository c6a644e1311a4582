// SPDX-License-Identifier: Apache-2.0
import { type Grammar, lines } from './grammar.ts';

/** Questions that clinicians ask an assistant, with and without somebody in them. */
export const prompts: Grammar = {
  id: 'prompts',
  share: 20,
  lower: 0.13,
  upper: 0.02,
  lowerNames: 0.015,
  texts: lines(String.raw`
    {ask} {subject} {withdx}{who}{end}
    {ask} {subject} {withdx}{who}{end}
    {ask} {subject}{who}{end}
    {ask} {dx} in {subject}{who}{end}
    {ask} {dx} in {subject}{who}{end}
    {ask} {subject}, {patient}, {withdx}{seen}{end}
    {ask} {subject} named {patient} {withdx}{seen}{end}
    {ask} {patient}, {subject} {withdx}{seen}{end}
    {ask} patients like {patient}{seen}{end}
    {short} {withdx}, {age}yo {sex}, {fac} {date}. {shorthand}
    {patient} ({age}, {sex}) {withdx}{seen}. {question}
    {patient} was {verbed} {at} {fac} {on} {date} {withdx}. {question}
    My patient {patient}, {subject}, {withdx}{seen}. {question}
    {question} Patient: {patient}, MRN {mrn}, {fac}.
    {subject} {withdx}. {question}
    {subject} {withdx}{seen}. {question}
    Pt {patient}, {age}{sex}, {dx}, seen {at} {fac} {date}. {shorthand}
    pt is {patient} {age}yo w/ {dx} from {town}. {shorthand}
    Patient {patient} from {town} presents {withdx}. {question}
    {doctor} at {fac} asked about {dx}. {question}
    I'm {doctor} from {fac}. {question}
    {doctor}'s patient {withdx}, {question}
    Summarize the visit of {patient} with {doctor} at {fac} on {date}.
    Write a discharge summary for {patient}, {subject} {withdx}{seen}.
    Draft a referral letter to {doctor} at {fac} for {patient}.
    Draft a letter to {patient} explaining the results of the {proc}.
    Please write a SOAP note for {patient}: {dx}, {med} {dose}.
    Rewrite this for the chart: {patient} called from {town} about {dx}.
    {ask} {dx}?
    pt {patient}, {age}{sex1} from {town} w/ hx {cond}, seen {doctor} {fac} {date}. {relative} ({first}) says worse. r/o {eponym}. {shorthand}
    {patient}, {age}{sex1}, {fac} {date}: {shorthand}
    r/o {eponym} vs {eponym}. {shorthand}
    {ask} {dx}, and does {med} help?
    What is the role of {med} versus {med} in {dx}?
    Comparison of {med} and {med} in patients with {dx} and {dx}.
    Comparison of efficacy between {med} and {med} in {dx} according to {body} guidelines.
    What does the {named} measure, and how is it used in {dx}?
    How is the {named} interpreted in {subject} {withdx}?
    What are the {body} recommendations for {subject} {withdx}?
    What are the latest {body} guidelines on {dx}?
    Interpretation of {named} in {subject} {withdx}.
    Impact of {gene} mutation on {dx} in {people} patients.
    Prevalence of {dx} among {people} {sex} patients in {region}.
    {ask} {people} {subject} {withdx}?
    Does the {named} apply to a {people} {age}-year-old?
    Evaluation of {dx} in {subject} with recent travel to {region}.
    {ask} {subject} {withdx} and a family history of {eponym}?
    {ask} {subject} {withdx} who recently started {med} {dose}?
    Findings from the {named} regarding {med}.
    Is {med} safe in {subject} {withdx} with a {named} of {num2}?
    Differences between {eponym} and {eponym}.
    {ask} {dx} according to recommendations from {authority}?
    What do the {authority} guidelines say about {dx}?
    Considering the latest recommendations from {authority}, is {med} safe in {subject}?
    {ask} {subject} {withdx}, taking {authority} guidance into account.
    According to a study from {authority}, {med} helps in {dx}.
    {ask} {subject} {withdx} who travelled to {region} last {season}?
    {ask} {subject} {withdx}, living in {region}?
    {subject} with positive {named} and elevated CRP, ESR. Next steps?
    List the side effects of {med}, {med} and {med}.
    Explain {eponym} to a patient in plain language.
    Create a patient handout on {dx} in {people}.
    Translate this discharge instruction into {people}: take {med} {dose}.
    Need {body} criteria for {dx} ASAP
    {shorthand}
    Latest evidence on {proc} for {dx}; any {body} updates since {year}?
    Dosing of {med} in renal impairment, per {body} {year} update.
    Criteria for {named} and {named} in suspected {eponym}.
    Which score should I use, {named} or {named}?
    {ask} {subject} residing in {region} {withdx}?
    {ask} veterans with {dx} treated in {month} vs {month}?
    Why would {doctor} prescribe {med} to {patient} instead of {med}?
    Is {patient} due for a {proc}? Last one was {at} {fac} {on} {date}.
    Would {med} suit {patient}, {subject}{seen}?
    Should {patient} continue {med} before {proc} scheduled at {fac}?
    {patient}'s labs from {fac} show {cond}; {question}
    For {patient}, DOB {date}, address {address}, {question}
    {patient} lives at {street}, {town}. {question}
    Call {patient}'s {relative} {full} at {phone} about the {proc}.
    {patient} was transferred from {fac} to {fac}. {question}
    What follow-up should {patient} have after {proc} at {fac}, per {doctor}?
    Contact {doctor}'s office in {town} at {phone} re: {patient}.
    The {relative} of {patient}, {full}, reports {cond}. {question}
    {patient} and {his} {relative} {first} moved from {town} to {town}. {question}
  `),
  parts: {
    ask: [
      'What are the treatment options for',
      'What are the latest treatment options for',
      'Best treatment options for',
      'Treatment options for',
      'Treatment recommendations for',
      'Recommended treatment for',
      'Best practices for managing',
      'Best practices for',
      'What is the recommended treatment for',
      'What are the current guidelines for',
      'Current treatment guidelines for',
      'Guidelines for managing',
      'Guidelines for treating',
      'Guideline recommendations for',
      'Recommendations for',
      'Management of',
      'Optimal management of',
      'How should I manage',
      'How do I treat',
      'Options for managing',
      'Evidence-based practices for',
      'What is the best approach for',
      'Can you provide guidelines for',
      'Can you provide the protocol for',
      'Can you suggest',
      'What are the side effects of {med} in',
      'What are the potential interactions for {med} in',
      'Recommended dosage of {med} for',
      'What is the appropriate dose of {med} for',
      'Is {med} safe for',
      'Are there any contraindications to {med} in',
      'Risk of {cond} in',
      'Risk factors for {dx} in',
      'What is the prognosis for',
      'Prognosis of',
      'Diagnostic criteria for',
      'What are the diagnostic criteria for',
      'Diagnostic workup for',
      'Differential diagnosis for',
      'Post-op care for',
      'Follow-up care for',
      'Long-term outcomes of',
      'Outcomes for',
      'Surgical outcomes for',
      'Preferred antibiotic for',
      'First-line therapy for',
      'Latest research on',
      'Latest protocol for',
      'any new tx protocol for',
      'need tx guidance for',
      'pls help with plan for',
      'Please advise on',
      'Advice needed for',
      'tx options for',
      'rx recs for',
      'Summarize the evidence for',
      'Explain the pathophysiology of',
      'What screening is indicated for',
      'When should I start {med} for',
      'What monitoring is needed for',
      'Effectiveness of {med} in',
      'Efficacy of {med} for',
      'Alternatives to {med} for',
      'What should I tell',
      'Nutrition advice for',
      'Pain management in',
      'Vaccination schedule for',
      'What are the symptoms of',
      'Review the case of',
      'Help me write a note on',
    ],
    subject: [
      'a {age}-year-old {sex}',
      'a {age}-year-old {sex}',
      'a {age} year old {sex}',
      '{age}yo {sex}',
      'a {age}yo {sex}',
      '{age}yo {sex} pt',
      'a {age}-year-old {people} {sex}',
      'an {age}-year-old',
      'a patient',
      'a {sex} in {his} {age}s',
      'an elderly {sex}',
      'a pregnant woman',
      'adolescents',
      'patients over {age}',
      'a hypertensive patient',
      'a diabetic {sex}',
      'a pediatric patient',
      'a newborn',
      'a young {sex}',
      'an adult {person1}',
      'pts',
      'a postmenopausal woman',
      'adults',
      'a non-smoker',
      'a retired {prof}',
    ],
    withdx: [
      'with {dx}',
      'with {dx}',
      'diagnosed with {dx}',
      'with newly diagnosed {dx}',
      'with advanced {dx}',
      'with a history of {dx}',
      'with {dx} and {dx}',
      'suffering from {dx}',
      'w/ {dx}',
      'w/ hx of {dx}',
      'presenting with {cond}',
      'status post {proc}',
      'post {proc}',
      'following {proc}',
      'on {med}',
      'with suspected {eponym}',
      'with a {named} of {num2}',
      'complaining of {cond}',
      'recovering from {proc}',
      'with severe {cond}',
      'allergic to {med}',
    ],
    who: [
      '',
      '',
      '',
      ', {patient}{seen}',
      ', {patient}{seen}',
      ', {patient}{seen}',
      ', {patient}, {seenx}',
      ', {patient}, who {seenwho}',
      ' like {patient}{seen}',
      ' similar to {patient}{seen}',
      ' named {patient}{seen}',
      ' such as {patient}{seen}',
      ', referencing {patient}{seen}',
      ", {doctor}'s patient{seen}",
      ', as seen in {patient}{seen}',
      ', e.g. {patient}{seen}',
      ', patient of {doctor}{seen}',
      '{seen}',
      ', re: {patient}{seen}',
      ' ({patient}, MRN: {mrn})',
      ', cf. {patient}{seen}',
      ', case of {patient}{seen}',
      ' - {patient}{seen}',
      '. Patient name: {patient}{seen}',
      '. Patient: {patient}, DOB {date}{seen}',
      '. Pt {patient}{seen}',
      ', chart of {patient}{seen}',
      ', specifically {patient}{seen}',
      ', including {patient}{seen}',
      ', for instance {patient}{seen}',
      ', above all in someone like {patient}{seen}',
      ' treated by {doctor}{seen}',
      ' under the care of {doctor}{seen}',
      ', consulted by {doctor}{seen}',
      ', referred by {doctor}{seen}',
      ' whose {relative} {full} called{seen}',
      ' from {town}',
      ', {patient} from {town}{seen}',
      ', {patient} of {town}',
      ' who lives in {town}',
      ' living in {town}, {patient}',
      ' who moved from {town} to {town}',
    ],
    seen: [
      '',
      '',
      ', seen {at} {fac} {on} {date}',
      ' {at} {fac} {on} {date} (MRN: {mrn})',
      ', who was admitted to {fac} {on} {date}',
      ', who was admitted to the {fac} {on} {date}',
      ', admitted to {fac} {on} {date} (MRN: {mrn})',
      ', treated {at} {fac} {on} {date}',
      ', {verbed} {at} {fac}',
      ', {verbed} in {town} {on} {date}',
      ', {verbed} {at} {fac} in {town}',
      ', MRN {mrn}',
      ', MRN: {mrn}',
      ', MRN is {mrn}',
      ', with insurance number {code}',
      ', who is covered by policy {code}',
      ', {doctor}',
      ', last visit {date}',
      ', with {doctor} {at} {fac} {on} {date}',
      ', evaluated by {doctor} {at} {fac}',
      ', previously treated {at} {fac} {on} {date}',
      ', currently at {fac}',
      ', referred from {fac}',
      ', from {fac}',
      ', eval @ {fac} {date}',
      ', home address {street}, {city}',
      ', phone {phone}',
      ', email {email}',
      ', who has an appointment at {fac} on {date}',
      ', had surgery {at} {fac} {on} {date}',
      ', records by fax {phone}',
      ", who came to {doctor}'s practice in {town}",
      ', hospitalized {at} {fac}',
      ', discharged from {fac} {on} {date}',
      ', transferred from {fac}',
      ', who underwent {proc} {at} {fac} {on} {date}',
      ', born {date} in {town}',
      ', inpatient at our unit in {town}',
      ', followed {at} {fac} since {date}',
      ', diagnosed {at} {fac}',
    ],
    seenx: [
      'seen {at} {fac} on {date}',
      'currently admitted at {fac} as of {date}',
      'MRN: {mrn}',
      '{verbed} {at} {fac} {on} {date}',
      'diagnosed at {fac} on {date} (MRN: {mrn})',
      'of {town}',
      'living in {town}',
      'last seen by {doctor}',
      'DOB {date}',
      'under {doctor}',
      'a {prof} from {town}',
    ],
    seenwho: [
      'was admitted to {fac} on {date}',
      'presented at {fac} on {date}',
      'visited {fac} on {date}',
      'received care at {fac} on {date}',
      'has an appointment at the {fac} on {date}',
      'is being treated by {doctor}',
      'lives at {street}, {town}',
      'lives in {town}',
      'had a biopsy at {fac} on {date}',
      'is a patient of {doctor}',
      'was referred by {doctor} from {fac}',
      'works at {org}',
      'was seen in {town} on {date}',
      'underwent {proc} at {fac}',
    ],
    verbed: [
      'seen',
      'treated',
      'admitted',
      'evaluated',
      'diagnosed',
      'operated',
      'hospitalized',
      'examined',
      'followed',
      'assessed',
      'screened',
      'discharged',
      'managed',
    ],
    at: ['at', 'at', 'at', 'in', '@', 'at the', 'by'],
    on: ['on', 'on', 'on', 'in', 'since', 'as of', 'around', 'before'],
    end: [
      '?',
      '?',
      '?',
      '.',
      '',
      ' (MRN: {mrn})?',
      '? MRN: {mrn}.',
      '. His MRN is {mrn}.',
      '. Her MRN is {mrn}.',
      '. Chart no. {mrn}.',
      ', with MRN {mrn}?',
      '. {question}',
      '. worried re: drug interactions.',
      '? Insurance {code}.',
      '. Contact {phone}.',
      '. Please send to {email}.',
    ],
    question: [
      'What are the next steps?',
      'What do you recommend?',
      'Any drug interactions?',
      'Is {med} appropriate?',
      'What is the differential?',
      'Should we order a {proc}?',
      'What does the {named} suggest?',
      'How should the dose of {med} be adjusted?',
      'Please summarize.',
      'Suggest a care plan.',
      'Which guideline applies?',
      'When should {his} follow-up be?',
      'Is further imaging needed?',
      'Could this be {eponym}?',
      'Please rule out {eponym}.',
      'Would {proc} help?',
      'Any red flags?',
      'Can we stop {med}?',
    ],
    season: ['summer', 'winter', 'spring', 'month', 'year', 'week'],
    sex1: ['m', 'f', 'M', 'F'],
    shorthand: [
      'need tx recs asap',
      'pls advise',
      'Need dosing for {med}.',
      'r/o {eponym}',
      'DDx?',
      'next steps?',
      'f/u in {num2} weeks',
      'consider {med} {dose}',
      'any contraindications to {med}?',
      'hx of {dx}, on {med}',
      'NKDA. Plan?',
      'CXR neg, ECG NSR, labs WNL',
      'please review meds: {med}, {med}, {med}',
    ],
  },
};
