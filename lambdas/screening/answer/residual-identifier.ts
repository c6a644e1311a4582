// SPDX-License-Identifier: Apache-2.0
import { neverStored } from '../../privacy/drop-never-stored.ts';
import type { Finding } from '../../records/finding.ts';
import { operatorFor } from '../../records/policy.ts';
import type { AnswerCheck, AnswerInput } from './check.ts';
import { publicHost } from './public-hosts.ts';
import type { View } from './view.ts';

/** Numbers that are printed everywhere: emergency, crisis, poison control, information. */
const publicNumber =
  /^\W*(?:1\W{0,3})?(?:911|988|211|311|112|116\W?123|800\W{0,3}222\W{0,3}1222|800\W{0,3}273\W{0,3}(?:8255|talk)|800\W{0,3}662\W{0,3}(?:4357|help)|800\W{0,3}633\W{0,3}4227|800\W{0,3}829\W{0,3}1040|741\W?741)\W*$/i;
/** Years and parts of dates that Safe Harbor lets stand: 45 CFR 164.514(b)(2)(i)(C) takes out all but the year. */
const bareYear = /^\W*(?:19|20)\d{2}\W*$/;
/** Ages under 90 are no identifier: 45 CFR 164.514(b)(2)(i)(C). */
const lowAge = (text: string) => {
  const number = /\d{1,3}/.exec(text)?.[0];
  return number !== undefined && Number(number) < 90;
};

const hostOf = (text: string) => {
  const url = /^[a-z]{2,8}:\/\//i.test(text) ? text : `https://${text}`;
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
};

/** Words a tagger takes along that name nobody: "your clinic", "fluids and rest". */
const nameless = (text: string) =>
  !/\p{Lu}|\p{Lo}/u.test(
    text.replace(/^\W*(?:your|the|our|this|that|a|an|his|her|their|my|any|each|some)\b/i, ''),
  );

/** Whether a finding names something public, or nothing that identifies. */
const harmless = ({ type }: Finding, text: string): boolean => {
  if (type === 'PHONE' || type === 'FAX' || type === 'CODE') return publicNumber.test(text);
  if (type === 'DATE') return bareYear.test(text);
  if (type === 'AGE') return lowAge(text);
  if (type === 'NAME' || type === 'PLACE' || type === 'FACILITY') return nameless(text);
  if (type === 'URL') return publicHost(hostOf(text));
  return false;
};

/** Whether a policy that keeps a type would leave it in the prompt too. */
const kept = (finding: Finding, { policy }: AnswerInput): boolean =>
  operatorFor(policy, finding.type) === 'keep';

/** Dates, ages and addresses of pages that the de-identified prompt shows: left there because they are nobody's. */
const shown = ({ type }: Finding, text: string, { question, context }: AnswerInput): boolean =>
  (type === 'DATE' || type === 'AGE' || type === 'URL') &&
  [question, ...context].some((each) => each.text.includes(text));

const inSlot = (slot: View, input: AnswerInput) => (finding: Finding) =>
  !neverStored(finding.type) &&
  !kept(finding, input) &&
  !shown(finding, slot.text.slice(finding.start, finding.end), input) &&
  !harmless(finding, slot.text.slice(finding.start, finding.end));

/**
 * An identifier the detectors find in the answer that is no valid placeholder: one they missed in the prompt, or
 * one the model made up. Not: what the policy keeps, public numbers and hosts, years, ages under 90.
 */
export const residualIdentifier: AnswerCheck = {
  code: 'residual-identifier',
  check: (input) =>
    input.slots.flatMap((slot, index) =>
      (input.findings[index] ?? [])
        .filter(inSlot(slot, input))
        .map(({ start, end }) => ({ slot: index, start, end })),
    ),
};
