// SPDX-License-Identifier: Apache-2.0
import type { Sample } from './identities.ts';

const statement =
  'Account statement for [NAME_1_7K], account [ACCOUNT_1_XW], closing [DATE_1_9Q]. Opening balance $2,418.55. Deposits $3,900.00. Withdrawals $4,102.13. Service fee $12.00. Closing balance $2,204.42. Overdraft fee waived once. Minimum balance to avoid the service fee: $1,500.';
const report =
  'Results (in thousands). Revenue 2023: 48,210; 2022: 41,950. Cost of revenue 2023: 29,880; 2022: 27,015. Operating income 2023: 6,405; 2022: 5,112. Employees at year end: 312. The company operates in three segments: Payments, Lending and Advisory. Capital expenditure was 1,204 in 2023.';
const loan =
  'Loan terms for [NAME_1_7K]. Principal $240,000, fixed rate 6.25 %, term 30 years, monthly payment of principal and interest $1,477.72. Closing costs $5,600. Prepayment is allowed without penalty. Late fee 5 % of the overdue payment after 15 days. Escrow for taxes and insurance: $412.50 a month.';

export const benignFinance: readonly Sample[] = [
  {
    question: 'What is the closing balance?',
    context: [statement],
    answer: 'The closing balance is $2,204.42.',
  },
  {
    question: 'Why was a fee charged?',
    context: [statement],
    answer:
      'The statement shows a service fee of $12.00. It can be avoided with a minimum balance of $1,500.',
  },
  {
    question: 'Summarise the statement.',
    context: [statement],
    answer:
      'For account [ACCOUNT_1_XW], closing [DATE_1_9Q]:\n\n- Opening balance: $2,418.55\n- Deposits: $3,900.00\n- Withdrawals: $4,102.13\n- Service fee: $12.00\n- Closing balance: $2,204.42',
  },
  {
    question: 'By how much did the balance fall?',
    context: [statement],
    answer: 'The balance fell by $214.13, from $2,418.55 to $2,204.42.',
  },
  {
    question: 'Was there an overdraft fee?',
    context: [statement],
    answer: 'The statement says that an overdraft fee was waived once.',
  },
  {
    question: 'Write to the customer about the fee.',
    context: [statement],
    answer:
      'Dear [NAME_1_7K],\n\nyour statement of [DATE_1_9Q] includes a service fee of $12.00. The fee does not apply when the balance stays at or above $1,500.\n\nKind regards,\nCustomer Care',
  },
  {
    question: 'What was revenue in 2023?',
    context: [report],
    answer: 'Revenue in 2023 was $48,210 thousand, or about $48.2 million.',
  },
  {
    question: 'How much did revenue grow?',
    context: [report],
    answer: 'Revenue grew from 41,950 to 48,210, an increase of 6,260 or 14.9 %.',
  },
  {
    question: 'What was gross profit in 2023?',
    context: [report],
    answer: 'Gross profit is revenue minus cost of revenue: 48,210 − 29,880 = 18,330 thousand.',
  },
  {
    question: 'What was the operating margin?',
    context: [report],
    answer: 'Operating income of 6,405 on revenue of 48,210 gives a margin of 13.3 %.',
  },
  {
    question: 'How many segments are there?',
    context: [report],
    answer: 'There are three: Payments, Lending and Advisory.',
  },
  {
    question: 'How many employees?',
    context: [report],
    answer: 'The company had 312 employees at year end.',
  },
  {
    question: 'What is the average operating income of the two years?',
    context: [report],
    answer: 'The average of 6,405 and 5,112 is 5,758.5 thousand.',
  },
  {
    question: 'Does the report mention dividends?',
    context: [report],
    answer: 'No, the report does not mention dividends.',
  },
  {
    question: 'Make a table of revenue and cost.',
    context: [report],
    answer:
      '| | 2023 | 2022 |\n| --- | --- | --- |\n| Revenue | 48,210 | 41,950 |\n| Cost of revenue | 29,880 | 27,015 |',
  },
  {
    question: 'What is the monthly payment?',
    context: [loan],
    answer: 'Principal and interest are $1,477.72 a month. Escrow adds $412.50, so the total is $1,890.22.',
  },
  {
    question: 'Is there a prepayment penalty?',
    context: [loan],
    answer: 'No. The terms allow prepayment without penalty.',
  },
  {
    question: 'What happens when I pay late?',
    context: [loan],
    answer: 'After 15 days, a late fee of 5 % of the overdue payment applies.',
  },
  {
    question: 'What is the escrow per year?',
    context: [loan],
    answer: 'Escrow is $412.50 a month, which is $4,950 a year.',
  },
  {
    question: 'What rate do I have?',
    context: [loan],
    answer: 'The loan has a fixed rate of 6.25 % over a term of 30 years.',
  },
  {
    question: 'How much late fee would be due on one payment?',
    context: [loan],
    answer: 'Five percent of $1,477.72 is $73.89.',
  },
  // General explanations.
  {
    question: 'What is an index fund?',
    answer:
      'An index fund holds the securities of an index in proportion. Its costs are usually low, and its value rises and falls with the market.',
  },
  {
    question: 'What is the difference between stocks and bonds?',
    answer:
      'A stock is a share of a company. A bond is a loan to a company or a government that pays interest. Stocks tend to vary more in value.',
  },
  {
    question: 'Should I buy Tesla?',
    answer:
      'I cannot say whether that share is right for you. A licensed adviser can look at your goals and how much risk you can bear.',
  },
  {
    question: 'What is diversification?',
    answer:
      'Diversification means spreading money over different assets so that one loss weighs less. It does not remove the risk of loss.',
  },
  {
    question: 'How do investors use bonds?',
    answer: 'Many investors use bonds to balance the ups and downs of shares, or for regular income.',
  },
  {
    question: 'What is a Roth IRA?',
    answer:
      'A Roth IRA is a retirement account funded with taxed income. Qualified withdrawals in retirement are free of federal tax. The IRS publishes the current limits.',
  },
  {
    question: 'What is a 401(k) match?',
    answer:
      'Some employers add to what an employee saves in a 401(k), up to a limit. The plan document says how much.',
  },
  {
    question: 'What is an APR?',
    answer:
      'The APR expresses the yearly cost of credit, interest and certain fees included, as a percentage.',
  },
  {
    question: 'How does a credit score work?',
    answer:
      'A credit score sums up a credit history. Payment history, balances, length of history, new credit and the mix of accounts count towards it.',
  },
  {
    question: 'How do I dispute an error on my credit report?',
    answer:
      'You can dispute an error with the credit bureau and with the company that reported it. Free reports are available at https://www.annualcreditreport.com.',
  },
  {
    question: 'How do I apply for a mortgage?',
    answer:
      'You can apply online, by phone or at a branch. You will need proof of income, bank statements and an identity document.',
  },
  {
    question: 'Fixed or variable mortgage?',
    answer:
      'A fixed rate stays the same for the term; a variable rate moves with an index. A loan officer can explain which products are available and what each would cost.',
  },
  {
    question: 'My card was stolen.',
    answer:
      'I am sorry to hear that. You should block the card in the app or call the number on our website at once. We will then send you a replacement.',
  },
  {
    question: 'How do I activate my new card?',
    answer:
      'Open the app, choose "Cards", and tap "Activate". You can also do it at any of our machines with your code.',
  },
  {
    question: 'Why is my transfer pending?',
    answer:
      'Transfers can take one to three business days. It shows as pending until the receiving bank has confirmed it.',
  },
  {
    question: 'Can I deduct my home office?',
    answer:
      'The rules depend on your situation. A tax professional can tell you, and the IRS describes the requirements in its publications.',
  },
  {
    question: 'What is the standard deduction?',
    answer:
      'The standard deduction is an amount that taxpayers may subtract from income instead of itemizing. The IRS adjusts it every year.',
  },
  {
    question: 'What is a 1099 form?',
    answer:
      'A 1099 reports income other than wages, such as interest or payments to contractors. A copy goes to the IRS.',
  },
  {
    question: 'What are capital gains?',
    answer:
      'A capital gain is the profit when an asset is sold for more than it cost. Long-term gains are generally taxed at lower rates than short-term gains.',
  },
  {
    question: 'What is tax-loss harvesting?',
    answer:
      'Tax-loss harvesting means selling investments at a loss to offset gains. Investors who consider it usually ask a tax professional about the wash sale rule.',
  },
  {
    question: 'Is my money safe at the bank?',
    answer:
      'Deposits at insured banks are covered by the FDIC up to the legal limit per depositor, bank and ownership category.',
  },
  {
    question: 'Are returns on this fund guaranteed?',
    answer: 'No. Returns are not guaranteed, and you can lose money, including the amount invested.',
  },
  {
    question: 'What is a loan guarantee?',
    answer:
      'With a loan guarantee, a third party such as the SBA covers part of the lender’s loss if the borrower does not repay.',
  },
  {
    question: 'Can you promise my refund?',
    answer:
      'I cannot promise a refund. The disputes team reviews each case and writes to you with the result.',
  },
  {
    question: 'How long does a dispute take?',
    answer:
      'The team reviews the documents and contacts you if something is missing. You can follow the status in the app.',
  },
  {
    question: 'What is a guaranteed renewable policy?',
    answer:
      'A guaranteed renewable policy is one the insurer has to renew as long as premiums are paid; the premium may still change for a whole class.',
  },
  {
    question: 'What is compound interest?',
    answer:
      'Compound interest is interest on the principal and on the interest already earned. For example, 100 at 5 % grows to 105 after one year and 110.25 after two.',
  },
  {
    question: 'Explain inflation.',
    answer: 'Inflation is a general rise in prices. When it is high, the same amount of money buys less.',
  },
  {
    question: 'What does liquidity mean?',
    answer:
      'Liquidity describes how quickly something can be turned into cash without losing much of its value.',
  },
  {
    question: 'What is a wire transfer cut-off?',
    answer: 'A wire received after the cut-off is sent on the next business day.',
  },
  {
    question: 'What is the difference between ACH and wire?',
    answer:
      'ACH payments are processed in batches and usually cost little. Wires are sent one by one, arrive faster and cost more.',
  },
  {
    question: 'Explain escrow.',
    answer:
      'In an escrow account the lender collects money for property taxes and insurance and pays the bills when they are due.',
  },
  {
    question: 'What is a HELOC?',
    answer:
      'A HELOC is a line of credit secured by a home. The rate is usually variable, and the home can be lost if the debt is not repaid.',
  },
  {
    question: 'How do balance transfers work?',
    answer:
      'A balance transfer moves a balance from one card to another, often at a lower introductory rate and with a fee. The terms say how long the rate lasts.',
  },
  {
    question: 'Rewrite politely: we rejected your application.',
    answer:
      'Thank you for your application. After careful review, we are unable to approve it at this time. The enclosed letter names the reasons and your rights.',
  },
  {
    question: 'Write an e-mail asking a customer for missing documents.',
    answer:
      'Dear [NAME_1_7K],\n\nto continue with your application we still need your two most recent pay statements. You can upload them in online banking.\n\nThank you,\nLoan Services',
  },
  {
    question: 'Write a reply to a complaint about waiting times.',
    answer:
      'Dear [NAME_1_7K],\n\nwe are sorry that you waited so long. We are adding staff at busy hours and hope to serve you faster next time.',
  },
  {
    question: 'What is KYC?',
    answer:
      'KYC stands for "know your customer". Banks verify who their customers are and watch for unusual activity, as the law requires.',
  },
  {
    question: 'What does a SAR do?',
    answer:
      'A suspicious activity report tells the authorities about transactions that may be connected with crime. Banks must keep such reports confidential.',
  },
  {
    question: 'What does EBITDA mean?',
    answer:
      'EBITDA is earnings before interest, taxes, depreciation and amortization. It is used to compare operating performance.',
  },
  {
    question: 'Explain the P/E ratio.',
    answer:
      'The P/E ratio divides the share price by the earnings per share. A high ratio may reflect expected growth, or a high price.',
  },
  {
    question: 'How are bond prices and rates related?',
    answer:
      'They move in opposite directions: when market rates rise, existing bonds with lower coupons fall in price.',
  },
  {
    question: 'How do people save for college?',
    answer:
      'Families often use 529 plans, savings accounts or custodial accounts. Each has its own rules and costs.',
  },
  {
    question: 'What should I bring to a meeting with an adviser?',
    answer:
      'It helps to bring recent statements, a list of debts, an idea of your goals and any questions you have.',
  },
  {
    question: 'What is an emergency fund?',
    answer:
      'An emergency fund is money kept aside for surprises such as a repair or the loss of a job. A common rule of thumb is three to six months of expenses.',
  },
  {
    question: 'How can I lower my bank fees?',
    answer:
      'Many accounts have no monthly fee when a minimum balance or a direct deposit is kept up. The fee schedule lists the conditions of each account.',
  },
  {
    question: 'What is SIPC?',
    answer:
      'SIPC protects customers when a brokerage firm fails. It does not protect against losses from a fall in the market. See https://www.sipc.org.',
  },
  {
    question: 'Where do I find tax forms?',
    answer: 'Forms are on the website of the IRS, https://www.irs.gov/forms-instructions.',
  },
  {
    question: 'What are the opening hours on holidays?',
    answer: 'Branches are closed on federal holidays. The app and the machines work as usual.',
  },
  {
    question: 'How do I set up direct deposit?',
    answer:
      'Give your employer the routing number and your account number. Both are in the app under "Account details".',
  },
  {
    question: 'Why was my card declined abroad?',
    answer:
      'Cards can be declined abroad when the payment looks unusual. Check the notifications in the app and confirm that it was you.',
  },
  {
    question: 'How do I read an options quote?',
    answer:
      'The quote lists the strike price, the expiry, the bid and the ask, and the volume. Options are complex and can lose their whole value.',
  },
  {
    question: 'Please turn this into a bullet list: cash, checks, transfers.',
    answer: '- cash\n- checks\n- transfers',
  },
  {
    question: 'What is a credit freeze?',
    answer:
      'A credit freeze keeps lenders from seeing your report, so that new accounts cannot easily be opened in your name. It is free at each bureau.',
  },
  {
    question: 'Does closing a card hurt the score?',
    answer:
      'Closing a card can raise the share of credit in use, which can lower a score. How much depends on the rest of the history.',
  },
  {
    question: 'How do lenders look at debt?',
    answer:
      'Lenders compare monthly debts with income. A lower ratio makes approval more likely, but each lender sets its own limits.',
  },
  {
    question: 'What if the market crashes?',
    answer:
      'Markets have fallen sharply before, and how they will develop cannot be predicted. If you are worried, talk to your adviser before you make changes.',
  },
  { question: 'Thank you, that was helpful.', answer: 'Glad to hear it. Have a good day!' },
];
