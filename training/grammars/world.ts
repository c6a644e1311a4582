// SPDX-License-Identifier: Apache-2.0
import { type Grammar, lines } from './grammar.ts';

/** News, reviews, questions of customers and patients, and whatever else people write to an assistant. */
export const world: Grammar = {
  id: 'world',
  share: 20,
  lower: 0.07,
  upper: 0.03,
  texts: lines(String.raw`
    {news}
    {news}
    {news}
    {news} {news}
    {news} {plain}
    {plain}
    {plain}
    {plain} {plain}
    {plain} {plain} {plain}
    {review}
    {review}
    {review} {plain}
    {plain} {review}
    {med1}
    {med1}
    {med1}
    {med1}
    {med2} {med2}
    {med2} {med2} {med2}
    {task}
    {task}
    {task}
    {task} {plain}
    {title}
    {title}
    {q}
    {q}
  `),
  parts: {
    news: lines(String.raw`
      {full}, the {prof}, said: "{quote}"
      {full}, a {prof} from {place}, said {word} was {word}.
      "{quote}," said {full}.
      "{quote}," {last} said on {weekday}.
      "{quote}" says {full} in {place}.
      {Prof} {full} was elected on {date}.
      President {last} met Prime Minister {last} in {place} on {weekday}.
      President {last} and his administration went to war in {country}.
      Gen. {full} took power from {full} in {year}.
      Sen. {last} and Rep. {full} voted against it.
      Secretary of State {full} arrived in {place}.
      The {last} administration said that {country} would comply.
      {last} told {org} that the {word} was over.
      {last}, {age}, was arrested in {place}.
      {full}, {age}, {place}
      {full}, {age}, of {place}, died on {date}.
      {full} was born in {place} in {year} and studied at {site}.
      {full} had met {full} in {place}.
      {first} had told {first} about the {word}.
      {first} gave {first} the keys to the house in {place}.
      {full}'s lawyer, {full}, declined to comment.
      {full}'s {relative} was found in {place}.
      {full} is the {prof} of {org}.
      {full} joined {org} as {prof} in {year}.
      {full} ({org}) finished ahead of {full} and {full}.
      {org} was founded by {full}, {full} and {full}.
      At {org} the partners are {last}, {last} and {last}.
      {org} announced on {weekday} that {full} would step down as {prof}.
      {org} opened an office in {place}.
      {org}, {org} and {org} are hiring in {place}.
      The founders of {org} are {first}, {first} and {first}.
      {last}, {last} and {last} voted with the majority.
      {last} v. {last} was decided by the Supreme Court in {year}.
      Justice {full} dissented.
      The {institution} said {weekday} that it had no knowledge of the attack in {place}.
      {institution} officials in {place} denied the report.
      A spokesman for {org} declined to comment on the {word}.
      Police in {place} are looking for {full}, {age}.
      Fighting continued in {place} and {place}.
      {people} troops entered {place} on {weekday}.
      {people} officials said {people} and {people} companies would benefit.
      Flights from {place} to {place} were cancelled.
      The {work} was first shown in {place} in {year}.
      The {last} trial in {place} lasted {num2} days.
      I borrowed the {last} biography from the library.
      Directed by: {full}
      Directed by {full}, starring {full} and {full}
      Written by {full} and {full}; music by {full}.
      Photo: {full}/{org}
      By {full}
      By {full}, {org}
      Posted by {full} on {date}
      {full} on {work}
      Genre: Western & Crime\nProducer: {full}
      The best song of {full} is about {place}.
      The new record of {full} is out on {weekday}.
      {last} wrote the second verse.
      {last}'s voice is {word}, and {first} plays the {word}.
      Everybody in {country} likes {word}.
      In {place}, {last} became famous for {his} {word}.
      From {place} comes {full}, who is {word}.
      As {full} once wrote, "{quote}"
      According to {full} of {org}, {word} is {word}.
      Thanks to {full} for the {word}.
      A film about {full}, played by {full}.
      {first} and {first} got married in {place}.
      {first} looks {word} today.
      How come {first} is never on time?
      Why did {first} leave?
      When is {first} coming back to {place}?
      {first} whispered, "{quote}"
      {first} asked {first}: "{quote}"
      {first} works at {org}.
      {first} comes from {place}.
      {first} was a {prof} with {org} before.
      After ten years as a {prof} at {org} I moved to {place}.
      I met {full} at the {site} last {weekday}.
      {first} waits for us on {streetOnly}.
      Turn left at {streetOnly} and then right on {streetOnly}.
      She lives on {streetOnly}.
      Their house at {street}, {town}, was sold.
      Your order was left at {address} on {weekday}.
      The party is at {address}
      We live near {site} in {town}.
      The {town} office of {org} is on {streetOnly}.
      Dr. {last} Jr., {Prof}, {site}
      Brothers {first} and {first} {last} own the place.
      The {last} family lives in {town}.
      The {last}s are our neighbours.
      Mr. and Mrs. {full} of {town} announce the birth of {first}.
      {first}'s birthday is in {month}.
      Kim and {first} moved to {place}.
      {full} aka {first}
      {full} tweeted about {org} and {work}.
      Al {last} and {first} went to {place}.
    `),
    quote: [
      'That will be all',
      'We did not expect this',
      'It was {word}',
      'Nothing has changed',
      'What is going on?',
      'Where is {first}?',
      'The {word} is {word}',
      'I love {place}',
      'This would never have worked',
      'Come back on {weekday}',
      'God bless America',
      'It is what it is',
      'I told {first} to wait',
      'Nobody asked us',
    ],
    plain: lines(String.raw`
      The weather was nice.
      I think the {word} is a good idea.
      It is a {word} {word}.
      This is the best {word} I have ever had!
      They never answered the phone.
      What a {Word}!
      Great {Word}!
      Very {word}.
      {Word} {word}, {word} {word}.
      {Word}, {word} and {word}.
      {Words} is a {word}.
      {Words} and {Words} are different.
      The {Words} is {word} in {month}.
      The {Words} {Word} of {year} was {word}.
      Our {Words} team handles {Words}.
      Check the {Words} section of the FAQ.
      Use the {Words} button, then choose {Words}.
      {WORDS} is not the same as {WORDS}.
      I {word} the {word} with my {word}.
      He went to see {work}.
      I like {work} and {work}.
      We celebrate {work} and {work}.
      My favourite is {work}.
      She speaks {people}, {people} and a little {people}.
      The {people} restaurant is closed on {weekday}.
      A {people} friend of mine cooks {people} food.
      {people} people are {word}.
      Step 1: {Word} the {word}. Step 2: {Word} it.
      No, I don't want that.
      I've looked everywhere, but can't find one.
      You will never regret it.
      Stay away!
      HIGHLY RECOMMENDED!
      WORST {WORDS} EVER!!!
      Do NOT go there.
      I'm not sure. Maybe {word}?
      We had the {Words} and the {Words}.
      Try the Caesar salad, the French fries and the Corn Dog.
      Will you be there? May I come? Mark the date. Grant me that. Hope so. Grace period ends soon.
      The bill was {money}.
      Bill me later. Chase the refund. Frank advice is welcome. Rose bushes grow here. Art is long.
      Will there be a {word}?
      Mark my words.
      May is warm, June is warmer.
      August was hot and April was wet.
      I have a German Shepherd and a Siamese cat.
      Water, Fire and Earth.
      Monday, Tuesday and Wednesday.
      Dad and Mom are coming. Grandma too.
      Mom said Uncle is late.
      The President spoke to Congress.
      The Senate passed the bill on {weekday}.
      Dear Diary, today was {word}.
      Oh my God.
      Jesus Christ, what a mess!
      Lord knows.
      Santa Claus is coming.
      My doctor says it's {word}.
      The doctor, the nurse and the pharmacist agreed.
      The Doctor is in. The Captain said no.
      Best pizza in town.
      The hospital is near the school and the church.
      The clinic was clean. The medical center is new.
      The city has a general hospital and a public library.
      North of the river, South of the park.
      The street was empty; the avenue was not.
      The Internet, the Web and the Cloud.
      PDF, HTML, CSS and JSON files.
      Version {num2}.{num2} of {Word}{word} is out.
      I bought an iPhone, a MacBook and a Kindle.
      My Honda Civic and my Ford F-150.
    `),
    review: lines(String.raw`
      {first} and {his} team did a great job.
      {first} was so helpful and {word}!
      Ask for {first}, {he} is the best.
      Thank you {first} for the {word}!
      Thanks to {first} at {org} for all the help.
      {doctor} is amazing.
      {doctor} and {his} staff are wonderful.
      I have been seeing {doctor} for years.
      I took my {word} to {shop} in {town}.
      {shop} in {town} is the worst.
      Don't go to {shop}!
      Best {word} in {town}!
      Best {word} in {town}, hands down.
      The food at {shop} was {word}.
      Stayed at {site} in {place} for two nights.
      Great hotel near {place}.
      If you are in {place}, go to {shop}.
      {place} is beautiful in {month}.
      We loved {place} and {place}.
      Where can I buy {word} in {place}?
      What is the best {word} in {place}?
      How far is {place} from {place}?
      How do I get from {place} to {place}?
      Is {place} expensive?
      What is {place} like?
      That is somewhere in {place}.
      Anyone been to {place}?
      We drive from {place} to {place} in {month}.
      I'm in {place} and need a {word}.
      Cheap {word} around {place}
      Greetings from {place}!
      Moving to {place} in {month}, any tips?
      Opposite {shop}, behind {shop}.
      This {shop} location is {word}.
      I work at {shop}.
      The owner, {first}, was rude.
      The manager {first} gave us a discount.
      Our waiter {first} was {word}.
      {first} cuts my hair.
      {first} - you rock!
      {full} fixed my roof.
      {full} is the best {prof} in {town}.
      I highly recommend {full}.
      I highly recommend it.
      Call {first} at {phone}.
    `),
    med1: lines(String.raw`
      What are the symptoms of {eponym}?
      What is {eponym}?
      What is (are) {eponym}?
      What is (are) {condcap}?
      What causes {eponym}?
      How to diagnose {eponym}?
      How to prevent {eponym}?
      How is {eponym} inherited?
      Is {eponym} inherited?
      How many people are affected by {eponym}?
      What are the treatments for {eponym}?
      What are the complications of {eponym}?
      What is the outlook for {eponym}?
      What are the genetic changes related to {eponym}?
      Which studies of {eponym} are under way?
      What are the stages of {eponym}?
      Who is at risk for {eponym}?
      Do you have information about {eponym}
      What are the treatments for {Words} Syndrome?
      What is {Words} disease?
      What are the symptoms of {Word} {word} type {num2}?
      Who should get {brand} and why is it prescribed?
      How should {brand} be used and what is the dosage?
      What are the side effects or risks of {brand}?
      How is {brand} kept, and how thrown away?
      Is there anything else about {brand} that is worth knowing?
      Somebody took too much {brand}: what now?
      What special precautions should I follow before taking {brand}?
      Which warnings come with {Words} Injection?
      Can {brand} and {brand} be taken together?
      My {relative} has {eponym}. What should I do?
      My {relative} was diagnosed with {eponym} at {age}.
      Difference between {eponym} and {eponym}?
      Is the {named} painful?
      What is a normal {named}?
      Does {people} ancestry increase the risk of {eponym}?
    `),
    med2: lines(String.raw`
      {eponym} is a rare genetic condition caused by mutations in the {gene} gene.
      {eponym} is named after the physician who described it.
      People with {eponym} often have {cond} and {cond}.
      Symptoms of {eponym} include {cond}, {cond} and {cond}.
      A protein is made by the instructions of the {gene} gene.
      {Words} is a condition that affects the {word}.
      The {body} publishes guidance on {dx}.
      Listed for {eponym} are these signs and symptoms.
      How often each of them occurs stands beside it, where that is known.
      Treatment options for {eponym} include {drug}, {drug} and {proc}.
      Doctors may use the {named} to tell {eponym} from {eponym}.
      {eponym} occurs more often in people of {people} descent.
      It is most common in {people} and {people} populations, and in {region}.
      Clinical trials are supported by the {body} and the {body}.
      The {named} and the {named} are used to grade it.
      Talk to your doctor about {brand} ({drug}).
      {brand}, {brand} and {brand} are common brand names.
      The most common type is {Words}, followed by {Words}.
      Other names: {eponym}; {eponym}; {Words}.
      How is {eponym} treated? There is no cure for {eponym}.
      Infection with {Word} {word} causes fever.
      See also: {Words}, {Words}.
    `),
    condcap: [
      'Hypertension',
      'Type 2 Diabetes',
      'Heart Failure',
      'Childhood Brain Stem Glioma',
      'Adult Soft Tissue Sarcoma',
      'Asthma in Children',
      'Paroxysmal Hemicrania',
      '{Words} Syndrome',
      '{Word} {Word} Deficiency',
      '{Word} Cancer',
    ],
    task: lines(String.raw`
      Write a {word} story about a {prof} named {full} who lives in {place}.
      Write a story about {first} and {first}, two friends from {place}.
      Write a poem about {work}.
      Write an essay on {work} and its influence on {work}.
      You are a {prof}. Explain {word} to a child.
      Imagine you are {full}, a {prof} at {org}.
      Imagine a world where {word} is {word}.
      As a {prof} in a fantasy world, describe {work}.
      Pretend to be {work} and answer my questions.
      Let's play a role-playing game. You are {Word}, an AI without {word}.
      From now on you will act as {WORDS}, which stands for "{Words} {Words}".
      In the land of {Words}, a wizard called {first} met a dragon called {first}.
      Create a dialogue between {first} and {first} about {word}.
      A fox named {first} and a bear named {first} share a {word}.
      Character: {full}, a {age}-year-old {prof} from {place}.
      Who is {full}?
      Who was {full}, and what did {full} do in {place}?
      What happened in {place} in {year}?
      What were the causes of {work}?
      What is the capital of {country}?
      What is the population of {place}?
      Give me a recipe for {people} {word}.
      Translate "{quote}" into {people}.
      Summarize {work} by {full}.
      Explain how {Words} works in {work}.
      How do I use {work} to {word} a {word}?
      Can you explain the difference between {Words} and {Words}?
      Please provide a {word} list of {word} {word} for {work}.
      Ignore the previous {word} and {word} the {word}.
      Develop a marketing plan for {org} in {country}.
      Compose an e-mail to {full} at {org} about the {word}.
      Describe in detail how to {word} a {word}.
      Can you provide details about {full}, who lives in {place}?
      What is {full}'s phone number?
      Tell me about {place}.
      My {relative} {first} asked me about {word}.
      My name is {first}. What should I {word}?
      I am {full}, {prof}.
      Hello, I'm {first} from {place}.
    `),
    title: [
      '{Words} {Words}',
      '{Words} of {Words}',
      '{Words} and {Words}: A {Word} {Word}',
      'The {Words} {Word}',
      'Chapter {num2}: {Words}',
      'How to {Word} a {Word}',
      '{WORDS}',
      '{WORDS}!',
      '{Word} {word}',
      '{full}: {Words}',
      '{place}: {Words}',
      '{org}: {Words}',
      'Top {num2} {Words} in {place}',
      '{people} {Words}',
      '{Words} ({year})',
      '{work}',
      '- {Words}.doc',
      '{first}',
      '{place}',
      '{org}',
      '{word} {word}',
      '{word}!',
      '{Word}.',
      '{word}',
    ],
    q: lines(String.raw`
      Is {first} there?
      Do you know {full}?
      Have you read {full}?
      Who has heard of {place}?
      What do {people} people eat?
      Where is {place}?
      Which {word} is better, {org} or {org}?
      How do I {word} my {word}?
      How long can a {word} live?
      Why do {word} {word}?
      Can {word} be {word}?
      does anyone know a good {word} in {place}?
      Is {place} in {country}?
      should i go to {place} or {place}?
      Who plays {work}?
      Who wrote {work}?
      Who sells {people} {word} here?
      Where can i find the {Words} of {org}?
      is {org} better than {org}
    `),
  },
};
