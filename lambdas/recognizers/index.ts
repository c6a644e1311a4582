// SPDX-License-Identifier: Apache-2.0
import type { Recognizer } from './recognizer.ts';

/** Every deterministic recognizer: an engine runs them all, always. */
export const recognizers: readonly Recognizer[] = [];
