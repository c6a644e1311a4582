// SPDX-License-Identifier: Apache-2.0
import type { Models } from '../lambdas/ports.ts';

/** One model and the name that policies know it by. */
export type Model = Readonly<{ id: string; converse: Models['converse'] }>;
