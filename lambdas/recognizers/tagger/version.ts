// SPDX-License-Identifier: Apache-2.0
import { sha256 } from '../../records/digest.ts';
import packed from './tagger.model.json' with { type: 'json' };

let known: string | undefined;

/** Which model the tagger has: the first 12 hex digits of the SHA-256 of its packed form. Worked out once. */
export const taggerVersion = (): string => (known ??= sha256(JSON.stringify(packed)).slice(0, 12));
