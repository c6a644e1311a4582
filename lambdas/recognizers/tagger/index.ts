// SPDX-License-Identifier: Apache-2.0
import type { Recognizer } from '../recognizer.ts';
import { type Model, unpack } from './model.ts';
import { tag } from './tag.ts';
import packed from './tagger.model.json' with { type: 'json' };

let unpacked: Model | undefined;
const model = (): Model => (unpacked ??= unpack(packed));

/**
 * Unpacks the model, which takes a tenth of a second and 9 MB, before it is first needed: for a function that starts. A
 * process whose scans are done elsewhere never needs it.
 */
export function prepareTagger(): void {
  model();
}

/** Names, places, facilities, organisations and professions in free text, by the model that `npm run train` makes. */
export const tagger: Recognizer = {
  name: 'tagger',
  types: ['NAME', 'FACILITY', 'PLACE', 'STREET', 'ORG', 'PROFESSION'],
  cites: '45 CFR 164.514(b)(2)(i)(A) and (B)',
  find: (text) => tag(model(), text),
};
