// SPDX-License-Identifier: Apache-2.0
import { detect } from '../../privacy/detect.ts';
import { findPlaceholders } from '../../privacy/find-placeholders.ts';
import { withoutImpersonal } from '../../privacy/impersonal.ts';
import { restore, type Restored } from '../../privacy/restore.ts';
import { isTitleOnly } from '../../privacy/titles.ts';
import type { Recognizer } from '../../recognizers/recognizer.ts';
import type { ModelAnswer } from '../../records/answer.ts';
import type { Finding } from '../../records/finding.ts';
import type { IdentityMap } from '../../records/identity.ts';
import type { Policy } from '../../records/policy.ts';
import type { Anomaly } from './check.ts';

/** The texts of an answer: 0 its text, 1 its reasoning, then one for each tool call. */
export const textsOf = ({ text, reasoning = '', toolCalls }: ModelAnswer): readonly string[] => [
  text,
  reasoning,
  ...toolCalls.map((call) => `${call.name}\n${call.arguments}`),
];

/** What the detectors say about the texts once valid placeholders are covered up. */
export type AnswerDetection = Readonly<{
  findings: readonly (readonly Finding[])[];
  /** Below the policy's threshold. */
  uncertain: readonly (readonly Finding[])[];
  complete: boolean;
  failed: readonly string[];
}>;

/** As long as what it covers, so that offsets stay, and nothing a detector would read as part of a name. */
const covering = (length: number) => (length < 2 ? ' '.repeat(length) : `[${' '.repeat(length - 2)}]`);

const withoutPlaceholders = (text: string, map: IdentityMap): string => {
  let result = '';
  let read = 0;
  for (const { start, end } of findPlaceholders(text, map)) {
    result += text.slice(read, start) + covering(end - start);
    read = end;
  }
  return result + text.slice(read);
};

/** Whether nothing but titles stands between here and what is in brackets: "Prof.| Dr. [NAME_1_7K]", "Mr.| and Mrs. [NAME_1_7K]". */
function leadsToName(text: string, from: number): boolean {
  const between = /^[^[]{0,24}(?=\[)/.exec(text.slice(from, from + 25))?.[0];
  return between !== undefined && isTitleOnly(between.replaceAll(/\band\b|&/g, ' '));
}

type Detecting = Readonly<{ map: IdentityMap; policy: Policy; recognizers: readonly Recognizer[] }>;

/** Runs every recognizer over every text. Placeholders, right or wrong, are judged elsewhere and covered here. */
export function detectIn(
  texts: readonly string[],
  {
    map,
    policy,
    recognizers,
  }: Readonly<{ map: IdentityMap; policy: Policy; recognizers: readonly Recognizer[] }>,
): AnswerDetection {
  const all = texts.map((text) =>
    detect(withoutPlaceholders(text, map), { recognizers, threshold: policy.detection.answer.threshold }),
  );
  const outside = (text: string) => (finding: Finding) => {
    const found = text.slice(finding.start, finding.end);
    // A title stays in the text before the placeholder of a name, and is nobody's by itself.
    const isTitle = finding.type === 'NAME' && isTitleOnly(found) && leadsToName(text, finding.end);
    return /[\p{L}\p{N}]/u.test(found) && !isTitle;
  };
  return {
    findings: all.map((each, index) => each.findings.filter(outside(texts[index] ?? ''))),
    uncertain: all.map((each) => each.uncertain),
    complete: all.every((each) => each.complete),
    failed: [...new Set(all.flatMap((each) => each.failed))],
  };
}

/**
 * Tells whether the recognizers find a given text in others, of a prompt: what stands there because the prompt is about
 * nobody does not count. They run when first asked, and once.
 */
export function findsIn(texts: readonly string[], detecting: Detecting): (text: string) => boolean {
  let found: ReadonlySet<string> | undefined;
  return (text) => {
    if (found === undefined) {
      const { findings } = detectIn(texts, detecting);
      const slots = texts.map((each, index) => ({ text: each, findings: findings[index] ?? [] }));
      found = new Set(
        withoutImpersonal(slots, detecting.map).flatMap((slot) =>
          slot.findings.map(({ start, end }) => slot.text.slice(start, end)),
        ),
      );
    }
    return found.has(text);
  };
}

/** Puts the identities back into the text, dry. In reasoning and tool calls nothing is put back: only judged. */
export function restoreDry(
  texts: readonly string[],
  map: IdentityMap,
): Readonly<{ restored: Restored; anomalies: readonly (readonly Anomaly[])[] }> {
  const restored = restore(texts[0] ?? '', map);
  const elsewhere = texts.slice(1).map((text, index) =>
    findPlaceholders(text, map).flatMap(({ start, end, status }): Anomaly[] => {
      if (status === 'unknown') return [{ code: 'placeholder-unknown', start, end }];
      if (status === 'damaged') return [{ code: 'placeholder-damaged', start, end }];
      // Slot 1 is the reasoning; whatever comes after it is a tool call.
      return index === 0 ? [] : [{ code: 'placeholder-misplaced', start, end }];
    }),
  );
  return { restored, anomalies: [restored.anomalies, ...elsewhere] };
}
