// SPDX-License-Identifier: Apache-2.0
import { contrast } from './contrast.ts';
import type { Grammar } from './grammar.ts';
import { letters } from './letters.ts';
import { money } from './money.ts';
import { notes } from './notes.ts';
import { prompts } from './prompts.ts';
import { world } from './world.ts';

export const grammars: readonly Grammar[] = [prompts, notes, letters, money, world, contrast];
