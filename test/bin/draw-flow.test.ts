// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { drawFlow, flow } from '../../bin/draw-flow.ts';
import definition from '../../statemachines/airlock.asl.json' with { type: 'json' };
import { states, successors } from '../statemachines/graph.ts';

describe('the picture of the workflow', () => {
  it('is up to date: run npm run docs', () => {
    expect(flow()).toBe(readFileSync(new URL('../../docs/flow.svg', import.meta.url), 'utf8'));
  });

  it('has a box for every state, and an arrow for every way but those that the dots stand for', () => {
    const boxes = [...flow().matchAll(/<rect /g)];
    expect(boxes).toHaveLength(Object.keys(states).length);
    for (const name of Object.keys(states)) expect(flow()).toContain(`>${name}</text>`);
    const ways = Object.keys(states).flatMap((name) => successors(name).map((next) => [name, next]));
    const failures = Object.entries(states).flatMap(([name, state]) =>
      (state.Catch ?? []).filter((rule) => rule.Next === 'ArchiveRefusal').map(() => name),
    );
    expect([...flow().matchAll(/marker-end/g)]).toHaveLength(ways.length - new Set(failures).size);
  });

  it('refuses a state that has no place, and a place without a state', () => {
    const more = { ...definition, States: { ...definition.States, Extra: { Type: 'Succeed' } } };
    expect(() => drawFlow(more)).toThrow('Extra has no place');
    const { ReleaseAnswer: _released, ...fewer } = definition.States;
    expect(() => drawFlow({ ...definition, States: fewer })).toThrow('ReleaseAnswer');
  });
});
