// SPDX-License-Identifier: Apache-2.0

// What columns, keys and tags are called in data, and how a form would label the same thing.
const table: readonly (readonly [RegExp, string])[] = [
  [/^(?:first|given|middle|fore)_?names?$/, 'First name'],
  [/^(?:last|family|maiden|sur)_?names?$|^surname$/, 'Last name'],
  [
    /^(?:(?:patient|client|customer|member|subscriber|insured|guarantor|account_?holder|card_?holder|full|legal|display|contact|employee|person|user|borrower|applicant|beneficiary|spouse|mother|father|guardian|provider|physician|doctor|attending|next_of_kin)s?_?)?name$|^patient$|^kin$/,
    'Patient name',
  ],
  [/^(?:dob|d_o_b|birth_?da(?:te|y)|date_of_birth|birth_dt)$/, 'Date of birth'],
  [/^(?:ssn|social|social_security(?:_(?:number|no))?|ss_?(?:num|no)|soc_sec)$/, 'SSN'],
  [
    /^(?:(?:home|work|cell|mobile|day|contact|primary|emergency)_?)?(?:phone|telephone|tel|mobile|cell)(?:_?(?:number|no|num))?$/,
    'Phone',
  ],
  [/^fax(?:_?(?:number|no))?$/, 'Fax'],
  [/^(?:\w{1,20}_)?e_?mail(?:_?addr(?:ess)?)?$/, 'Email'],
  [
    /^(?:(?:home|street|mailing|postal|billing|work)_?)?addr(?:ess)?(?:_?(?:line)?_?[12])?$|^street$/,
    'Address',
  ],
  [/^(?:city|town|birth_?place|place_of_birth)$/, 'City'],
  [/^(?:zip|zip_?code|postal_?code|post_?code)$/, 'ZIP code'],
  [/^(?:mrn|medical_record(?:_(?:number|no))?|(?:patient|chart|record)_?(?:id|no|number|num)|chart)$/, 'MRN'],
  [/^(?:acct|account)(?:_?(?:id|no|number|num))?$/, 'Account number'],
  [/^(?:aba|routing)(?:_?(?:no|number|num))?$/, 'Routing number'],
  [/^(?:member|subscriber|policy|insurance|beneficiary|group)_?(?:id|no|number|num)$/, 'Member ID'],
  [
    /^(?:(?:credit|debit|payment)_?)?card(?:_?(?:no|number|num))?$|^pan$|^cc_?(?:no|num|number)$/,
    'Card number',
  ],
  [/^(?:cvv2?|cvc2?|cid|security_code)$/, 'CVV'],
  [/^pin(?:_?code)?$/, 'PIN'],
  [/^(?:password|passwd|pwd|passphrase)$/, 'Password'],
  [/^(?:driver_?s?_?licen[cs]e|dl)(?:_?(?:no|number|num))?$/, 'Driver license'],
  [/^passport(?:_?(?:no|number|num))?$/, 'Passport number'],
  [/^npi$/, 'NPI'],
  [/^dea$/, 'DEA'],
  [/^(?:mbi|medicare)(?:_?(?:id|no|number))?$/, 'Medicare number'],
  [/^iban$/, 'IBAN'],
  [/^(?:plate|license_?plate|registration)$/, 'License plate'],
  [/^(?:user_?name|login|user_?id)$/, 'Username'],
  [/^(?:employer|company|organi[sz]ation)$/, 'Employer'],
  [/^(?:hospital|facility|clinic|ward)(?:_?name)?$/, 'Hospital'],
];

/** The label of a form for a column's, key's or tag's name ("lastName", "date_of_birth"); undefined if it is nothing personal. */
export function labelFor(name: string): string | undefined {
  if (name.length > 40) return undefined;
  const plain = name
    .trim()
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_')
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, '_')
    .replaceAll(/^_|_$/g, '');
  return table.find(([pattern]) => pattern.test(plain))?.[1];
}
