// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { Failure } from '../lambdas/failures.ts';
import type { Models } from '../lambdas/ports.ts';
import { compatibleModel } from './compatible.ts';
import type { Model } from './model.ts';
import { standIn } from './stand-in.ts';

export type ModelEnvironment = Readonly<
  Partial<Record<'AIRLOCK_MODEL' | 'AIRLOCK_MODEL_URL' | 'AIRLOCK_MODEL_NAME' | 'AIRLOCK_MODEL_KEY', string>>
>;

/** The models of one deployment, by the ids of policies. */
export function modelsOf(models: readonly Model[]): Models {
  const byId = new Map(models.map((model) => [model.id, model]));
  return {
    serves: (modelId) => byId.has(modelId),
    converse: async (call) => {
      const model = byId.get(call.modelId);
      if (model === undefined) throw new Failure('NoModel');
      return model.converse(call);
    },
  };
}

/**
 * What `AIRLOCK_MODEL` asks for: `stand-in` (the default), `compatible` (the default where `AIRLOCK_MODEL_URL` is
 * set) or `bedrock`. One of them: a policy's order of preference must not lead past the one that was asked for.
 * @throws Error with a sentence for the terminal
 */
export async function modelsFromEnvironment(environment: ModelEnvironment): Promise<Models> {
  const { AIRLOCK_MODEL_URL: url } = environment;
  const choice = environment.AIRLOCK_MODEL ?? (url === undefined ? 'stand-in' : 'compatible');
  if (choice === 'stand-in') return modelsOf([standIn]);
  if (choice === 'bedrock') return bedrock();
  if (choice !== 'compatible') throw new Error('AIRLOCK_MODEL must be stand-in, compatible or bedrock.');
  if (url === undefined)
    throw new Error(
      'AIRLOCK_MODEL=compatible needs AIRLOCK_MODEL_URL, for instance http://127.0.0.1:11434/v1.',
    );
  return modelsOf([
    compatibleModel({
      url,
      ...(environment.AIRLOCK_MODEL_NAME === undefined ? {} : { name: environment.AIRLOCK_MODEL_NAME }),
      ...(environment.AIRLOCK_MODEL_KEY === undefined ? {} : { key: environment.AIRLOCK_MODEL_KEY }),
    }),
  ]);
}

/** The AWS adapter, where it is part of this build: nothing of AWS is loaded unless it is asked for. */
async function bedrock(): Promise<Models> {
  const adapter = new URL('../lambdas/aws/models.ts', import.meta.url);
  if (!existsSync(adapter))
    throw new Error('AIRLOCK_MODEL=bedrock needs lambdas/aws/models.ts, which this build does not have.');
  const loaded = (await import(adapter.href)) as { openModels?: () => Models };
  if (loaded.openModels === undefined)
    throw new Error('AIRLOCK_MODEL=bedrock needs openModels() in lambdas/aws/models.ts.');
  return loaded.openModels();
}
