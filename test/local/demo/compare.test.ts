// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import type { CaseView } from '../../../lambdas/api/case-view.ts';
import { differences, type Turn } from '../../../local/demo/compare.ts';
import { cellsOf } from '../../../local/demo/rows.ts';
import { type Expected, type Sample, SampleSchema } from '../../../local/demo/sample.ts';

const sample = (expected: Partial<Expected>): Sample =>
  SampleSchema.parse({
    title: 'A sample',
    as: 'rosa',
    request: { policy: 'healthcare', messages: [{ role: 'user', content: 'Mrs. Anna Smith came.' }] },
    expected: { ends: 'released', ...expected },
  });

const turn = (more: Partial<Turn> = {}, view: Partial<CaseView> = {}): Turn => ({
  view: {
    caseId: '01a1f872-3c3e-7805-ae0b-0a8e2cb8b0b1',
    conversationId: '01a1f872-3c3e-7805-ae0b-0a8e2cb8b0b2',
    status: 'closed',
    outcome: 'released',
    policy: { id: 'healthcare', version: '1.0.0' },
    reasons: [],
    acceptedAt: '2026-01-01T00:00:00Z',
    availableUntil: '2026-01-08T00:00:00Z',
    progress: ['accepted', 'deidentified', 'screened', 'answered', 'rescanned', 'archived'],
    answer: {
      role: 'assistant',
      content: 'Anna Smith came.',
      restored: [{ type: 'NAME', start: 0, end: 10 }],
    },
    links: { self: '/v1/requests/x' },
    ...view,
  },
  side: undefined,
  seen: 'Mrs. [NAME_1_7K] came.',
  recorded: true,
  ...more,
});
const { outcome: _outcome, answer: _answer, ...open } = turn().view;
const held: Turn = { ...turn(), side: 'answer', view: { ...open, status: 'held', reasons: [] } };

describe('what a sample says against what happened', () => {
  it.each<[string, Partial<Expected>, Turn[]]>([
    ['the outcome', { ends: 'released' }, [turn()]],
    ['a text in the answer', { answerHas: ['Anna Smith'] }, [turn()]],
    ['a text that is not in the answer', { answerNeverHas: ['Berta'] }, [turn()]],
    ['a text that the model was not shown', { modelNeverSaw: ['Anna'] }, [turn()]],
    ['an unchanged text', { unchanged: true }, [turn({ seen: 'Mrs. Anna Smith came.' })]],
    ['the same placeholders', { samePlaceholders: true }, [turn(), turn()]],
    ['a hold on the answer', { ends: 'held', side: 'answer' }, [held]],
  ])('is content with %s', (_what, expected, turns) => {
    expect(differences(sample(expected), turns)).toEqual([]);
  });

  it.each<[string, Partial<Expected>, Turn[]]>([
    ['nothing was sent', {}, []],
    ['another outcome', { ends: 'held' }, [turn()]],
    ['another side', { ends: 'held', side: 'prompt' }, [{ ...held, seen: undefined }]],
    ['a reason that is missing', { ends: 'held', reasons: ['medication-dosage'] }, [held]],
    ['an answer without the name', { answerHas: ['Berta'] }, [turn()]],
    ['an answer with what it may not have', { answerNeverHas: ['Smith'] }, [turn()]],
    ['a model that saw the name', { modelNeverSaw: ['Anna'] }, [turn({ seen: 'Mrs. Anna came.' })]],
    [
      'a model that was asked',
      { ends: 'blocked', side: 'prompt' },
      [turn({ side: 'prompt' }, { outcome: 'blocked' })],
    ],
    ['a text that was changed', { unchanged: true }, [turn()]],
    ['another placeholder', { samePlaceholders: true }, [turn(), turn({ seen: 'Mrs. [NAME_2_QQ] came.' })]],
    ['an earlier turn that was held', {}, [held, turn()]],
  ])('says so: %s', (_what, expected, turns) => {
    const said = differences(sample(expected), turns);
    expect(said).toHaveLength(1);
    expect(said[0]).not.toMatch(/Anna|Smith|Berta/);
  });

  it('shows what went wrong in the table', () => {
    const row = { sample: sample({}), turns: [held], wrong: ['it should have been released'] };
    expect(cellsOf(row)[1]).toBe('held (answer)\nWRONG: it should have been released');
  });
});
