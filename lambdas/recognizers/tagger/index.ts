// SPDX-License-Identifier: Apache-2.0
import type { Recognizer } from '../recognizer.ts';
import { unpack } from './model.ts';
import { tag } from './tag.ts';
import packed from './tagger.model.json' with { type: 'json' };

const model = unpack(packed);

/** Names, places, facilities, organisations and professions in free text, by the model that `npm run train` makes. */
export const tagger: Recognizer = {
  name: 'tagger',
  types: ['NAME', 'FACILITY', 'PLACE', 'STREET', 'ORG', 'PROFESSION'],
  cites: '45 CFR 164.514(b)(2)(i)(A) and (B)',
  find: (text) => tag(model, text),
};
