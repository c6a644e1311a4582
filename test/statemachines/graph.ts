// SPDX-License-Identifier: Apache-2.0
import definition from '../../statemachines/airlock.asl.json' with { type: 'json' };

type State = {
  Type: string;
  Next?: string;
  Default?: string;
  Choices?: { Next: string }[];
  Catch?: { Next: string; ErrorEquals: string[] }[];
};
export const states = definition.States as unknown as Record<string, State>;
export const start = definition.StartAt;

/** Every state that may come after a state: by Next, by choice, by default, by catch. */
export const successors = (name: string): string[] => {
  const state = states[name]!;
  const all = [
    state.Next,
    state.Default,
    ...(state.Choices ?? []).map((rule) => rule.Next),
    ...(state.Catch ?? []).map((rule) => rule.Next),
  ];
  return [...new Set(all.filter((next) => next !== undefined))];
};

/** States reachable from the start without passing through `without`. */
export function reachable(without?: string, next: (name: string) => string[] = successors): Set<string> {
  const seen = new Set<string>();
  const open = start === without ? [] : [start];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    open.push(...next(name).filter((each) => each !== without));
  }
  return seen;
}

/** A dominates B when every way from the start to B leads through A (Prosser 1959): without A, B is out of reach. */
export const dominates = (a: string, b: string, next: (name: string) => string[] = successors): boolean =>
  reachable(undefined, next).has(b) && !reachable(a, next).has(b);
