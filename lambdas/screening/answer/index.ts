// SPDX-License-Identifier: Apache-2.0
import { activeContent } from './active-content.ts';
import { placeholderDamaged, placeholderMisplaced, placeholderUnknown, restoreUnsafe } from './anomalies.ts';
import { answerEmpty } from './answer-empty.ts';
import { answerLanguage } from './answer-language.ts';
import { answerRefused } from './answer-refused.ts';
import type { AnswerCheck } from './check.ts';
import { creditAdvice } from './credit-advice.ts';
import { deniedTopic, deniedWord } from './denied.ts';
import { diagnosisStatement } from './diagnosis-statement.ts';
import { droppedValue } from './dropped-value.ts';
import { hiddenText } from './hidden-text.ts';
import { investmentAdvice } from './investment-advice.ts';
import { medicationDosage } from './medication-dosage.ts';
import { originalValue } from './original-value.ts';
import { promise } from './promise.ts';
import { reasoningContent } from './reasoning-content.ts';
import { residualIdentifier, uncertainDetection } from './residual-identifier.ts';
import { selfHarm } from './self-harm.ts';
import { spanishChecks } from './spanish.ts';
import { answerTruncated, unknownStopReason } from './stop-reason.ts';
import { systemPromptLeak } from './system-prompt-leak.ts';
import { taxAdvice } from './tax-advice.ts';
import { toolCall } from './tool-call.ts';
import { ungrounded } from './ungrounded.ts';
import { unsafeLink } from './unsafe-link.ts';

/** Every check of an answer: all of them run, always, over every text of it. */
export const answerChecks: readonly AnswerCheck[] = [
  residualIdentifier,
  uncertainDetection,
  droppedValue,
  originalValue,
  placeholderUnknown,
  placeholderDamaged,
  placeholderMisplaced,
  restoreUnsafe,
  unsafeLink,
  activeContent,
  systemPromptLeak,
  hiddenText,
  answerLanguage,
  unknownStopReason,
  answerTruncated,
  answerRefused,
  answerEmpty,
  reasoningContent,
  toolCall,
  deniedWord,
  deniedTopic,
  medicationDosage,
  diagnosisStatement,
  investmentAdvice,
  creditAdvice,
  taxAdvice,
  promise,
  selfHarm,
  ungrounded,
  ...spanishChecks,
];
