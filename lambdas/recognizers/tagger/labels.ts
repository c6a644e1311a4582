// SPDX-License-Identifier: Apache-2.0

/**
 * What a token can be. `other` is a proper noun that is nobody's name: an eponym, a drug, a brand, a month; it is told
 * apart from `none` only because that makes both easier to learn, and is never reported.
 */
export const labels = ['none', 'other', 'NAME', 'FACILITY', 'PLACE', 'ORG', 'PROFESSION', 'STREET'] as const;
export type Label = (typeof labels)[number];

/** Labels from here on are reported. */
export const firstReported = 2;
export const labelCount = 8;
