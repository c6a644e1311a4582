// SPDX-License-Identifier: Apache-2.0
import { Failure } from '../failures.ts';
import type { Models } from '../ports.ts';

/**
 * The models that a deployment allows, under the ids that policies have: where it calls `anthropic.claude-…` by an
 * inference profile, `us.anthropic.claude-…` is what is called, and what the answer names.
 */
export function allowedModels({ serves, converse }: Models, allowed: readonly string[]): Models {
  const called = (id: string): string | undefined =>
    allowed.find((each) => each === id) ?? allowed.find((each) => id !== '' && each.endsWith(`.${id}`));
  return {
    serves: (id) => {
      const known = called(id);
      return known !== undefined && serves(known);
    },
    converse: async (call) => {
      const modelId = called(call.modelId);
      if (modelId === undefined) throw new Failure('NoModel');
      return converse({ ...call, modelId });
    },
  };
}
