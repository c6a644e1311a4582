// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { Failure } from '../../lambdas/failures.ts';
import { economised } from '../../lambdas/records/economy.ts';
import type { Finding } from '../../lambdas/records/finding.ts';
import { IdentityMapSchema } from '../../lambdas/records/identity.ts';
import type { Policy } from '../../lambdas/records/policy.ts';
import { outsideDetectors, recall, secondOpinion } from '../../lambdas/steps/second-opinions.ts';

type Side = Policy['detection']['prompt'];
const side = (medical: Side['medical'], checks = false): Side => ({
  threshold: 0.35,
  medical,
  checks,
  guardrail: true,
});
const sure = { findings: [], uncertain: [], hidden: 0, complete: true, failed: [] };
const doubted = 'Yesterday evening Quillfeather was seen.';
const plain = 'Dosage was reduced.';
const at = (start: number, end: number, detector: string): Finding => ({
  type: 'NAME',
  start,
  end,
  score: 0.9,
  because: { detector, pattern: 'NAME' },
});

/** Two detectors that note what they were asked. */
function detectors(medical: readonly Finding[] = [], checks: readonly Finding[] = []) {
  const asked: string[] = [];
  return {
    asked,
    ports: {
      detectMedical: async (text: string) => (asked.push(`medical: ${text}`), medical),
      detectGuarded: async (text: string) => (asked.push(`checks: ${text}`), checks),
    },
  };
}

describe('detectors outside are asked', () => {
  it.each<[string, Side, string, string[]]>([
    ['always, where the policy says always', side('always'), plain, ['medical']],
    ['never, where it says never', side('never'), doubted, []],
    ['where a doubt is left, and the policy says unsure', side('unsure'), doubted, ['medical']],
    ['not where none is left', side('unsure'), plain, []],
    ['the checks first', side('unsure', true), doubted, ['checks', 'medical']],
    ['the checks alone where no doubt is left', side('unsure', true), plain, ['checks']],
    ['about nothing when there is no text', side('always', true), '', []],
  ])('%s', async (_when, policy, text, expected) => {
    const { ports, asked } = detectors();
    await secondOpinion(text, sure, { ports, side: policy, retries: 9 });
    expect(asked.map((each) => each.split(':')[0])).toEqual(expected);
  });

  it('and everything they report counts', async () => {
    const { ports } = detectors([at(18, 30, 'comprehend-medical')], [at(0, 9, 'guardrail-checks')]);
    const opinion = await secondOpinion(doubted, sure, { ports, side: side('always', true), retries: 9 });
    expect(opinion.findings.map(({ start, end }) => [start, end])).toEqual([
      [0, 9],
      [18, 30],
    ]);
  });

  it('the medical one also about what the checks alone have seen', async () => {
    const { ports, asked } = detectors([], [at(0, 6, 'guardrail-checks')]);
    await secondOpinion(plain, sure, { ports, side: side('unsure', true), retries: 9 });
    expect(asked).toEqual([`checks: ${plain}`, `medical: ${plain}`]);
  });
});

describe('a detector that cannot answer is named', () => {
  const down = async () => Promise.reject(new Failure('Unavailable'));
  it.each<[string, () => Promise<readonly Finding[]>]>([
    ['down', down],
    ['broken', async () => Promise.reject(new TypeError('leak@example.org'))],
    ['talking nonsense', async () => [{ surprise: true }] as unknown as Finding[]],
    ['reporting beyond the end', async () => [at(0, 500, 'comprehend-medical')]],
  ])('when it is %s', async (_what, detect) => {
    const all = { ports: { detectMedical: detect, detectGuarded: detect }, retries: 9 };
    expect(await secondOpinion(plain, sure, { ...all, side: side('always', true) })).toEqual({
      findings: [],
      failed: ['guardrail-checks', 'comprehend-medical'],
    });
  });

  it('and the medical one is asked when the checks are down, though nothing else is in doubt', async () => {
    const { ports, asked } = detectors();
    const opinion = await secondOpinion(plain, sure, {
      ports: { ...ports, detectGuarded: down },
      side: side('unsure', true),
      retries: 9,
    });
    expect([asked, opinion.failed]).toEqual([[`medical: ${plain}`], ['guardrail-checks']]);
  });

  it('but while the workflow still retries, a passing fault is thrown', async () => {
    const asking = { ports: { detectMedical: down }, side: side('always'), retries: 0 };
    await expect(secondOpinion(plain, sure, asking)).rejects.toMatchObject({ name: 'Unavailable' });
  });
});

describe('the history of a conversation', () => {
  const empty = { secret: 'A'.repeat(43), identities: [] };

  it('is asked about once', async () => {
    const first = detectors([at(18, 30, 'comprehend-medical')]);
    const heard = recall(empty);
    await secondOpinion(doubted, sure, { ports: first.ports, side: side('always'), retries: 9, heard });
    const map = heard.into(empty);
    const second = detectors();
    const asking = { ports: second.ports, side: side('always'), retries: 9, heard: recall(map) };
    const again = await secondOpinion(doubted, sure, asking);
    expect([second.asked, again.findings]).toEqual([[], [at(18, 30, 'comprehend-medical')]]);
    await secondOpinion(plain, sure, asking);
    expect(second.asked).toEqual([`medical: ${plain}`]);
  });

  it('is remembered without its text, and bounded', async () => {
    const { ports } = detectors();
    const heard = recall(undefined);
    for (let turn = 0; turn < 230; turn += 1)
      await secondOpinion(`${plain} ${turn}`, sure, { ports, side: side('always'), retries: 9, heard });
    const map = IdentityMapSchema.parse(heard.into(empty));
    expect(map.heard).toHaveLength(200);
    expect(JSON.stringify(map)).not.toContain('Dosage');
  });

  it('of another conversation tells nothing', async () => {
    const heard = recall(undefined);
    const first = detectors();
    await secondOpinion(plain, sure, { ports: first.ports, side: side('always'), retries: 9, heard });
    const other = { ...heard.into(empty), secret: 'B'.repeat(43) };
    const second = detectors();
    await secondOpinion(plain, sure, {
      ports: second.ports,
      side: side('always'),
      retries: 9,
      heard: recall(other),
    });
    expect(second.asked).toHaveLength(1);
  });
});

describe('the economy', () => {
  const policy = { detection: { prompt: side('always'), answer: side('never') } } as Policy;
  it('asks the checks first and the medical detector where a doubt is left; what asked nobody still asks nobody', () => {
    expect(economised(policy).detection).toEqual({ prompt: side('unsure', true), answer: side('never') });
  });
  it('names the detectors that a policy asks, where there are any', () => {
    const { ports } = detectors();
    expect(outsideDetectors(ports, side('unsure', true))).toEqual(['guardrail-checks', 'comprehend-medical']);
    expect(outsideDetectors(ports, side('never'))).toEqual([]);
    expect(outsideDetectors({}, side('always', true))).toEqual([]);
  });
});
