// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { type IdentifierType, IdentifierTypeSchema } from './identifier.ts';
import { highestRisk, type ReasonCode, risks } from './reason.ts';

/** When two people have to approve, neither of them the editor. Any rule that applies is enough. */
export const FourEyesRuleSchema = z.discriminatedUnion('when', [
  z.strictObject({ when: z.literal('severity'), atLeast: z.enum(risks) }),
  z.strictObject({ when: z.literal('entityType'), types: z.array(IdentifierTypeSchema).min(1).max(64) }),
  z.strictObject({ when: z.literal('editedText') }),
  z.strictObject({ when: z.literal('juniorReviewer') }),
  z.strictObject({ when: z.literal('randomShare'), percent: z.number().min(0).max(100) }),
]);
export type FourEyesRule = Readonly<z.infer<typeof FourEyesRuleSchema>>;

/** Why a review takes two: a rule of the policy, or `policy` where it asks for two approvals throughout. */
export const fourEyesCauses = [
  'policy',
  'severity',
  'entityType',
  'editedText',
  'juniorReviewer',
  'randomShare',
] as const;
export type FourEyesCause = (typeof fourEyesCauses)[number];

export type FourEyesFacts = Readonly<{
  reasons: readonly ReasonCode[];
  /** What was found in the texts that are shown. */
  types: readonly IdentifierType[];
  edited: boolean;
  /** 0 to 1, the same whenever it is asked about the same review: from a keyed digest. */
  share: number;
}>;

function applies(rule: FourEyesRule, { reasons, types, edited, share }: FourEyesFacts): boolean {
  switch (rule.when) {
    case 'severity':
      return risks.indexOf(highestRisk(reasons)) >= risks.indexOf(rule.atLeast);
    case 'entityType':
      return rule.types.some((type) => types.includes(type));
    case 'editedText':
      return edited;
    case 'randomShare':
      return share < rule.percent / 100;
    // It depends on who approves, which nobody knows yet.
    case 'juniorReviewer':
      return false;
  }
}

/** The causes for which a review needs two approvals, whoever approves. None: one is enough. */
export function fourEyesOf(
  review: Readonly<{ approvals: 1 | 2; fourEyes: readonly FourEyesRule[] }>,
  facts: FourEyesFacts,
): FourEyesCause[] {
  const rules = review.fourEyes.filter((rule) => applies(rule, facts)).map((rule) => rule.when);
  return [...new Set<FourEyesCause>([...(review.approvals === 2 ? ['policy' as const] : []), ...rules])];
}

export const juniorsNeedAnother = (rules: readonly FourEyesRule[]): boolean =>
  rules.some((rule) => rule.when === 'juniorReviewer');

/** How many different people have to approve, with those who have. */
export const approvalsNeeded = (
  rules: Readonly<{ approvals: 1 | 2; fourEyes: readonly FourEyesRule[] }>,
  review: Readonly<{
    fourEyes: readonly FourEyesCause[];
    approvals: readonly { junior?: true | undefined }[];
  }>,
): 1 | 2 =>
  rules.approvals === 2 ||
  review.fourEyes.length > 0 ||
  (juniorsNeedAnother(rules.fourEyes) && review.approvals.some((approval) => approval.junior === true))
    ? 2
    : 1;

/** A share of 0 to 1 from the first 48 bits of a keyed digest (base64url). */
export const shareOf = (digest: string): number =>
  Buffer.from(digest, 'base64url').readUIntBE(0, 6) / 2 ** 48;
