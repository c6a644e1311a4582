// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';

/**
 * Every type of identifier the project knows, with the family it is reported under by `airlock detect` and
 * the Safe Harbor letter it answers to (45 CFR 164.514(b)(2)(i)), `-` where it is a financial or secret
 * identifier that Safe Harbor does not list. The type is what a placeholder shows the model: `[SSN_1_7K]`.
 */
export const identifiers = {
  NAME: { family: 'NAME', letter: 'A' },
  FACILITY: { family: 'ADDRESS', letter: 'B' },
  PLACE: { family: 'ADDRESS', letter: 'B' },
  STREET: { family: 'ADDRESS', letter: 'B' },
  ZIP: { family: 'ADDRESS', letter: 'B' },
  DATE: { family: 'DATE', letter: 'C' },
  AGE: { family: 'AGE', letter: 'C' },
  PHONE: { family: 'PHONE', letter: 'D' },
  FAX: { family: 'PHONE', letter: 'E' },
  EMAIL: { family: 'EMAIL', letter: 'F' },
  SSN: { family: 'ID', letter: 'G' },
  MRN: { family: 'ID', letter: 'H' },
  RECORD: { family: 'ID', letter: 'H' },
  MEMBER: { family: 'ID', letter: 'I' },
  MBI: { family: 'ID', letter: 'I' },
  ACCOUNT: { family: 'ID', letter: 'J' },
  ROUTING: { family: 'ID', letter: 'J' },
  IBAN: { family: 'ID', letter: 'J' },
  BIC: { family: 'ID', letter: 'J' },
  CARD: { family: 'ID', letter: 'J' },
  CARD_EXPIRY: { family: 'ID', letter: 'J' },
  NPI: { family: 'ID', letter: 'K' },
  DEA: { family: 'ID', letter: 'K' },
  LICENSE: { family: 'ID', letter: 'K' },
  DRIVER_LICENSE: { family: 'ID', letter: 'K' },
  VIN: { family: 'ID', letter: 'L' },
  PLATE: { family: 'ID', letter: 'L' },
  DEVICE: { family: 'ID', letter: 'M' },
  MAC: { family: 'ID', letter: 'M' },
  URL: { family: 'URL', letter: 'N' },
  IP: { family: 'IP', letter: 'O' },
  BIOMETRIC: { family: 'ID', letter: 'P' },
  PHOTO: { family: 'ID', letter: 'Q' },
  ITIN: { family: 'ID', letter: 'R' },
  EIN: { family: 'ID', letter: 'R' },
  TAX_ID: { family: 'ID', letter: 'R' },
  NATIONAL_ID: { family: 'ID', letter: 'R' },
  PASSPORT: { family: 'ID', letter: 'R' },
  CRYPTO: { family: 'ID', letter: 'R' },
  USERNAME: { family: 'ID', letter: 'R' },
  CODE: { family: 'ID', letter: 'R' },
  ORG: { family: 'ORG', letter: 'R' },
  PROFESSION: { family: 'PROFESSION', letter: 'R' },
  CREDENTIAL: { family: 'ID', letter: '-' },
  PASSWORD: { family: 'ID', letter: '-' },
  PIN: { family: 'ID', letter: '-' },
  CVV: { family: 'ID', letter: '-' },
  MAGSTRIPE: { family: 'ID', letter: '-' },
} as const satisfies Record<string, { family: string; letter: string }>;

export type IdentifierType = keyof typeof identifiers;
export type IdentifierFamily = (typeof identifiers)[IdentifierType]['family'];

export const identifierTypes = Object.keys(identifiers) as [IdentifierType, ...IdentifierType[]];
export const IdentifierTypeSchema = z.enum(identifierTypes);
