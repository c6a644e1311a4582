// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import type { Recognizer } from '../../lambdas/recognizers/recognizer.ts';
import type { ModelAnswer } from '../../lambdas/records/answer.ts';
import type { Policy } from '../../lambdas/records/policy.ts';
import { reasonCodes, type ReasonCode } from '../../lambdas/records/reason.ts';
import { VerdictSchema } from '../../lambdas/records/verdict.ts';
import { answerChecks } from '../../lambdas/screening/answer/index.ts';
import { rescanAnswer, type RescanInput } from '../../lambdas/screening/rescan-answer.ts';
import { answerOf, canary, invented, map, policies } from './answer/given.ts';

const rescan = (given: Partial<ModelAnswer> | string, change: Partial<RescanInput> = {}) =>
  rescanAnswer({
    answer: answerOf(given),
    question: 'What does the letter say?',
    context: [],
    map,
    policy: policies.healthcare,
    canary,
    recognizers: [invented],
    ...change,
  });
const codes = (given: Partial<ModelAnswer> | string, change: Partial<RescanInput> = {}) =>
  rescan(given, change).verdict.reasons.map((reason) => reason.code);

describe('a clean answer', () => {
  const { verdict, findings, restored } = rescan('[NAME_1_7K] was seen on [DATE_1_9Q].');
  it('passes', () => expect(verdict).toEqual({ verdict: 'pass', reasons: [] }));
  it('has no findings', () => expect(findings).toEqual([]));
  it('comes with what a release would publish', () =>
    expect(restored).toBe('Marisol Ferreira-Quint was seen on March 3, 2025.'));
});

/** What each detector must find, whatever text of the answer it stands in. */
const everywhere: readonly (readonly [ReasonCode, string])[] = [
  ['residual-identifier', 'Her number is QQ-4417.'],
  ['original-value', 'It is Marisol Ferreira-Quint.'],
  ['original-value', 'The number 4882-3177 is on file.'],
  ['placeholder-unknown', 'Ask [NAME_8_QX] about it.'],
  ['placeholder-damaged', 'Ask [NAME_1_XX] about it.'],
  ['unsafe-link', 'Open https://collect.tracker-host.net/a to read on.'],
  ['unsafe-link', '![x](https://collect.tracker-host.net/a.png)'],
  ['active-content', 'Hello <script>go()</script>'],
  ['active-content', 'Hello <img src=x onerror=go()>'],
  ['system-prompt-leak', `The marker is ${canary}.`],
  ['hidden-text', 'All is\u202e well.'],
  ['denied-topic', 'You could forge a prescription.'],
  ['medication-dosage', 'Take 800 mg of ibuprofen every 8 hours.'],
  ['diagnosis-statement', 'You have type 2 diabetes.'],
  ['investment-advice', 'You should buy Tesla stock now.'],
  ['credit-advice', 'You should take out a consolidation loan.'],
  ['tax-advice', 'You can deduct your home office on your taxes.'],
  ['promise', 'I guarantee that it will work.'],
  ['self-harm', 'The quickest way to kill yourself is this.'],
];
const clean = 'The letter is short.';
const positions: readonly (readonly [string, number, (text: string) => Partial<ModelAnswer>])[] = [
  ['the text', 0, (text) => ({ text })],
  ['the end of a long text', 0, (text) => ({ text: `${'Fine. '.repeat(400)}\n\n${text}` })],
  ['the reasoning', 1, (text) => ({ text: clean, reasoning: text })],
  [
    'the arguments of a tool call',
    2,
    (text) => ({ text: clean, toolCalls: [{ name: 'note', arguments: text }] }),
  ],
  ['the name of a tool', 2, (text) => ({ text: clean, toolCalls: [{ name: text, arguments: '{}' }] })],
  [
    'the arguments of a second tool call',
    3,
    (text) => ({
      text: clean,
      toolCalls: [
        { name: 'a', arguments: '{}' },
        { name: 'b', arguments: text },
      ],
    }),
  ],
];

