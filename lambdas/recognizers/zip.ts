// SPDX-License-Identifier: Apache-2.0
import { pattern } from './recognizer.ts';
import { stateCodes, stateNames } from './street-words.ts';

const labels = [
  'zip',
  'zip code',
  'zipcode',
  'postal code',
  'postcode',
  'post code',
  'postal',
  'plz',
  'postleitzahl',
  'cp',
  'c.p.',
  'código postal',
  'codigo postal',
  'code postal',
  'cap',
  'cep',
  'pin code',
  'pincode',
  'eircode',
  'postnummer',
  'postcode is',
  'psč',
  'psc',
  'postinumero',
  'kod pocztowy',
];

/** ZIP codes after a state, ZIP+4, and any country's postcode after its label. */
export const zip = pattern({
  name: 'zip',
  type: 'ZIP',
  cites: '45 CFR 164.514(b)(2)(i)(B); USPS Publication 28',
  looksLike: [
    {
      pattern: 'after a state',
      regexp: new RegExp(`(?=\\d{5})(?<=\\b(?:${stateCodes}|${stateNames}),?\\s{1,3})\\d{5}(?:-\\d{4})?`),
      score: 0.9,
    },
    { pattern: 'ZIP+4', regexp: /\d{5}-\d{4}/, score: 0.7 },
    { pattern: 'labelled', regexp: /[A-Z]{0,2}-?\d{3,6}(?:[- ]?(?:\d{2,4}|[A-Z]{2}))?/, needsContext: true },
    { pattern: 'labelled area', regexp: /\d{3}(?:xx|\*\*)?/i, needsContext: true },
  ],
  label: labels,
  score: 0.6,
});
