// SPDX-License-Identifier: Apache-2.0
import type { IdentifierType } from '../../../lambdas/records/identifier.ts';

const names: Readonly<Partial<Record<IdentifierType, string>>> = {
  SSN: 'social security number',
  MRN: 'medical record number',
  RECORD: 'record number',
  MEMBER: 'member number',
  MBI: 'Medicare number',
  ROUTING: 'routing number',
  IBAN: 'IBAN',
  BIC: 'BIC',
  CARD: 'card number',
  CARD_EXPIRY: 'card expiry',
  NPI: 'provider number (NPI)',
  DEA: 'DEA number',
  LICENSE: 'licence number',
  DRIVER_LICENSE: 'driver’s licence',
  VIN: 'vehicle number (VIN)',
  PLATE: 'licence plate',
  MAC: 'MAC address',
  URL: 'web address',
  IP: 'IP address',
  ITIN: 'taxpayer number (ITIN)',
  EIN: 'employer number (EIN)',
  TAX_ID: 'tax number',
  NATIONAL_ID: 'national identity number',
  ZIP: 'ZIP code',
  PIN: 'PIN',
  CVV: 'card verification code',
  MAGSTRIPE: 'magnetic stripe',
  ORG: 'organisation',
  CRYPTO: 'crypto address',
};

/** A type of identifier as people say it. */
export const identifierName = (type: IdentifierType): string =>
  names[type] ?? type.toLowerCase().replaceAll('_', ' ');