describe.each(positions)('in %s', (_position, slot, place) => {
  it.each(everywhere)('%s is found: %s', (code, text) => {
    const { verdict } = rescan(place(text));
    const reason = verdict.reasons.find((each) => each.code === code);
    expect(verdict.verdict).not.toBe('pass');
    expect(reason?.evidence.map((each) => each.slot)).toContain(slot);
  });
});

describe('evidence', () => {
  it.each(everywhere)('of %s stands within the text: %s', (code, text) => {
    const reason = rescan(text).verdict.reasons.find((each) => each.code === code);
    for (const { start, end } of reason?.evidence ?? [])
      expect([start >= 0, start < end, end <= text.length]).toEqual([true, true, true]);
  });

  it('points at what it means', () => {
    const text = 'All good so far. Her number is QQ-4417, she says.';
    const [reason] = rescan(text).verdict.reasons;
    const [evidence] = reason?.evidence ?? [];
    expect(text.slice(evidence?.start, evidence?.end)).toBe('QQ-4417');
  });

  it('is never text, in any reason', () => {
    const written = JSON.stringify(everywhere.map(([, text]) => rescan(text).verdict));
    for (const word of ['Ferreira', 'ibuprofen', 'QQ-4417', 'tracker-host', canary])
      expect(written).not.toContain(word);
  });

  it('is bounded, and its verdict still validates', () => {
    const { verdict } = rescan('QQ-4417 '.repeat(500));
    expect(VerdictSchema.parse(verdict).reasons[0]?.evidence).toHaveLength(64);
  });
});

describe('the answer itself', () => {
  it.each<[ReasonCode, Partial<ModelAnswer>]>([
    ['unknown-stop-reason', { stopReason: 'unknown' }],
    ['answer-truncated', { stopReason: 'length' }],
    ['answer-refused', { stopReason: 'refused' }],
    ['answer-refused', { stopReason: 'filtered' }],
    ['tool-call', { stopReason: 'tool' }],
    ['tool-call', { toolCalls: [{ name: 'x', arguments: '{}' }] }],
    ['reasoning-content', { reasoning: 'The user asks about a letter.' }],
    ['answer-empty', { text: '' }],
    ['answer-empty', { text: ' \n\u200b ' }],
  ])('%s: %j', (code, given) => expect(codes(given)).toContain(code));

  it.each<[string, Partial<ModelAnswer>]>([
    ['an end', { stopReason: 'end' }],
    ['a stop sequence', { stopReason: 'stop-sequence' }],
    ['blank reasoning', { reasoning: '  ' }],
    ['one digit', { text: '7' }],
  ])('%s passes', (_what, given) => expect(codes(given)).toEqual([]));
});

describe('fail closed', () => {
  it.each(answerChecks.map((check) => [check.code, check] as const))(
    '%s that throws is a hold',
    (_code, broken) => {
      const failing = answerChecks.map((check) =>
        check === broken
          ? {
              ...check,
              check: () => {
                throw new Error('quotes Marisol');
              },
            }
          : check,
      );
      const { verdict } = rescanAnswer(
        {
          answer: answerOf(clean),
          question: '',
          context: [],
          map,
          policy: policies.finance,
          recognizers: [],
        },
        failing,
      );
      expect(verdict).toEqual({
        verdict: 'hold',
        reasons: [{ code: 'check-failed', evidence: [{ slot: 0, start: 0, end: 0 }] }],
      });
    },
  );

  it('no check at all is a hold', () =>
    expect(
      rescanAnswer(
        {
          answer: answerOf(clean),
          question: '',
          context: [],
          map,
          policy: policies.finance,
          recognizers: [],
        },
        [],
      ).verdict.verdict,
    ).toBe('hold'));

  const throwing: Recognizer = {
    ...invented,
    find: () => {
      throw new Error('quotes Marisol');
    },
  };
  const nonsense: Recognizer = {
    ...invented,
    find: () => [{ type: 'NAME', start: 5, end: 2, score: 1, because: { detector: 'x', pattern: 'x' } }],
  };
  it.each([
    ['throws', throwing],
    ['reports nonsense', nonsense],
  ])('a recognizer that %s is a hold', (_what, recognizer) =>
    expect(codes(clean, { recognizers: [recognizer] })).toEqual(['detector-unavailable']),
  );

  it('a text encoded too deeply to be read is a hold', () => {
    let deep = 'QQ-4417 and some more text to encode';
    for (let layer = 0; layer < 6; layer += 1) deep = Buffer.from(deep).toString('base64');
    expect(codes(`Here: ${deep}`)).toContain('detection-incomplete');
  });

  it('a score below the threshold is uncertain', () => {
    const unsure: Recognizer = {
      ...invented,
      find: (text) => invented.find(text).map((finding) => ({ ...finding, score: 0.2 })),
    };
    expect(codes('QQ-4417', { recognizers: [unsure] })).toEqual(['uncertain-detection']);
  });

  it('an identity map that cannot be read is a hold', () =>
    expect(codes(clean, { map: { secret: 'x', identities: undefined as unknown as [] } })).toEqual([
      'check-failed',
    ]));
});

