// SPDX-License-Identifier: Apache-2.0
import { labelled } from './labelled.ts';
import { pattern } from './recognizer.ts';

/** "Any other unique identifying number": what is called an ID and is no other kind. */
export const code = labelled({
  name: 'code',
  type: 'CODE',
  cites: '45 CFR 164.514(b)(2)(i)(R)',
  labels: [
    'id',
    'id number',
    'id no',
    'id #',
    'identifier',
    'identification',
    'identification number',
    'unique identifier',
    'unique id',
    'ident',
    'personal id',
    'personal number',
    'national id',
    'national identification',
    'government id',
    'photo id',
    'guest id',
    'caller id',
    'profile id',
    'session id',
    'device token',
    'uuid',
    'guid',
    'identity number',
    'identity card',
    'citizen id',
    'id card',
    'nid',
  ],
  digits: 4,
  score: 0.55,
});

/**
 * National and tax numbers by their labels alone: one with a wrong digit fails its recognizer's check, and still says whose it
 * nearly is.
 */
export const labelledNational = labelled({
  name: 'code-national',
  type: 'CODE',
  cites: '45 CFR 164.514(b)(2)(i)(R)',
  labels: [
    'nir',
    'numéro de sécurité sociale',
    'pesel',
    'fødselsnummer',
    'fødselsnr',
    'fodselsnummer',
    'personnummer',
    'kennitala',
    'bsn',
    'burgerservicenummer',
    'cpf',
    'cnpj',
    'aadhaar',
    'aadhar',
    'pan number',
    'pan card',
    'nric',
    'mykad',
    'ic number',
    'ic no',
    'cpr',
    'dni',
    'nif',
    'cédula',
    'cedula',
    'rut',
    'curp',
    'ahv',
    'tckn',
    'tc kimlik no',
    'codice fiscale',
    'nhs number',
    'nhs no',
    'national insurance number',
    'ni number',
    'nino',
    'social insurance number',
    'sin number',
    'tax file number',
    'tfn',
    'tax number',
    'hkid',
    'cnic',
    'emirates id',
    'iqama',
    'sozialversicherungsnummer',
    'steuer-id',
    'steuernummer',
    'rodné číslo',
  ],
  digits: 6,
  score: 0.55,
});

/** A universally unique identifier points at one thing, whatever it is called (RFC 9562). */
export const uuid = pattern({
  name: 'uuid',
  type: 'CODE',
  cites: '45 CFR 164.514(b)(2)(i)(R); RFC 9562',
  looksLike: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i,
  score: 0.8,
});

/** Capitals, a hyphen and five or more digits: a case, plan or file code whatever it is called. */
export const hyphenated = pattern({
  name: 'hyphenated-code',
  type: 'CODE',
  cites: '45 CFR 164.514(b)(2)(i)(R)',
  looksLike: /[A-Z]{1,6}-\d{5,12}(?:-[A-Z0-9]{1,8}){0,3}|[A-Z]{2,6}-\d{2,6}-\d{4,10}/,
  // Standards, trials and publications are cited in the same form.
  holds: (match) =>
    !/^(?:NCT|PMC|PMID|ISO|IEC|RFC|CVE|CAS|ICD|CPT|HCPCS|LOINC|SNOMED|ISBN|ISSN|ASTM|DIN|EN|COVID|DOI|RS)-/.test(
      match,
    ),
  score: 0.6,
});
