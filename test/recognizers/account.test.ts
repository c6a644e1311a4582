// SPDX-License-Identifier: Apache-2.0
import { account } from '../../lambdas/recognizers/account.ts';
import { recognizes } from './table.ts';

recognizes(account, {
  finds: [
    ['a cheque', 'bounced a cheque no 884471', '884471'],
    ['a bank account', 'account number 5512003987', '5512003987'],
    ['shortened', 'acct #: 5512003987', '5512003987'],
    ['the last four', 'my account ending in 3987', '3987'],
    ['a loan', 'Loan No. LN-0048812', 'LN-0048812'],
    ['escrow', 'held in escrow 5512003987', '5512003987'],
    ['a question and its answer', '"Agent: your account? Caller: 55120039"', '55120039'],
    ['an invoice', 'invoice INV-20391', 'INV-20391'],
    ['camel case in JSON', '"accountNumber": "5512003987"', '5512003987'],
  ],
  ignores: [
    ['an amount', 'I put $5000 in my account'],
    ['another amount', 'account with 5000 dollars'],
    ['a question and another answer', '"Agent: your account? I paid 5512 already"'],
    ['a year in a question', 'the change in total (loan) in 2019'],
    ['a number without a label', '5512003987'],
    ['three digits', 'account 123'],
    ['an account of what happened', 'her account of the 3 events'],
    ['taking into account', 'taking 12 factors into account'],
    ['a year', 'account statement 2019'],
    ['a balance', 'account balance 12345.67'],
    ['a share', '5 % of accounts'],
    ['the words alone', 'open a savings account'],
  ],
});