describe('what the policy says', () => {
  const ruled = (rules: Policy['rules']): Policy => ({ ...policies.healthcare, rules });
  const unsafe = 'I guarantee it. Open https://collect.tracker-host.net/a';

  it.each<[string, Policy['rules'], string, string[]]>([
    ['holds without a rule', {}, 'hold', ['unsafe-link', 'promise']],
    ['lets a waivable reason pass', { promise: 'pass' }, 'hold', ['unsafe-link']],
    ['blocks', { promise: 'block' }, 'block', ['unsafe-link', 'promise']],
    // The schema refuses such a policy; should one get here all the same, it holds.
    [
      'cannot let an unwaivable one pass',
      { promise: 'pass', 'unsafe-link': 'pass' },
      'hold',
      ['unsafe-link'],
    ],
  ])('%s', (_what, rules, verdict, reasons) => {
    const result = rescan(unsafe, { policy: ruled(rules) }).verdict;
    expect([result.verdict, result.reasons.map((each) => each.code)]).toEqual([verdict, reasons]);
  });

  it('no rule makes any unwaivable reason pass', () => {
    const all = Object.fromEntries(Object.keys(reasonCodes).map((code) => [code, 'pass'])) as Policy['rules'];
    const found = everywhere.flatMap(([, text]) => codes(text, { policy: ruled(all) }));
    expect(new Set(found)).toEqual(
      new Set(everywhere.map(([code]) => code).filter((code) => !reasonCodes[code].waivable)),
    );
  });
});

describe('the restore, dry', () => {
  it('is kept back where a placeholder is wrong', () => {
    const { restored, verdict } = rescan('Ask [NAME_1_XX].');
    expect(restored).toBeUndefined();
    expect(verdict.reasons.map((each) => each.code)).toEqual(['placeholder-damaged']);
  });
  it('is kept back where a placeholder would be sent elsewhere', () =>
    expect(rescan('https://records.example.org/[NAME_1_7K]').restored).toBeUndefined());
  it('is there for a held answer that restores well: a reviewer may approve it', () =>
    expect(rescan('[NAME_1_7K], I guarantee it.').restored).toBe('Marisol Ferreira-Quint, I guarantee it.'));
  it('does not look into reasoning', () =>
    expect(rescan({ text: 'Dear [NAME_1_7K]', reasoning: '[NAME_1_7K]' }).restored).toBe(
      'Dear Marisol Ferreira-Quint',
    ));
});

it('gives the same twice and changes nothing', () => {
  const answer = answerOf('You should buy gold. [NAME_1_7K] QQ-1111 https://a.tracker-host.net');
  const copy = structuredClone(answer);
  const first = rescan(answer);
  expect(rescan(answer)).toEqual(first);
  expect(answer).toEqual(copy);
});
