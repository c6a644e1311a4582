// SPDX-License-Identifier: Apache-2.0
import { geographies } from './regions.ts';
import type { ModelAccess } from './resources.ts';
import type { Settings } from './settings.ts';

const foundation = (region: string, id: string) => `arn:aws:bedrock:${region}::foundation-model/${id}`;

/**
 * What a role has to be granted to call the allowed models and no other. A model with a profile is called through it,
 * in any Region of its geography, and through nothing else.
 */
export function modelAccess(
  { models, region }: Pick<Settings, 'models' | 'region'>,
  account: string,
): ModelAccess[] {
  return models.flatMap(({ id, profile }): ModelAccess[] => {
    if (profile === undefined) return [{ on: [foundation(region, id)] }];
    const arn = `arn:aws:bedrock:${region}:${account}:inference-profile/${profile}.${id}`;
    return [{ on: [arn] }, { on: geographies[profile].map((each) => foundation(each, id)), profile: arn }];
  });
}

/** The id that a model is called by. */
export const modelId = ({ id, profile }: Settings['models'][number]): string =>
  profile === undefined ? id : `${profile}.${id}`;
