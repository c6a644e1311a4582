// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import finance from '../../policies/finance.json' with { type: 'json' };
import healthcare from '../../policies/healthcare.json' with { type: 'json' };
import { actionFor, operatorFor, PolicySchema } from '../../lambdas/records/policy.ts';
import { reasonCodes, type ReasonCode } from '../../lambdas/records/reason.ts';

type Path = readonly (string | number)[];

/** The policy with one value replaced; `undefined` removes it. */
function broken(path: Path, value: unknown): unknown {
  const copy: unknown = structuredClone(healthcare);
  let at = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  const last = path.at(-1)!;
  if (value === undefined) Reflect.deleteProperty(at, last);
  else at[last] = value;
  return copy;
}

const issuePaths = (policy: unknown) =>
  PolicySchema.safeParse(policy).error?.issues.map((issue) => issue.path.join('.')) ?? [];

describe('the policies that ship', () => {
  it.each([
    ['healthcare', healthcare],
    ['finance', finance],
  ])('%s validates', (id, policy) => {
    expect(PolicySchema.parse(policy).id).toBe(id);
  });

  it.each([
    ['healthcare', healthcare],
    ['finance', finance],
  ])('%s tells the model to stay with the context and to promise nothing', (_id, policy) => {
    expect(policy.instructions).toMatch(/context documents/);
    expect(policy.instructions).toMatch(/Do not promise/);
  });

  it('healthcare holds what a clinician has to decide', () => {
    const policy = PolicySchema.parse(healthcare);
    const codes: ReasonCode[] = ['medication-dosage', 'diagnosis-statement', 'self-harm', 'ungrounded'];
    expect(codes.map((code) => actionFor(policy, code))).toEqual(['hold', 'hold', 'hold', 'hold']);
    expect(operatorFor(policy, 'DATE')).toBe('relative');
    expect(operatorFor(policy, 'AGE')).toBe('generalise');
  });

  it('finance holds what a licensed adviser has to decide', () => {
    const policy = PolicySchema.parse(finance);
    const codes: ReasonCode[] = ['investment-advice', 'credit-advice', 'tax-advice', 'promise'];
    expect(codes.map((code) => actionFor(policy, code))).toEqual(['hold', 'hold', 'hold', 'hold']);
    expect(operatorFor(policy, 'CARD')).toBe('mask');
  });
});

describe('a broken policy is refused at the right path', () => {
  const cases: readonly [string, Path, unknown, string?][] = [
    ['no id', ['id'], undefined],
    ['an id with a capital', ['id'], 'Healthcare'],
    ['an id with a slash', ['id'], '../healthcare'],
    ['a version without a patch', ['version'], '1.0'],
    [
      'a four-eyes rule nobody knows',
      ['review', 'fourEyes', 0],
      { when: 'fullMoon' },
      'review.fourEyes.0.when',
    ],
    [
      'a severity nobody knows',
      ['review', 'fourEyes', 0],
      { when: 'severity', atLeast: 'extreme' },
      'review.fourEyes.0.atLeast',
    ],
    [
      'a four-eyes type nobody knows',
      ['review', 'fourEyes', 0],
      { when: 'entityType', types: ['SHOE_SIZE'] },
      'review.fourEyes.0.types.0',
    ],
    [
      'a four-eyes rule about no type',
      ['review', 'fourEyes', 0],
      { when: 'entityType', types: [] },
      'review.fourEyes.0.types',
    ],
    [
      'a share of more than all',
      ['review', 'fourEyes', 0],
      { when: 'randomShare', percent: 101 },
      'review.fourEyes.0.percent',
    ],
    ['a pace of nothing', ['review', 'fatigue', 'warnPerMinute'], 0],
    ['a limit of the pace nobody knows', ['review', 'fatigue', 'mostPerHour'], 100, 'review.fatigue'],
    ['a value revealed for ever', ['review', 'revealSeconds'], 86_400],
    ['an empty title', ['title'], ''],
    ['no tenants', ['tenants'], []],
    ['empty instructions', ['instructions'], ''],
    ['instructions over the limit', ['instructions'], 'x'.repeat(4001)],
    ['no language', ['languages'], []],
    ['a language with a region', ['languages', 0], 'en-US'],
    ['no answer detection', ['detection', 'answer'], undefined],
    ['a threshold above the limit', ['detection', 'prompt', 'threshold'], 0.95],
    ['a switch that is a word', ['detection', 'prompt', 'medical'], 'yes'],
    ['an operator nobody knows', ['operators', 'NAME'], 'scramble'],
    ['a kept SSN', ['operators', 'SSN'], 'keep'],
    ['a kept name', ['operators', 'NAME'], 'keep'],
    ['a kept card', ['operators', 'CARD'], 'keep'],
    ['a stored card verification code', ['operators', 'CVV'], 'pseudonymise'],
    ['a generalised e-mail address', ['operators', 'EMAIL'], 'generalise'],
    ['a kept date', ['operators', 'DATE'], 'keep'],
    ['an identifier type nobody knows', ['operators', 'SHOE_SIZE'], 'drop', 'operators'],
    ['a topic without terms', ['denied', 'topics', 0, 'terms'], []],
    ['a topic definition over the limit', ['denied', 'topics', 0, 'definition'], 'x'.repeat(201)],
    ['a denied word of one letter', ['denied', 'words'], ['a'], 'denied.words.0'],
    ['block below hold', ['screening', 'block'], 0.3],
    ['a hold threshold of zero', ['screening', 'hold'], 0],
    ['a residual identifier that passes', ['rules', 'residual-identifier'], 'pass'],
    ['an unsafe link that passes', ['rules', 'unsafe-link'], 'pass'],
    ['a damaged placeholder that passes', ['rules', 'placeholder-damaged'], 'pass'],
    ['a detector that was down and passes', ['rules', 'detector-unavailable'], 'pass'],
    ['a rule action nobody knows', ['rules', 'ungrounded'], 'ignore'],
    ['a rule for a reason nobody knows', ['rules', 'bad-mood'], 'hold', 'rules'],
    ['a sample above all', ['samplePercent'], 101],
    ['three approvals', ['review', 'approvals'], 3],
    ['a claim lease of a second', ['review', 'claimLeaseSeconds'], 1],
    ['no model', ['models'], []],
    ['a model without an id', ['models', 0, 'id'], ''],
    ['a model without an output limit', ['models', 0, 'maxOutputTokens'], undefined],
    ['a daily budget of nothing', ['tokensPerDay'], 0],
    ['a vault that keeps for ever', ['vaultDays'], 365],
    ['an archive that keeps nothing', ['archive', 'retentionYears'], 0],
    ['an archive mode in lower case', ['archive', 'mode'], 'compliance'],
    ['an erasure nobody knows', ['erasure'], 'always'],
    ['a field nobody knows', ['colour'], 'blue', ''],
  ];
  it.each(cases.map(([what, path, value, at]) => ({ what, path, value, at: at ?? path.join('.') })))(
    '$what',
    ({ path, value, at }) => {
      expect(issuePaths(broken(path, value))).toContain(at);
    },
  );

  it('no policy can make any unwaivable reason pass', () => {
    for (const [code, { waivable }] of Object.entries(reasonCodes))
      expect([code, PolicySchema.safeParse(broken(['rules', code], 'pass')).success]).toEqual([
        code,
        waivable,
      ]);
  });
});
