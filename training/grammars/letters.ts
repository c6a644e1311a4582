// SPDX-License-Identifier: Apache-2.0
import { type Grammar, lines } from './grammar.ts';

/** Letters, referrals, e-mails with headers and signatures, chat, forms. */
export const letters: Grammar = {
  id: 'letters',
  share: 17,
  lower: 0.08,
  upper: 0.03,
  texts: lines(String.raw`
    Dear {doctor},\n\nThank you for referring {polite} to {fac}. {line} {line}\n\nYours sincerely,\n{full}, {degree}\n{fac}
    Dear {polite},\n\n{line} {line}\n\n{bye}\n{signer}
    Dear {first},\n{line} {mail}\n{bye}\n{signer}
    Dear Sir or Madam,\n\n{mail} {line}\n\n{bye}\n{signer}\n{address}
    Dear Colleague,\nRe: {full}, DOB {date}\n{line} {line}\n{bye}\n{doctor}
    Dear Customer Service,\n{mail} {line}\n{bye}\n{signer}
    RE: {sorted}\nDOB: {date}\n\nTo whom it may concern,\n{line}
    Hi {first},\n\n{mail} {line}\n\n{bye}\n{first}
    Hi {first}, {mailsmall}
    Hello {first}, {mailsmall}
    hey {first} {mailsmall}
    Hi, {mailsmall} {bye} {first}
    Hi all,\n{mail} {line}\n{bye}\n{first}
    {first},\n{mail} {line}\n{first}
    {first} -\n\n{line} {mail}\n\n{first}
    {first}, {mailsmall}
    {first} and {first}\n{line}
    Thanks {first}! {mailsmall}
    Thanks, {first}.
    {line} Thanks, {first}
    {bye}\n{signer}\n{Prof}\n{org}\n{phone}
    {signer}\n{org}\n{address}\nCell: {phone}\nOffice: {phone}\nF: {phone}
    {signer} | {Prof} | {org} | Tel {phone} | {email}
    {org}\n\n{address}
    {fac}\n{address}\nTel: {phone}
    {signer}\n{address}
    {signer} {email} {phone} {street} {town} {zip}
    From: {full} <{email}>\nTo: {full} <{email}>\nCc: {sorted}; {sorted}\nSubject: {subj}\n\n{first},\n{mail} {line}\n\n{bye}\n{first}
    From: {sorted}\nSent: {weekday}, {date} {time}\nTo: {sorted}\nSubject: RE: {subj}\n\n{line}
    On {date}, {full} wrote:\n> {line}\n> {mail}
    -----Original Message-----\nFrom: {sorted}\nSent: {date}\nTo: {first} {last}; {full}/{org}\nSubject: {subj}\n{line}
    {full}/{org}@{org} on {date} {time}\nTo: {full}\ncc: {full}\nSubject: {subj}
    {first}: {chat}\n{first}: {chat}\n{first}: {chat}
    {first}: {chat} {first}, {chat}\n{first}: {chat}
    [{time}] {first}: {chat}\n[{time}] {full}: {chat}
    Agent: Hello, my name is {first}. What can I do for you?\nCustomer: {chat} My name is {anyname}.
    Nurse: {chat}\nPatient: My name is {anyname}, I live in {town}.\nNurse: Thank you {first}.
    User: {mailsmall}\nAssistant: {line}\nUser: I'm {first}.
    Q: {chat}\nA: {line}
    Name: {anyname}\nDate of birth: {date}\nAddress: {address}\nPhone: {phone}
    Name: {anyname} | DOB: {date} | City: {city} | Doctor: {doctor}
    Patient Name: {anyname}\nPhysician: {doctor}\nFacility: {fac}\nDiagnosis: {dxcap}\nInsurance: {shop}\nEmergency Contact: {full} ({relative})
    First name: {first}\nLast name: {last}\nCity: {city}\nState: {state}\nCountry: {country}\nOccupation: {Prof}\nEmployer: {org}
    {"patient": "{full}", "hospital": "{fac}", "city": "{city}", "diagnosis": "{dx}"}
    {"firstName":"{first}","lastName":"{last}","address":"{street}","city":"{city}","notes":"{line}"}
    name,city,doctor,status\n{full},{city},{doctor},active\n{full},{city},{doctor},closed
    | Name | City | Status |\n|---|---|---|\n| {full} | {city} | Open |\n| {full} | {city} | Closed |
    PID|1||{mrn}||{last}^{first}^{mid}||{date}|F|||{street}^^{city}^{state}^{zip}
    - {full}, {age}, {town}\n- {full}, {age}, {town}\n- {full}, {age}, {town}
    1. {full} – {Prof}\n2. {full} – {Prof}\n3. {full} – {org}
    Attendees: {full}, {full}, {first}, {first} {last} and {doctor}
    Present: {first}, {first}, {first}. Apologies: {full}.
    Witness: {full}\nSignature: {full}\nDate: {date}
    Referring provider: {full}, {degree}\nReferred to: {doctor}, {fac}\nReason: {dx}
    To: {full}\nFrom: {doctor}\nRe: {full}\n{line}
    Patient: {anyname}. Doctor: {doctor}. Hospital: {fac}. Plan: {dxcap}.
    Responsible party: {full}\nRelationship: {relative}\nGuarantor: {sorted}
    Sender: {anyname}\nRecipient: {anyname}\nAmount: {money}
    Account holder: {anyname}\nBeneficiary: {anyname}\nBank: {shop}
    Case manager: {full}\nCounty: {place}\nSchool: {site}
    Date: {date}\nVenue: {fac}
    Time: {time}\nVenue: {site}\nGuests: {first} and {first}
    Status: Open\nPriority: High\nAssigned to: {anyname}\nReported by: {anyname}\nSummary: {Words}
    Title: {Words}\nAuthor: {full}\nLocation: {place}
    Subject: {Words}\nCategory: {Words}\nNotes: {line}
    Brand: {Words}\nProduct: {Words} {num}\nColor: {Word}\nStatus: {Word}
    {heading}: {Words}\n{heading}: {Word} {word}\n{heading}: {cond}
    {Words}\n{Words}\n{line}
    {Words}: {line}
    TO: {WORDS} DEPARTMENT\nFROM: {full}\nSUBJECT: {WORDS}
    {bye}
    {bye}\n{first}
    {first}
    {full}
    {sorted}
    {doctor}
    {town}
    {fac}
    {Words}
    {WORDS}
    {Word} {word} {word}
    cc: {full}, {degree}, {address}
    cc: {doctor}, {street}, {town} {zip}
    {full}, {degree}, {street}, {town}
    {full} {degree}\n{address}
    Dictated by: {full}, {degree}\nTranscribed {date}
    The {last}s of {town} {bye2}
    We visited the {last}s, {first} and {first}.
    Invite the {last}s and the {last} family to {place}.
    {signer}, {town}
    {signer}, {age}, {town}
  `),
  parts: {
    mid: ['A', 'B', 'M', 'J', ''],
    dxcap: ['Hypertension', 'Diabetes mellitus', '{eponym}', 'Chronic {cond}', 'Asthma', '{Word} {word}'],
    bye2: ['are here', 'called', 'moved', 'say hello'],
    bye: [
      'Regards,',
      'Best regards,',
      'Kind regards,',
      'Best,',
      'Thanks,',
      'Thanks',
      'Thank you,',
      'Sincerely,',
      'Yours sincerely,',
      'Yours truly,',
      'Cheers,',
      'Many thanks,',
      'Warm regards,',
      'Love,',
      'Take care,',
      'Talk soon,',
      'xx',
      'Thx,',
      'Respectfully,',
      'With best wishes,',
    ],
    subj: [
      '{Words}',
      'Meeting with {full}',
      'Re: {Words}',
      'FW: {WORDS}',
      'Invoice for {org}',
      'Trip to {place}',
      'Draft {Words}',
      '{org} contract',
      'Your appointment at {fac}',
      'Question about {dx}',
      'Lunch on {weekday}?',
      '{Words} - {month} update',
    ],
    line: lines(String.raw`
      {last} was seen at {fac} on {date} for {dx}.
      {polite} is recovering well after {proc}.
      Please let me know if you have any questions.
      Your next appointment with {doctor} is on {date} at {time}.
      I look forward to hearing from you.
      We are still waiting for the {word} from {org}.
      The meeting with {full} has been moved to {weekday}.
      Attached is the latest draft of the {Words}.
      I spoke with {first} and {first} about this yesterday.
      {first} said that {first} would call {org} on {weekday}.
      Can you ask {first} to send me the {word}?
      I will be in {place} until {weekday}.
      We flew to {place} and then drove to {place}.
      The {word} team at {org} will handle it.
      It would be great to discuss this with {full} at {org}.
      Please call me at {phone}.
      See the {Words} for details.
      Everything is going well, and the {word} looks good.
      No changes to the {word} were made in {month}.
      Please find enclosed the report on {full}.
      Let me know what you think.
      I have attached the ISDA and the Master Agreement.
      Would you like to meet on {weekday} or {weekday}?
      As discussed, the Board approved the {Words} Committee budget.
      Happy {work}!
      I've been reading {work} lately.
      {first} in {place} knows more about it.
      He told {polite} that the {word} was late.
      My {relative} {first} has {dx} and sees {doctor}.
      My {relative} is well.
      Hope you had a good weekend.
      The FedEx package from {place} has arrived.
    `),
    mail: lines(String.raw`
      I hope you are well.
      Hope all is well.
      My name is {full} and I live in {town}.
      My name is {full} and I am writing about my {word}.
      I am {full}, {relative} of {full}.
      I am writing on behalf of my {relative}, {full}.
      Just a quick note about the {word}.
      I wanted to follow up on the {Words} project.
      {first} asked me to send this to you.
      Please forward this to {first} and {full}.
      Could you copy {first} on this?
      Thanks for your help with the {word}.
      It was nice to meet you and {first} in {place}.
      I recently moved to {address}.
      Can we set up a call with {org} on {weekday}?
      {full} will be out of the office until {date}.
      This is {first} from {org}.
      This is {full} calling from {fac}.
    `),
    mailsmall: lines(String.raw`
      this is {first} from {org}
      can you send me the {word}?
      I'm contacting you about a problem with my {word}.
      i need help with my {word}
      I would like to speak with {full}.
      could you tell {first} i called?
      are you coming to {place} on {weekday}?
      how are you?
      what time is the {word} on {weekday}?
      I have a question about {dx}.
      my {relative} {first} is in {fac}
      please update my address to {address}
    `),
    chat: lines(String.raw`
      Hey, have you seen {first}?
      Where have you been?
      I can't believe it!
      Are you going to {place} with {first}?
      OK, see you at {time}.
      Do you remember {first}?
      You have been so kind to us!
      lol yes
      No, that's {first}'s.
      I'm at {org} in {place}.
      Where is {first}?
      Thanks, {first}!
      Wait for me, {first}!
      Who is {full}?
      Really? I love {work}.
      I don't know.
      Good morning, {doctor}.
      Yes, since {weekday}.
      Do you take any medication? {brand}?
      It hurts when I walk.
    `),
  },
};
