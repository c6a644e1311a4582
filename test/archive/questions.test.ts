// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from '@jest/globals';
import parsers from 'node-sql-parser/build/athena.js';
import { askingOf } from '../../lambdas/archive/ask.ts';
import { parameterKinds, parametersSchema } from '../../lambdas/archive/parameters.ts';
import { type Question, questionNames, questionOf, questions } from '../../lambdas/archive/questions.ts';

const athena = new parsers.Parser();
const values = { from: '2026-05-01', to: '2026-05-31', day: '2026-05-04', who: 'rita', cases: ['x', 'y'] };
/** As Athena is given it, but for the question marks, which its parser does not know. */
const forAthena = (name: (typeof questionNames)[number]) => {
  const { parameters, sql }: Question = questions[name];
  const given = Object.fromEntries(
    Object.keys(parameters).map((each) => [each, values[each as keyof typeof values]]),
  );
  const asking = askingOf(sql, 'clinic', given);
  let at = 0;
  return asking.sql.replaceAll('?', () => `'${asking.values[at++] ?? ''}'`);
};

describe('every question', () => {
  it.each(questionNames)('%s can be read in Athena’s dialect, as one SELECT', (name) => {
    const read = athena.astify(forAthena(name), { database: 'athena' });
    expect(Array.isArray(read) ? read : [read]).toEqual([expect.objectContaining({ type: 'select' })]);
  });

  it.each(questionNames)('%s says what it asks, and labels what it needs', (name) => {
    const { title, asks, parameters, sql }: Question = questions[name];
    expect(title.length).toBeGreaterThan(3);
    expect(asks).toMatch(/\.$/);
    for (const [each, { kind, label }] of Object.entries(parameters)) {
      expect(Object.keys(parameterKinds)).toContain(kind);
      expect(label).not.toBe('');
      expect(sql).toContain(`:${each}`);
    }
    // Nothing else is bound, and an order is said: the same rows come in the same order everywhere.
    const named = new Set([...sql.matchAll(/:([a-z]+)/g)].map(([, each]) => each));
    expect([...named].sort()).toEqual(Object.keys(parameters).sort());
    expect(sql).toContain('ORDER BY');
  });

  it('is found by its name, and by nothing of Object’s', () => {
    expect(questionOf('outcomes')).toBe(questions.outcomes);
    for (const name of ['constructor', '__proto__', 'Outcomes', '']) expect(questionOf(name)).toBeUndefined();
  });
});

describe('the parameters of a question', () => {
  const id = '0197a1b2-c3d4-7abc-8def-0123456789ab';
  it.each([
    ['day', '2026-05-04', '2026-05-04'],
    ['day', '2026-02-30', undefined],
    ['day', "2026-05-04' OR '1'='1", undefined],
    ['day', '', undefined],
    ['person', "o'brien", "o'brien"],
    ['person', '', undefined],
    ['person', 'x'.repeat(129), undefined],
    ['cases', ` ${id}  ${id} `, [id, id]],
    ['cases', `${id} everything`, undefined],
    ['cases', ' ', undefined],
    ['cases', `${id} `.repeat(201), undefined],
  ] as const)('may be as %s: %j', (kind, given, wanted) => {
    const parsed = parametersSchema({ one: { kind, label: 'One' } }).safeParse({ one: given });
    expect(parsed.data?.['one']).toEqual(wanted);
  });

  it('are all of them, and no others', () => {
    const schema = parametersSchema(questions.outcomes.parameters);
    expect(schema.safeParse({ from: '2026-05-01' }).success).toBe(false);
    expect(schema.safeParse({ from: '2026-05-01', to: '2026-05-02', tenant: '12' }).success).toBe(false);
  });
});
