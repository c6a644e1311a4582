// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import type { Models } from '../../lambdas/ports.ts';
import { ModelAnswerSchema } from '../../lambdas/records/answer.ts';

/** Models, and the id of one that answers. */
export type ModelsUnderTest = Readonly<{ models: Models; modelId: string; close?: () => Promise<void> }>;

const call = {
  system: 'Be brief.',
  messages: [{ role: 'user' as const, content: 'Hello, [NAME_1_7K].' }],
  maxOutputTokens: 100,
  caseId: '0198c0de-0000-7000-8000-000000000001',
};

/** What every models port does, whichever service is behind it. */
export function describeModels(name: string, make: () => Promise<ModelsUnderTest>): void {
  describe(`${name} keep the contract of the models:`, () => {
    const using = async (work: (each: ModelsUnderTest) => Promise<void>) => {
      const each = await make();
      try {
        await work(each);
      } finally {
        await each.close?.();
      }
    };

    it('a model that is served answers in the form that the records know', () =>
      using(async ({ models, modelId }) => {
        expect(models.serves(modelId)).toBe(true);
        const answer = await models.converse({ ...call, modelId });
        expect(ModelAnswerSchema.parse(answer)).toEqual(answer);
        expect(answer.text.isWellFormed()).toBe(true);
      }));

    it('a model that is not served is refused by name', () =>
      using(async ({ models }) => {
        for (const modelId of ['none-of-these', '', 'toString', '__proto__']) {
          expect(models.serves(modelId)).toBe(false);
          await expect(models.converse({ ...call, modelId })).rejects.toMatchObject({ name: 'NoModel' });
        }
      }));

    it('a call changes nothing of what it was given', () =>
      using(async ({ models, modelId }) => {
        const given = { ...call, modelId };
        const before = structuredClone(given);
        await models.converse(given);
        expect(given).toEqual(before);
      }));
  });
}
