// SPDX-License-Identifier: Apache-2.0

/**
 * Hosts of authorities and of well-known public information that an answer may name although the prompt does
 * not: nobody who plants an instruction can read their logs, and people are better off finding them. Only
 * without query, fragment or user part. RFC 2606 example names are there because they lead nowhere.
 */
const hosts: ReadonlySet<string> = new Set([
  'who.int',
  'nhs.uk',
  'europa.eu',
  '988lifeline.org',
  'crisistextline.org',
  'poison.org',
  'heart.org',
  'cancer.org',
  'diabetes.org',
  'lung.org',
  'stroke.org',
  'alz.org',
  'mayoclinic.org',
  'clevelandclinic.org',
  'kidney.org',
  'aap.org',
  'acog.org',
  'redcross.org',
  'nami.org',
  'annualcreditreport.com',
  'finra.org',
  'sipc.org',
  'nfcc.org',
  'aba.com',
  'cfp.net',
  'example.com',
  'example.org',
  'example.net',
]);
/** Suffixes that only governments register under. */
const governments = /(?:^|\.)(?:gov|mil|gov\.[a-z]{2}|gob\.[a-z]{2}|nhs\.uk|europa\.eu)$/;

/** Whether a host (lower case, without www) is one of them or below one. */
export function publicHost(host: string): boolean {
  if (governments.test(host)) return true;
  const labels = host.split('.');
  return labels.some((_, index) => hosts.has(labels.slice(index).join('.')));
}
