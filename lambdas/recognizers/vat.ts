// SPDX-License-Identifier: Apache-2.0
import { labelled } from './labelled.ts';
import { pattern } from './recognizer.ts';

/** VAT numbers as they cross borders: the country, then eight to twelve digits or letters. */
export const vat = pattern({
  name: 'vat',
  type: 'TAX_ID',
  cites: 'Council Directive 2006/112/EC article 215; UStG and its like in each state',
  looksLike:
    /(?:ATU\d{8}|(?:BE|BG|CY|CZ|DE|DK|EE|EL|ES|FI|FR|GB|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|PT|RO|SE|SI|SK|XI)[- ]?[0-9A-Z]{1,2}\d{5,10}[0-9A-Z]{0,3}|CHE[- ]?\d{3}\.?\d{3}\.?\d{3}(?: ?(?:MWST|TVA|IVA))?)/,
  near: [
    'vat',
    'vat number',
    'vat id',
    'vat reg',
    'ust-id',
    'ust-idnr',
    'uid',
    'tva',
    'iva',
    'btw',
    'moms',
    'mwst',
    'tax',
    'tax id',
    'intra-community',
  ],
  needsContext: true,
  score: 0.65,
});

/** A tax number of any country, right after its label. */
export const taxNumber = labelled({
  name: 'tax-number',
  type: 'TAX_ID',
  cites: '45 CFR 164.514(b)(2)(i)(R); 26 USC 6109',
  labels: [
    'tax id',
    'tax identification',
    'tax number',
    'taxpayer id',
    'taxpayer identification',
    'tax reference',
    'tax file',
    'vat',
    'vat number',
    'vat id',
    'steuernummer',
    'steuer-id',
    'nif',
    'rfc',
    'cnpj',
    'cuit',
    'oib',
    'pib',
    'unp',
    'gst',
    'pst',
    'siret',
    'siren',
    'utr',
    'kra pin',
    'itin',
    'ein',
    'fein',
  ],
  digits: 6,
});
