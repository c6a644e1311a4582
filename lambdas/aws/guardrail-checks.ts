// SPDX-License-Identifier: Apache-2.0
import {
  type BedrockRuntimeClient,
  type GuardrailChecksSensitiveInformationEntityType as Entity,
  InvokeGuardrailChecksCommand,
} from '@aws-sdk/client-bedrock-runtime';
import { z } from 'zod';
import { Failure } from '../failures.ts';
import type { DetectGuarded } from '../ports.ts';
import { chunks } from '../privacy/chunks.ts';
import { codePoints } from '../privacy/code-points.ts';
import type { Finding } from '../records/finding.ts';
import type { IdentifierType } from '../records/identifier.ts';
import { asking, bedrockClient } from './bedrock-client.ts';

/** What is asked for, and what it is here. AGE is not: every age would be reported, and only 90 and over identifies. */
const types = {
  NAME: 'NAME',
  ADDRESS: 'PLACE',
  PHONE: 'PHONE',
  EMAIL: 'EMAIL',
  URL: 'URL',
  USERNAME: 'USERNAME',
  PASSWORD: 'PASSWORD',
  PIN: 'PIN',
  IP_ADDRESS: 'IP',
  MAC_ADDRESS: 'MAC',
  DRIVER_ID: 'DRIVER_LICENSE',
  LICENSE_PLATE: 'PLATE',
  VEHICLE_IDENTIFICATION_NUMBER: 'VIN',
  CREDIT_DEBIT_CARD_NUMBER: 'CARD',
  CREDIT_DEBIT_CARD_CVV: 'CVV',
  CREDIT_DEBIT_CARD_EXPIRY: 'CARD_EXPIRY',
  INTERNATIONAL_BANK_ACCOUNT_NUMBER: 'IBAN',
  SWIFT_CODE: 'BIC',
  US_BANK_ACCOUNT_NUMBER: 'ACCOUNT',
  US_BANK_ROUTING_NUMBER: 'ROUTING',
  US_INDIVIDUAL_TAX_IDENTIFICATION_NUMBER: 'ITIN',
  US_PASSPORT_NUMBER: 'PASSPORT',
  US_SOCIAL_SECURITY_NUMBER: 'SSN',
  CA_HEALTH_NUMBER: 'MEMBER',
  CA_SOCIAL_INSURANCE_NUMBER: 'NATIONAL_ID',
  UK_NATIONAL_HEALTH_SERVICE_NUMBER: 'NATIONAL_ID',
  UK_NATIONAL_INSURANCE_NUMBER: 'NATIONAL_ID',
  UK_UNIQUE_TAXPAYER_REFERENCE_NUMBER: 'TAX_ID',
  AWS_ACCESS_KEY: 'CREDENTIAL',
  AWS_SECRET_KEY: 'CREDENTIAL',
} as const satisfies Partial<Record<Entity, IdentifierType>>;
const entities = (Object.keys(types) as (keyof typeof types)[]).map((type) => ({ type }));

const Response = z.looseObject({
  results: z.looseObject({
    sensitiveInformation: z.looseObject({
      truncated: z.boolean().optional(),
      results: z.array(
        z.looseObject({
          type: z.string(),
          confidenceScore: z.number().min(0).max(1),
          beginOffset: z.int().nonnegative(),
          endOffset: z.int().positive(),
          messageIndex: z.int().nonnegative(),
          contentIndex: z.int().nonnegative(),
        }),
      ),
    }),
  }),
});

/**
 * Bedrock's InvokeGuardrailChecks as a detector: detect-only, with offsets. Its documentation counts "characters",
 * and its answer does not repeat the text, so the unit cannot be checked: a finding covers what it may mean in
 * UTF-16 code units and in code points alike (the same wherever there is no emoji). A type that nobody knows counts
 * as a name. A long text goes in pieces; an answer that was cut short is no answer.
 * @throws Throttled, Unavailable, Malformed
 */
export const openGuardrailChecks =
  ({
    client = bedrockClient(),
  }: Readonly<{ client?: Pick<BedrockRuntimeClient, 'send'> }> = {}): DetectGuarded =>
  async (text) => {
    const findings: Finding[] = [];
    for (const { start, end } of chunks(text)) {
      const piece = text.slice(start, end);
      const command = new InvokeGuardrailChecksCommand({
        messages: [{ role: 'user', content: [{ text: piece }] }],
        checks: { sensitiveInformation: { entities } },
      });
      const parsed = Response.safeParse(await asking(() => client.send(command)));
      if (!parsed.success) throw new Failure('Malformed');
      const { results, truncated } = parsed.data.results.sensitiveInformation;
      if (truncated === true) throw new Failure('Malformed');
      const toUnits = codePoints(piece);
      for (const { type, confidenceScore, beginOffset, endOffset, messageIndex, contentIndex } of results) {
        if (beginOffset >= endOffset || endOffset > piece.length || messageIndex + contentIndex > 0)
          throw new Failure('Malformed');
        findings.push({
          type: Object.hasOwn(types, type) ? types[type as keyof typeof types] : 'NAME',
          start: start + Math.min(beginOffset, toUnits(beginOffset) ?? beginOffset),
          end: start + Math.max(endOffset, toUnits(endOffset) ?? endOffset),
          score: confidenceScore,
          because: { detector: 'guardrail-checks', pattern: type.slice(0, 64) },
        });
      }
    }
    return findings;
  };
