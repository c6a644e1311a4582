// SPDX-License-Identifier: Apache-2.0
import type { PromptCheck } from './check.ts';
import { credential } from './credential.ts';
import { denied } from './denied.ts';
import { documentInstruction, hiddenMarkupInMessage } from './document-instruction.ts';
import { encodedPayload } from './encoded-payload.ts';
import { gibberish } from './gibberish.ts';
import { harmfulRequest } from './harmful-request.ts';
import { hiddenText } from './hidden-text.ts';
import { instructionOverride } from './instruction-override.ts';
import { language } from './language.ts';
import { manyShot } from './many-shot.ts';
import { overlong } from './overlong.ts';
import { promptExtraction } from './prompt-extraction.ts';
import { repetition } from './repetition.ts';
import { rolePlay } from './role-play.ts';

/** Every check of a prompt. The order is the order of reasons. */
export const promptChecks: readonly PromptCheck[] = [
  instructionOverride,
  rolePlay,
  promptExtraction,
  encodedPayload,
  hiddenText,
  gibberish,
  manyShot,
  repetition,
  overlong,
  harmfulRequest,
  documentInstruction,
  hiddenMarkupInMessage,
  credential,
  denied,
  language,
];
