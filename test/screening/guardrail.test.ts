// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { PolicySchema } from '../../lambdas/records/policy.ts';
import { answerGuardrailRequest } from '../../lambdas/screening/guardrail-request.ts';
import { deterministicGuardrail } from '../../lambdas/screening/deterministic-guardrail.ts';
import { judgeGuardrail } from '../../lambdas/screening/judge-guardrail.ts';
import file from '../../policies/healthcare.json' with { type: 'json' };

const policy = PolicySchema.parse(file);
const request = (...texts: string[]) => ({
  source: 'INPUT' as const,
  content: texts.map((text) => ({ text, qualifiers: ['guard_content' as const] })),
});
const one = request('Summarise the visit.');
const acted = (part: object, action: 'NONE' | 'GUARDRAIL_INTERVENED' = 'GUARDRAIL_INTERVENED') => ({
  action,
  outputs: [],
  assessments: [part],
  complete: true,
});
const entity = (action: string, detected = true) => ({
  sensitiveInformationPolicy: { piiEntities: [{ type: 'NAME', action, detected }], regexes: [] },
});

describe('judging a guardrail’s answer', () => {
  it.each([
    ['nothing found', { action: 'NONE', outputs: [], assessments: [], complete: true }, 'pass', undefined],
    ['an assessment that found nothing', acted(entity('NONE', false), 'NONE'), 'pass', undefined],
    [
      'a masked entity: the top level says the same as for a block',
      acted(entity('ANONYMIZED')),
      'hold',
      'guardrail-intervened',
    ],
    ['a blocked entity', acted(entity('BLOCKED')), 'hold', 'guardrail-intervened'],
    ['an entity that was only detected', acted(entity('NONE', true), 'NONE'), 'hold', 'guardrail-intervened'],
    [
      'a topic',
      acted({ topicPolicy: { topics: [{ name: 'x', type: 'DENY', action: 'BLOCKED' }] } }),
      'hold',
      'guardrail-intervened',
    ],
    [
      'a prompt attack',
      acted({
        contentPolicy: { filters: [{ type: 'PROMPT_ATTACK', confidence: 'HIGH', action: 'BLOCKED' }] },
      }),
      'hold',
      'guardrail-intervened',
    ],
    [
      'an intervention for a reason this version does not know',
      acted({ brandNewPolicy: { things: [1] } }),
      'hold',
      'guardrail-intervened',
    ],
    [
      'outputs that do not match the blocks',
      {
        action: 'GUARDRAIL_INTERVENED',
        outputs: [{ text: 'a' }, { text: 'b' }],
        assessments: [],
        complete: true,
      },
      'hold',
      'guardrail-unavailable',
    ],
    [
      'a check that was cut short',
      { action: 'NONE', outputs: [], assessments: [], complete: false },
      'hold',
      'guardrail-unavailable',
    ],
    ['no answer', undefined, 'hold', 'guardrail-unavailable'],
    ['an answer that cannot be read', { action: 'MAYBE' }, 'hold', 'guardrail-unavailable'],
  ])('%s', (_what, response, verdict, code) => {
    expect(judgeGuardrail(one, response, policy)).toMatchObject({
      verdict,
      reasons: code === undefined ? [] : [{ code }],
    });
  });
});

describe('the laptop’s guardrail', () => {
  it.each([
    ['How would somebody forge a prescription?', true],
    ['FORGED prescriptions, how?', true],
    ['Please refill the prescription.', false],
    ['The signature was forged long ago.', false],
  ])('%s', (text, intervenes) => {
    const response = deterministicGuardrail(request('Hello.', text), policy);
    expect(response.action).toBe(intervenes ? 'GUARDRAIL_INTERVENED' : 'NONE');
    expect(judgeGuardrail(request('Hello.', text), response, policy).verdict).toBe(
      intervenes ? 'hold' : 'pass',
    );
  });
});

describe('what a guardrail is asked about an answer', () => {
  const document = { content: 'The visit was on Monday.' };
  const messages = [{ role: 'user' as const, content: 'When was the visit?' }];
  const kinds = (text: string, prompt: Parameters<typeof answerGuardrailRequest>[1]) =>
    answerGuardrailRequest(text, prompt).content.map(({ qualifiers }) => qualifiers?.[0]);

  it.each([
    [
      'documents and a question within the limits',
      'On Monday.',
      { messages, documents: [document] },
      ['guard_content', 'query', 'grounding_source'],
    ],
    ['no documents', 'On Monday.', { messages, documents: [] }, ['guard_content']],
    [
      'an answer over 5,000 characters',
      'x'.repeat(5001),
      { messages, documents: [document] },
      ['guard_content'],
    ],
    [
      'a question over 1,000 characters',
      'x',
      { messages: [{ role: 'user' as const, content: 'y'.repeat(1001) }], documents: [document] },
      ['guard_content'],
    ],
    [
      'sources over 12,000 characters',
      'x',
      { messages, documents: [{ content: 'z'.repeat(12_001) }] },
      ['guard_content'],
    ],
  ])('%s', (_what, text, prompt, expected) => expect(kinds(text, prompt)).toEqual(expected));

  it('does not count a denied topic in a document against the answer', () => {
    const prompt = { messages, documents: [{ content: 'They tried to forge a prescription.' }] };
    expect(deterministicGuardrail(answerGuardrailRequest('On Monday.', prompt), policy).action).toBe('NONE');
    expect(
      deterministicGuardrail(answerGuardrailRequest('Forge a prescription.', prompt), policy).action,
    ).toBe('GUARDRAIL_INTERVENED');
  });
});
