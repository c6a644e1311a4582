// SPDX-License-Identifier: Apache-2.0
import type { FailState } from './definition.ts';
import { badValue, type Stage } from './stage.ts';
import type { Template } from './template.ts';

/** Ends the execution with the state's Error and Cause. */
export async function fail(stage: Stage, state: FailState): Promise<void> {
  const scope = stage.scope({ input: stage.input() });
  const text = async (template: Template | undefined, location: string): Promise<string | undefined> => {
    if (template === undefined) return undefined;
    const value = await template(scope);
    if (typeof value !== 'string') throw badValue(location, 'a string');
    return value;
  };
  const error = await text(state.error, 'Error');
  const cause = await text(state.cause, 'Cause');
  stage.journal.close('FAILED', {
    ...(error === undefined ? {} : { error }),
    ...(cause === undefined ? {} : { cause }),
  });
}
