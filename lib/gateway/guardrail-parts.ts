// SPDX-License-Identifier: Apache-2.0
import { Aws } from 'aws-cdk-lib';
import type { CfnGuardrail, CfnGuardrailProps } from 'aws-cdk-lib/aws-bedrock';
import type { Settings } from '../settings.ts';
import type { GuardedPolicy } from './guardrails.ts';

const harmful = ['HATE', 'INSULTS', 'SEXUAL', 'VIOLENCE', 'MISCONDUCT'] as const;
const tierName = (settings: Settings) => ({ tierName: settings.guardrail.tier });

/** Identifiers that a de-identified text has none of. The names of people and places are the project's own to find. */
const identifiers = [
  'EMAIL',
  'PHONE',
  'US_SOCIAL_SECURITY_NUMBER',
  'US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER',
  'US_PASSPORT_NUMBER',
  'US_BANK_ACCOUNT_NUMBER',
  'INTERNATIONAL_BANK_ACCOUNT_NUMBER',
  'CREDIT_DEBIT_CARD_NUMBER',
  'CREDIT_DEBIT_CARD_CVV',
  'PASSWORD',
  'AWS_ACCESS_KEY',
  'AWS_SECRET_KEY',
] as const;

/** Attacks are looked for on the way in only: an answer cannot attack the model. */
const content = (settings: Settings): CfnGuardrail.ContentPolicyConfigProperty => ({
  filtersConfig: [
    ...harmful.map((type) => ({ type, inputStrength: 'MEDIUM', outputStrength: 'HIGH' })),
    { type: 'PROMPT_ATTACK', inputStrength: 'HIGH', outputStrength: 'NONE' },
  ],
  contentFiltersTierConfig: tierName(settings),
});

type Parts = Omit<CfnGuardrailProps, 'name'>;

/** A policy's topics and words, where it has any; identifiers are found and reported, never masked behind the project's back. */
function ofPolicy(settings: Settings, { denied }: GuardedPolicy): Partial<Parts> {
  return {
    ...(denied.topics.length === 0
      ? {}
      : {
          topicPolicyConfig: {
            topicsConfig: denied.topics.map(({ name, definition, examples }) => ({
              name,
              definition,
              examples,
              type: 'DENY',
            })),
            topicsTierConfig: tierName(settings),
          },
        }),
    ...(denied.words.length === 0
      ? {}
      : { wordPolicyConfig: { wordsConfig: denied.words.map((text) => ({ text })) } }),
    sensitiveInformationPolicyConfig: {
      piiEntitiesConfig: identifiers.map((type) => ({
        type,
        action: 'BLOCK',
        inputAction: 'NONE',
        outputAction: 'NONE',
        inputEnabled: true,
        outputEnabled: true,
      })),
    },
    contextualGroundingPolicyConfig: {
      filtersConfig: [
        { type: 'GROUNDING', threshold: 0.7 },
        { type: 'RELEVANCE', threshold: 0.5 },
      ],
    },
  };
}

/** What a guardrail is made of. STANDARD looks at texts anywhere in a geography: its profile says in which. */
export function guardrailParts(settings: Settings, policy: GuardedPolicy | undefined): Parts {
  const { tier, leavesRegionFor } = settings.guardrail;
  return {
    blockedInputMessaging: 'The guardrail stopped this request.',
    blockedOutputsMessaging: 'The guardrail stopped this answer.',
    contentPolicyConfig: content(settings),
    ...(policy === undefined ? {} : ofPolicy(settings, policy)),
    ...(tier === 'CLASSIC' || leavesRegionFor === undefined
      ? {}
      : {
          crossRegionConfig: {
            guardrailProfileArn: `arn:${Aws.PARTITION}:bedrock:${settings.region}:${Aws.ACCOUNT_ID}:guardrail-profile/${leavesRegionFor}.guardrail.v1:0`,
          },
        }),
  };
}
