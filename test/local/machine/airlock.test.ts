// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { bench, route } from './harness.ts';

const text = readFileSync(new URL('../../../statemachines/airlock.asl.json', import.meta.url), 'utf8');
const definition: unknown = JSON.parse(text);
const names = [...new Set([...text.matchAll(/\$\{(\w+)\}/g)].map(([, name = '']) => name))];
const substitutions = Object.fromEntries(names.map((name) => [name, name]));
const passing = { revision: 'r', verdict: 'pass', decision: 'approve' };

describe('the airlock’s own workflow', () => {
  it('is one that this engine runs: a clean case goes through eight states', async () => {
    const functions = Object.fromEntries(names.map((name) => [name, () => Promise.resolve(passing)]));
    const { machine, finish } = bench({ definition, substitutions, functions });
    await machine.start('case', { tenantId: 't', caseId: 'case', revision: 'r', review: [10, 20] });
    await finish('case');
    expect(machine.describe('case')?.status).toBe('SUCCEEDED');
    expect(route(machine, 'case')).toEqual([
      'Deidentify',
      'ScreenPrompt',
      'PromptVerdict',
      'InvokeModel',
      'RescanAnswer',
      'AnswerVerdict',
      'ArchiveTranscript',
      'ReleaseAnswer',
    ]);
  });

  it('is refused when a placeholder has no value', () => {
    expect(() => bench({ definition, functions: {} })).toThrow(
      expect.objectContaining({ name: 'InvalidDefinition' }),
    );
  });
});
