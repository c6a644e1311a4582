// SPDX-License-Identifier: Apache-2.0
import { type Grammar, lines } from './grammar.ts';

/** What customers of banks, shops and insurers write and say, mostly in a hurry. */
export const money: Grammar = {
  id: 'money',
  share: 14,
  lower: 0.4,
  lowerNames: 0.3,
  upper: 0.01,
  texts: lines(String.raw`
    {open}{req}
    {open}{req}
    {open}{req}
    {open}{ask}
    {open}{ask}
    {open}{ask}
    {ask} {ask}
    {ask}
    {yes}
    {yes}, {ask}
  `),
  parts: {
    open: [
      '',
      '',
      '',
      '',
      '',
      'Hi, ',
      'Hello, ',
      'hey, ',
      'Please ',
      'yes, ',
      'ok ',
      'no, ',
      'Good morning, ',
      'Sorry, ',
      'thanks, ',
      'um ',
      'so ',
    ],
    yes: [
      'Yes',
      'Yes please',
      'No thanks',
      'ok great',
      'that is all, thank you',
      'bye',
      'correct',
      "that's right",
      'no, not that one',
      'I think so',
      'never mind',
      'can you hear me?',
      'Thank you so much',
      'sure',
      'not really',
      'Perfect, thanks',
      'exactly',
      'My name is {anyname}',
      "it's {anyname}",
      'this is {anyname} speaking',
      '{anyname}',
      'to {anyname}',
      'for {anyname}',
      'the name is {anyname}',
      '{first}, with a {letter}',
      'under {anyname}',
      'it is in the name of {anyname}',
      "i'm {first}",
    ],
    when: [
      '',
      'yesterday',
      'last week',
      'this morning',
      'some days ago',
      'in {month}',
      'overall',
      'so far',
      'on {weekday}',
      'for {month}',
    ],
    letter: ['C', 'K', 'Y', 'S', 'double l'],
    req: lines(String.raw`
      transfer {money} to {anyname}
      the transfer to {anyname}
      my transaction to {anyname} {when}
      the {word} transaction to {anyname} from this {word}
      how much did that payment to {anyname} come to?
      the exact {word} I sent to {anyname} {when}
      How much have I transferred to {anyname} {when}?
      I'd like a standing order to {anyname} from my {word} account
      change my standing order to {anyname}
      is there money left after the payment to {anyname}?
      I would like an account under the name {anyname}
      another account in the same name {anyname} with you
      put the account under {anyname}
      the account name is {anyname}
      it's {anyname} here, I want to {word} my {word}
      {anyname} speaking
      speaking with {anyname}?
      can {anyname} use my {word} too?
      {anyname} and {anyname} share the {word}
      the {word} from {anyname} {when}
      a {word} from {anyname} is missing
      give {anyname} the {money} I owe
      reimburse {anyname} for the {word}
      send {money} to {anyname} please
      Can you transfer {money} from my savings to {anyname}?
      pay {anyname} {money} on {weekday}
      i want to send money to {anyname} in {country}
      make a payment of {money} to {anyname} tomorrow
      set up a standing order to {anyname} for {money} a month
      cancel the transfer to {anyname}
      cancel the direct debit to {shop}
      when did i last pay {anyname}?
      how much did I send {anyname} last month?
      how much have i spent at {shop} this {word}?
      how much did i spend at {shop} and {shop} in {month}?
      was my {shop} payment of {money} refunded?
      did {anyname} pay me back?
      has the money from {anyname} arrived?
      I got a payment from {anyname} that I do not recognise
      show me my last transaction with {anyname}
      what time did the transfer to {anyname} go through
      add {anyname} as a payee
      add {anyname} to my account
      remove {anyname} from my account
      is {anyname} still an authorised user on my card?
      my {relative} {first} needs access to my account
      it's a joint account with my {relative} {full}
      open an account in the name of {full}
      the account is under my {relative}'s name, {full}
      change the name on my card to {full}
      my card says {full} but it should be {full}
      The name on the statement is wrong, please correct it to {anyname}.
      please send the new card to {address}
      I moved, my new address is {address}
      update my address to {street}, {town}
      can i change my address to {street}, {city} {zip}
      I live at {street} in {town} now
      ship it to {full}, {address}
      i'd like a taxi from {streetOnly} to {streetOnly}
      Where is the nearest branch to {streetOnly}?
      is there an ATM near {streetOnly} in {city}?
      book an appointment with {full} at the {city} branch
      can i talk to {first} from mortgages please
      I spoke with {first} yesterday
      my advisor {full} told me to call
      my name is {full}, account ending {num}
      this is {full}, date of birth {date}
      i am {full} and i lost my card in {place}
      I'm travelling to {place} on {weekday}, will my card work?
      can I use my card in {country} and {country}?
      my card was stolen in {town}
      I was charged {money} at {shop} in {town}
      a {shop} charge of {money} appeared twice
      I bought it at {shop} on {streetOnly}
      My {relative} {full} died and I need to close {his} account
      I want to add my {relative} {first} to my {shop} policy
      claim for {full}, policy {code}, accident in {town} on {date}
      The policy holder is {full} and the driver was {full}
      {full} rear-ended me on {streetOnly} in {town}
      I need proof of insurance for {fac}
      does my plan cover a visit to {fac}?
      is {doctor} in network?
      find me a {word} doctor in {town}
      {doctor} at {fac} wants to do a {proc}, is it covered?
      my claim for {first}'s {proc} was denied
      I work for {org} as a {prof} and earn {money}
      my employer is {org}
      i get paid by {org} every {month}
      my landlord {full} needs a reference
      the cheque is from {full}
      i got a cheque from {person} for {money}
      please charge card {card} for {full}
      wire {money} to {full}, IBAN {iban}
      The IBAN is {iban} and the beneficiary is {full}.
      what's the status of {full}'s loan application?
      {first} and i want a mortgage for a house in {town}
      who is {person}?
      is {first} available
      let me speak to {polite}
      ask {first} to call me back at {phone}
      email me at {email}, {first}
      i will be in {place} next week
      can i open an account under the name {full}
      did my payment to {first} go through
      request {money} from {first}
      split the bill with {first} and {first}
      i owe {first} {money}
      {first} sent me {money} by mistake
      {full} is my {relative}
      call {first}
      send it to {first} not {first}
      i mean {full}
      the payment was for {first} {last}
    `),
    ask: lines(String.raw`
      how do i reset my password?
      My card was declined, why?
      I lost my card, can you freeze it?
      what is my balance
      how much is the overdraft fee
      I want to cancel my loan
      why was i charged twice
      can I get a refund for the {word}?
      do you offer mortgages with a fixed rate
      is there a limit on cash withdrawals?
      when will my new card arrive?
      i need to make a transfer abroad
      can i top up with apple pay or google pay?
      How long does a SEPA transfer take?
      Do you support Visa and Mastercard?
      can i use my card in Europe?
      Do you accept American Express?
      Can I exchange GBP to EUR in the app?
      I would like to open a savings account
      what's the interest rate on an ISA?
      the ATM swallowed my card
      I need a PIN reminder
      show me all direct debits
      how much did i spend on groceries in {month}
      what are my biggest expenses this month
      is my {word} insurance still valid
      can you explain this {word} charge?
      Please stop sending me letters about the {word}.
      I want to close my account on {weekday}
      Why has my {word} been blocked?
      can someone help me with the {word}
      my {word} doesn't work anymore
      i'd like to speak to a manager
      What documents do I need to apply?
      Is it possible to pay by cheque?
      how do I activate contactless
      I forgot my PIN again
      could you raise the limit to {money}?
      the payment is still pending since {weekday}
      please call me on {weekday} after {time}
      change my appointment to {time}
      can we meet at {time} on {weekday}
      I still haven't received the {word} you promised
      was the salary paid in on {date}?
      my account was hacked
      there is a {word} fee of {money}, why?
      how can i verify my identity
      Will I be charged for {word}?
      my top up was reverted
      i can't see the {word} in the app
      What is the net {word} in {year}?
      What was the total {word} for fiscal {year}?
      What was the change in {Words} between {year} and {year}?
      How is {Words} calculated?
      What is the average {word} per share from {year} to {year}?
      Revenue increased {num2}% in fiscal {year} primarily due to {word} in {region}.
      The Company adopted ASU 2016-{num2} and ASC Topic 606 on {month} 1, {year}.
      Net sales of {Words} and {Words} decreased by USD {num} million.
      Adjusted EBITDA and Free Cash Flow are non-GAAP measures.
      See Note {num2} to the Consolidated Financial Statements in Part II, Item 8.
      The Board of Directors and the Audit Committee approved the {Words} Plan.
      Spending on research, sales, administration, and {Words} did not change.
      Trade Receivables, Inventories and {Words} are stated at the lower of cost.
      During the {month} {year} quarter, we recognized a charge under the Tax Cuts and Jobs Act.
      Chief Executive Officer and Chief Financial Officer compensation includes RSUs.
      For which years are there figures in this table?
      What does Operating Income include?
    `),
  },
};
