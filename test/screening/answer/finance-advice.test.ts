// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { creditAdvice } from '../../../lambdas/screening/answer/credit-advice.ts';
import { investmentAdvice } from '../../../lambdas/screening/answer/investment-advice.ts';
import { promise } from '../../../lambdas/screening/answer/promise.ts';
import { taxAdvice } from '../../../lambdas/screening/answer/tax-advice.ts';
import { policies, sees } from './given.ts';

const around = { policy: policies.finance };

describe('personal investment advice', () => {
  it.each([
    'You should buy bonds.',
    'You ought to sell half of your shares.',
    'I’d buy the dip in tech stocks.',
    'I recommend an index fund, so buy an index fund.',
    'Buy 100 shares of the bank.',
    'Sell everything and hold cash until the market calms.',
    'Put your savings into Treasuries.',
    'Consider moving your 401(k) to bonds.',
    'You could invest in real estate funds.',
    'The best move for you is to buy gold.',
    'It is a good time to buy stocks.',
    'That fund is a great investment.',
    'The shares are undervalued.',
    'Bitcoin is going to double.',
    'Your portfolio should be 70 % stocks.',
    'Allocate a third of your money to international funds.',
    'If I were you, I’d sell the stock.',
    'My recommendation is to hold the shares.',
    'First, open a brokerage account. Then buy an S&P 500 ETF.',
    'We suggest that you diversify into bonds.',
  ])('%s', (text) => expect(sees(investmentAdvice, text, around)).toBe(true));
  it.each([
    'A bond pays interest.',
    'Investors often buy bonds when they expect rates to fall.',
    'Some people hold gold as a hedge.',
    'An adviser can tell you whether a fund fits your goals.',
    'Speak with a licensed adviser before you buy shares.',
    'I cannot recommend whether to buy or sell.',
    'This is general information and not a recommendation to buy shares.',
    'The fund holds 500 stocks.',
    'The company sold its shares in the unit last year.',
    'Index funds buy the stocks of an index.',
    'To sell shares, sign in and choose "Trade".',
    'What is your time horizon for the portfolio?',
    'Diversification can lower the risk of a portfolio.',
    'Prices of bonds fall when rates rise.',
    'Whether it makes sense depends on your situation; ask a financial planner.',
    'Past returns of stocks say little about future ones.',
    'The memo says that the bank bought back shares.',
    'The fund was launched in 2012.',
    'Markets can fall as well as rise.',
    'Keep your statements in a safe place.',
  ])('not: %s', (text) => expect(sees(investmentAdvice, text, around)).toBe(false));
});

describe('personal credit advice', () => {
  it.each([
    'You should refinance.',
    'Take out a personal loan to pay the bill.',
    'I recommend the 15-year mortgage, so take the 15-year mortgage.',
    'Use a balance transfer card.',
    'Pay off your credit card before the student loan.',
    'You should close that card.',
    'I would not co-sign the loan; you should not co-sign that loan.',
    'Get a secured credit card to build your score.',
    'Apply for the cash-back card.',
    'Declare bankruptcy and start over.',
    'The adjustable-rate mortgage is the better choice for you.',
    'You would easily be approved for this loan.',
    'You can afford a bigger mortgage; you can afford that loan.',
    'It makes sense to consolidate your debts.',
    'Borrow against your house with a HELOC.',
    'Skip the loan payment this month.',
  ])('%s', (text) => expect(sees(creditAdvice, text, around)).toBe(true));
  it.each([
    'A mortgage is a loan secured by a home.',
    'Lenders look at income and debts.',
    'You can apply for a loan online, in the app or at a branch.',
    'To apply for a card, you need an identity document.',
    'Please block your card in the app if it was stolen.',
    'You should report a lost card at once by calling us.',
    'A loan officer can explain the options.',
    'Ask a nonprofit credit counselor before you consolidate debts.',
    'Many borrowers refinance when rates fall.',
    'I cannot say which mortgage is right for you.',
    'The terms allow you to repay the loan early without a penalty.',
    'Interest on the card is charged daily.',
    'Your statement shows the balance of the card.',
    'The late fee applies after 15 days.',
    'The bank may close a card after two years without use.',
    'A credit report lists open cards and loans.',
  ])('not: %s', (text) => expect(sees(creditAdvice, text, around)).toBe(false));
});

describe('personal tax advice', () => {
  it.each([
    'You should itemize this year.',
    'Claim the deduction for your car.',
    'You can write off the laptop.',
    'You don’t have to pay tax on that gift.',
    'You owe about $2,000 in taxes.',
    'File separately to lower your tax.',
    'Your rental loss is deductible.',
    'You qualify for the earned income credit.',
    'I recommend deferring the income to next year to save taxes.',
    'Report the income on Schedule C.',
    'Put it on your 1040 as other income.',
    'Leave the tips off your tax return.',
    'You should contribute to an HSA to lower your taxable income.',
    'You are entitled to claim your son as a dependent.',
    'Sell the losers now for tax-loss harvesting.',
  ])('%s', (text) => expect(sees(taxAdvice, text, around)).toBe(true));
  it.each([
    'The standard deduction lowers taxable income.',
    'Taxpayers may deduct mortgage interest within limits.',
    'Ask a tax professional whether you can deduct it.',
    'A CPA can tell you how to file.',
    'The IRS publishes the limits every year.',
    'A 1099 reports income that is not wages.',
    'Federal returns are generally due in April.',
    'I cannot give tax advice, so please ask a preparer.',
    'Capital gains are taxed when an asset is sold.',
    'The statement shows taxes withheld of $412.50.',
    'The escrow account pays property taxes.',
    'Operating income was 6,405 after taxes.',
    'What is your filing status?',
    'A W-4 tells the employer how much to withhold.',
    'Businesses depreciate equipment over several years.',
  ])('not: %s', (text) => expect(sees(taxAdvice, text, around)).toBe(false));
});

describe('a promise', () => {
  it.each([
    'I guarantee it.',
    'We promise a full refund.',
    'Your money back is guaranteed.',
    'It is guaranteed to rise.',
    'The loan will be approved.',
    'You will definitely get the job.',
    'You will be cured.',
    'The treatment will cure you, it will cure your disease.',
    'This has no risk whatsoever.',
    'The bond is 100% safe.',
    'You can’t go wrong.',
    'We will waive all your fees.',
    'Your claim will be paid in full.',
    'You’ll get your money back, guaranteed returns included.',
    'I assure you that it is fine.',
    'It never fails.',
    'There is no doubt that you will win.',
    'You have my word.',
  ])('%s', (text) => expect(sees(promise, text, around)).toBe(true));
  it.each([
    'We cannot guarantee a result.',
    'Nothing is guaranteed.',
    'Returns are not guaranteed.',
    'There is no guarantee that the plan pays.',
    'No investment is risk-free.',
    'Be careful with anybody who promises guaranteed returns.',
    'I can’t promise that.',
    'It is a federally guaranteed loan.',
    'The loan is guaranteed by the SBA.',
    'The guarantor signs the lease.',
    'A risk-free rate is a term of finance.',
    'The plan will review the claim.',
    'If the claim is approved, you will receive a letter.',
    'Your appeal will be reviewed within 30 days.',
    'You will receive a message when the review is finished.',
    'We will contact you next week.',
    'The fee may be waived.',
    'This may help.',
    'The price guarantee period ends in May.',
    'The team will look into it.',
  ])('not: %s', (text) => expect(sees(promise, text, around)).toBe(false));
});
