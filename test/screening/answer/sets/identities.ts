// SPDX-License-Identifier: Apache-2.0

/** The identities of every sample: invented people, numbers from ranges that are not given out. */
export const identities: Readonly<Record<string, string>> = {
  '[NAME_1_7K]': 'Marisol Ferreira-Quint',
  '[NAME_2_H3]': 'Tobias Wexelblatt',
  '[DATE_1_9Q]': 'March 3, 2025',
  '[MRN_1_C4]': '48823177',
  '[PHONE_1_XD]': '(617) 555-0142',
  '[ACCOUNT_1_XW]': '000412887731',
  '[FACILITY_1_P6]': 'Brindlewood Family Clinic',
  '[EMAIL_1_RT]': 'm.ferreiraquint@example.org',
  '[STREET_1_M4]': '418 Larkspur Hollow Road',
  '[PLACE_1_GY]': 'Eastmere',
  '[MEMBER_1_NC]': 'WQX440917723',
};

/** One exchange. Without `code` it must pass; with it, it must be held for that reason. */
export type Sample = Readonly<{
  question: string;
  answer: string;
  context?: readonly string[];
  code?: string;
}>;
