// SPDX-License-Identifier: Apache-2.0

/**
 * The three-digit ZIP areas with 20,000 people or fewer, which Safe Harbor turns into `000`
 * (45 CFR 164.514(b)(2)(i)(B)): the union of the two lists in use, because they differ and the rule says
 * "currently publicly available data" without naming one.
 */
export const zip3 = {
  version: '2026-11-20',
  sources: {
    census2000: 'HHS, Guidance Regarding Methods for De-identification of PHI, 2012-11-26 (17 areas)',
    census2010:
      'ZIP code tabulation areas of the 2010 census, as used in practice (14 areas; adds 205 and 369)',
  },
  restricted: [
    '036',
    '059',
    '063',
    '102',
    '203',
    '205',
    '369',
    '556',
    '692',
    '790',
    '821',
    '823',
    '830',
    '831',
    '878',
    '879',
    '884',
    '890',
    '893',
  ],
} as const;

const restricted: ReadonlySet<string> = new Set(zip3.restricted);

/** Whether the area a ZIP code (its first three digits or more) lies in must be shown as `000`. */
export const isRestrictedZip = (zip: string): boolean => restricted.has(zip.slice(0, 3));
