// SPDX-License-Identifier: Apache-2.0
import { credential } from './credential.ts';
import { cvv } from './cvv.ts';
import { magstripe } from './magstripe.ts';
import { password } from './password.ts';
import { pin } from './pin.ts';
import type { Recognizer } from './recognizer.ts';

/**
 * The recognizers of what may never be stored. A list of its own: what is taken out of a text before its first write is
 * looked for without the others and without the tagger, which some functions would bring along for nothing else.
 */
export const secrets: readonly Recognizer[] = [cvv, pin, password, magstripe, credential];
