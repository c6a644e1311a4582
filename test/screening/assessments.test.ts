// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import { assessmentsOf } from '../../lambdas/screening/assessments.ts';

const response = (assessment: object) => ({
  action: 'GUARDRAIL_INTERVENED',
  outputs: [{ text: 'Zebediah was masked' }],
  assessments: [assessment],
});

describe('what a guardrail acted on', () => {
  it('is named by policy and by the names of the configuration', () => {
    const acted = response({
      topicPolicy: { topics: [{ name: 'Tax evasion', type: 'DENY', action: 'BLOCKED' }] },
      contentPolicy: { filters: [{ type: 'VIOLENCE', confidence: 'HIGH', action: 'BLOCKED' }] },
      wordPolicy: {
        customWords: [{ match: 'Zebediah', action: 'BLOCKED' }],
        managedWordLists: [{ match: 'Zebediah', type: 'PROFANITY', action: 'BLOCKED' }],
      },
      sensitiveInformationPolicy: {
        piiEntities: [{ type: 'NAME', match: 'Zebediah', action: 'ANONYMIZED' }],
        regexes: [{ name: 'ticket', match: 'Zebediah', regex: 'Z.*', action: 'BLOCKED' }],
      },
      contextualGroundingPolicy: {
        filters: [{ type: 'GROUNDING', score: 0.2, threshold: 0.7, action: 'BLOCKED' }],
      },
    });
    expect(assessmentsOf(acted)).toEqual([
      { policy: 'topic', name: 'Tax evasion', action: 'BLOCKED' },
      { policy: 'content', name: 'VIOLENCE', action: 'BLOCKED' },
      { policy: 'word', action: 'BLOCKED' },
      { policy: 'word', name: 'PROFANITY', action: 'BLOCKED' },
      { policy: 'sensitive', name: 'NAME', action: 'ANONYMIZED' },
      { policy: 'sensitive', name: 'ticket', action: 'BLOCKED' },
      { policy: 'grounding', name: 'GROUNDING', action: 'BLOCKED' },
    ]);
    expect(JSON.stringify(assessmentsOf(acted))).not.toContain('Zebediah');
  });

  it.each<[string, object, object[]]>([
    [
      'what it only detected is named',
      { type: 'NAME', action: 'NONE', detected: true },
      [{ policy: 'sensitive', name: 'NAME', action: 'NONE' }],
    ],
    ['what it let pass is not', { type: 'NAME', action: 'NONE', detected: false }, []],
  ])('%s', (_what, entity, expected) =>
    expect(assessmentsOf(response({ sensitiveInformationPolicy: { piiEntities: [entity] } }))).toEqual(
      expected,
    ),
  );

  it('is named once, however often it acted, and in bounded number and length', () => {
    const topics = [
      ...Array.from({ length: 50 }, () => ({ name: 'the same', action: 'BLOCKED' })),
      ...Array.from({ length: 200 }, (_, index) => ({
        name: `${index} ${'x'.repeat(500)}`,
        action: 'BLOCKED',
      })),
    ];
    const all = assessmentsOf(response({ topicPolicy: { topics } }));
    expect(all).toHaveLength(64);
    expect(all[0]).toEqual({ policy: 'topic', name: 'the same', action: 'BLOCKED' });
    expect(all[1]!.name).toHaveLength(100);
  });

  it.each([undefined, null, 'BLOCKED', {}, { action: 'BLOCKED', assessments: [] }])(
    'is nothing where the answer is %j',
    (answer) => expect(assessmentsOf(answer)).toEqual([]),
  );
});
