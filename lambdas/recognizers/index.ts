// SPDX-License-Identifier: Apache-2.0
import { account } from './account.ts';
import { age } from './age.ts';
import { bic } from './bic.ts';
import { biometric } from './biometric.ts';
import { birthYear } from './birth-year.ts';
import { cardExpiry } from './card-expiry.ts';
import { card } from './card.ts';
import { code, hyphenated, labelledNational, uuid } from './code.ts';
import { crossing } from './crossing.ts';
import { crypto } from './crypto.ts';
import { date } from './date.ts';
import { dateInWords } from './date-in-words.ts';
import { dea } from './dea.ts';
import { imei, serial, udi } from './device.ts';
import { driverLicense, stateLicense } from './driver-license.ts';
import { ein } from './ein.ts';
import { email } from './email.ts';
import { facility } from './facility.ts';
import { iban } from './iban.ts';
import { ipv4, ipv6 } from './ip.ts';
import { itin } from './itin.ts';
import { license } from './license.ts';
import { mac } from './mac.ts';
import { mbi } from './mbi.ts';
import { member } from './member.ts';
import { hl7Identifier, mrn } from './mrn.ts';
import { name } from './name.ts';
import { national } from './national/index.ts';
import { labelledNpi, npi } from './npi.ts';
import { passport } from './passport.ts';
import { phone } from './phone.ts';
import { photo } from './photo.ts';
import { place } from './place.ts';
import { planMember } from './plan-member.ts';
import { nationalPlate, plate } from './plate.ts';
import { postcode } from './postcode.ts';
import type { Recognizer } from './recognizer.ts';
import { participant, record } from './record.ts';
import { labelledRouting, routing, sortCode } from './routing.ts';
import { secrets } from './secrets.ts';
import { ssn } from './ssn.ts';
import { address, street } from './street.ts';
import { subject } from './subject.ts';
import { tagger } from './tagger/index.ts';
import { table } from './table.ts';
import { together } from './together.ts';
import { url } from './url.ts';
import { username } from './username.ts';
import { taxNumber, vat } from './vat.ts';
import { labelledVin, vin } from './vin.ts';
import { zip } from './zip.ts';

/** Identifiers that hold digits and Latin letters: one walk over the text serves them all. */
const numbers = together('numbers', [
  ssn,
  itin,
  ein,
  vat,
  taxNumber,
  card,
  cardExpiry,
  iban,
  routing,
  labelledRouting,
  sortCode,
  account,
  mrn,
  record,
  member,
  mbi,
  npi,
  labelledNpi,
  dea,
  license,
  driverLicense,
  stateLicense,
  passport,
  vin,
  labelledVin,
  plate,
  imei,
  serial,
  biometric,
  crypto,
  code,
  labelledNational,
  uuid,
  hyphenated,
  ...national,
]);

/** Every deterministic recognizer, and the tagger: an engine runs them all, always. */
export const recognizers: readonly Recognizer[] = [
  email,
  url,
  ipv4,
  ipv6,
  phone,
  mac,
  nationalPlate,
  numbers,
  bic,
  ...secrets,
  username,
  photo,
  udi,
  hl7Identifier,
  planMember,
  participant,
  table,
  date,
  dateInWords,
  age,
  street,
  crossing,
  address,
  zip,
  postcode,
  name,
  subject,
  facility,
  place,
  tagger,
];

const byYear = new Map<number, readonly Recognizer[]>();

/**
 * The recognizers of a year (UTC): with the one for birth years that tell an age over 89, which depends on when
 * it is. There is no clock here.
 */
export function recognizersAt(year: number): readonly Recognizer[] {
  const known = byYear.get(year);
  if (known !== undefined) return known;
  const made = [...recognizers, birthYear(year)];
  // A process sees two years at the most, but for tests.
  if (byYear.size > 8) byYear.clear();
  byYear.set(year, made);
  return made;
}

/** The year of an instant (milliseconds since 1970), UTC. */
export const yearOf = (instant: number): number => new Date(instant).getUTCFullYear();
