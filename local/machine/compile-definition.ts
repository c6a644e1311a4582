// SPDX-License-Identifier: Apache-2.0
import { longestSeconds } from './compile-seconds.ts';
import { compileState } from './compile-state.ts';
import type { Compiling } from './compiling.ts';
import type { Definition, State } from './definition.ts';
import { isFields, numberField, onlyKnown } from './fields.ts';
import { InvalidDefinition, Problems } from './problems.ts';
import type { Sources } from './sources.ts';

/** A Standard execution may last a year. */
const year = 31_536_000;

/**
 * Checks and compiles a definition in the Amazon States Language, JSONata only, placeholders already replaced.
 * @throws InvalidDefinition with every problem found: an unknown field, type or value, an expression that Step Functions
 * refuses, a Next without a state, a state that nothing reaches, a function that the machine does not have.
 */
export function compileDefinition(
  value: unknown,
  functions: ReadonlySet<string>,
  sources: Sources,
  problems = new Problems(),
): Definition {
  const states = new Map<string, State>();
  let startAt = '';
  let timeoutSeconds = year;
  if (!isFields(value)) problems.add('$', 'must be an object');
  else {
    onlyKnown(value, 'machine', '$', problems);
    if (value['QueryLanguage'] === undefined) problems.add('$.QueryLanguage', 'must be JSONata');
    if (value['Version'] !== undefined && value['Version'] !== '1.0')
      problems.add('$.Version', 'must be 1.0');
    timeoutSeconds = numberField(
      value,
      'TimeoutSeconds',
      { least: 1, most: longestSeconds, integer: true, otherwise: year },
      '$',
      problems,
    );
    if (typeof value['StartAt'] === 'string') startAt = value['StartAt'];
    else problems.add('$.StartAt', 'must be the name of a state');
    if (!isFields(value['States'])) problems.add('$.States', 'must be an object');
    else {
      const with_: Compiling = { problems, sources, functions };
      for (const [name, fields] of Object.entries(value['States'])) {
        const at = `$.States.${name}`;
        if (name === '' || name.length > 80) problems.add(at, 'must have a name of 1 to 80 characters');
        if (!isFields(fields)) problems.add(at, 'must be an object');
        else {
          const state = compileState(name, fields, at, with_);
          if (state !== undefined) states.set(name, state);
        }
      }
      checkTransitions(startAt, states, new Set(Object.keys(value['States'])), problems);
    }
  }
  if (problems.found.length > 0) throw new InvalidDefinition(problems.found);
  return { startAt, timeoutSeconds, states };
}

/** Every state that a state can hand over to, with the JSON path of where it says so. */
export function transitions(state: State): [target: string, at: string][] {
  const here = `$.States.${state.name}`;
  const found: [string, string][] = [];
  if (state.type === 'Succeed' || state.type === 'Fail') return found;
  if (state.next !== undefined)
    found.push([state.next, `${here}.${state.type === 'Choice' ? 'Default' : 'Next'}`]);
  if (state.type === 'Choice')
    state.choices.forEach((rule, at) => found.push([rule.next, `${here}.Choices[${at}].Next`]));
  if (state.type === 'Task')
    state.catch.forEach((catcher, at) => found.push([catcher.next, `${here}.Catch[${at}].Next`]));
  return found;
}

function checkTransitions(
  startAt: string,
  states: ReadonlyMap<string, State>,
  names: ReadonlySet<string>,
  problems: Problems,
): void {
  if (startAt !== '' && !names.has(startAt)) problems.add('$.StartAt', `names ${startAt}, which is no state`);
  for (const state of states.values())
    for (const [target, at] of transitions(state))
      if (target !== '' && !names.has(target)) problems.add(at, `names ${target}, which is no state`);
  // With a state or a target missing, what is reachable cannot be told.
  if (problems.found.length > 0) return;
  const reached = new Set([startAt]);
  for (const name of reached) {
    const state = states.get(name);
    if (state !== undefined) for (const [target] of transitions(state)) reached.add(target);
  }
  for (const name of names)
    if (!reached.has(name)) problems.add(`$.States.${name}`, 'is reached from nowhere');
}
