// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { getContent } from '../contents.ts';
import type { Ports } from '../ports.ts';
import type { Case } from '../records/case.ts';
import {
  type PromptContent,
  PromptContentSchema,
  type ScanContent,
  ScanContentSchema,
} from '../records/content.ts';
import { type Finding, FindingSchema } from '../records/finding.ts';
import { ScreeningContentSchema } from '../records/content.ts';
import type { Assessment } from '../records/guardrail.ts';
import type { ReasonCode } from '../records/reason.ts';
import type { Review } from '../records/review.ts';
import { slotsOf } from '../records/slots.ts';
import type { Reason } from '../records/verdict.ts';

export const ShownTextSchema = z.strictObject({
  kind: z.enum(['user', 'assistant', 'title', 'document', 'answer', 'reasoning', 'tool-call']),
  /** De-identified. Masked stretches have the length of what they hide, so that offsets hold. */
  text: z.string(),
  /** The whole text is masked, because its detection was not complete. */
  masked: z.boolean(),
  /** Offsets are UTF-16 code units of `text`. */
  findings: z.array(FindingSchema),
});
export type ShownText = z.infer<typeof ShownTextSchema>;

const maskUnit = '█';
/** With one of these an identifier may stand anywhere in the text. */
const incomplete: readonly ReasonCode[] = [
  'detector-unavailable',
  'detection-incomplete',
  'language-not-covered',
  'dropped-value',
];
/** What these point at is an identifier that is still in the text. */
const pointAtIdentifiers: readonly ReasonCode[] = ['residual-identifier', 'original-value'];

const maskAll = (text: string): string => text.replaceAll(/[^\r\n]/g, maskUnit);

/** Hides stretches, unit for unit. */
function maskStretches(text: string, stretches: readonly { start: number; end: number }[]): string {
  let result = text;
  for (const { start, end } of stretches)
    result =
      result.slice(0, start) +
      maskUnit.repeat(Math.max(0, Math.min(end, text.length) - start)) +
      result.slice(end);
  return result;
}

const shown = (
  kind: ShownText['kind'],
  text: string,
  masked: boolean,
  findings: readonly Finding[] = [],
): ShownText => ({
  kind,
  text: masked ? maskAll(text) : text,
  masked,
  findings: [...findings],
});

/** The texts of a prompt, one a slot (records/slots.ts): findings and evidence count them alike. */
const promptTexts = (prompt: PromptContent, masked: boolean): ShownText[] =>
  slotsOf(prompt).map((slot, index) =>
    shown(slot.kind === 'message' ? slot.role : slot.part, slot.text, masked, prompt.findings[index]),
  );

/** The answer first (evidence points into it), then what else the model wrote. */
function answerTexts(scan: ScanContent, masked: boolean): ShownText[] {
  const { text, reasoning, toolCalls } = scan.answer;
  const pointed = scan.verdict.reasons
    .filter((reason) => pointAtIdentifiers.includes(reason.code))
    .flatMap((reason) => reason.evidence);
  const answer = maskStretches(text, [...pointed.filter((each) => each.slot === 0), ...scan.findings]);
  // Nothing says where in these an identifier stands: an unclean answer hides them whole.
  const hideRest = masked || pointed.length > 0 || scan.findings.length > 0;
  return [
    shown('answer', answer, masked, scan.findings),
    ...(reasoning === undefined ? [] : [shown('reasoning', reasoning, hideRest)]),
    ...toolCalls.map((call) => shown('tool-call', `${call.name} ${call.arguments}`, hideRest)),
  ];
}

export type Shown = Readonly<{
  /** What is under review. */
  texts: readonly ShownText[];
  /** For an answer: the prompt it answers. */
  context: readonly ShownText[];
  /** The reasons with their evidence: `slot` is a position in `texts`. */
  reasons: readonly Reason[];
  prompt: PromptContent;
  scan?: ScanContent;
  guardrail: readonly Assessment[];
}>;

const touches = (codes: readonly ReasonCode[]) => codes.some((code) => incomplete.includes(code));

/** What a reviewer is shown of a review's revision: de-identified text only. @throws NotFound, Malformed */
export async function shownTexts(ports: Pick<Ports, 'vault'>, item: Case, review: Review): Promise<Shown> {
  const scope = { tenantId: item.tenantId, scope: item.caseId };
  const readPrompt = (revision: string) => getContent(ports, { ...scope, revision }, PromptContentSchema);
  if (review.side === 'prompt') {
    const prompt = await readPrompt(review.revision);
    const masked = !prompt.complete || touches(review.reasons);
    const screening =
      item.screening === undefined
        ? undefined
        : await getContent(ports, { ...scope, revision: item.screening }, ScreeningContentSchema);
    // A screening of another revision says nothing about this one.
    const own = screening?.prompt === review.revision ? screening : undefined;
    const reasons = own?.verdict.reasons ?? review.reasons.map((code) => ({ code, evidence: [] }));
    return {
      texts: promptTexts(prompt, masked),
      context: [],
      reasons,
      prompt,
      guardrail: own?.guardrail ?? [],
    };
  }
  const scan = await getContent(ports, { ...scope, revision: review.revision }, ScanContentSchema);
  const prompt = await readPrompt(scan.prompt);
  return {
    texts: answerTexts(scan, touches(review.reasons)),
    context: promptTexts(prompt, !prompt.complete),
    reasons: scan.verdict.reasons,
    prompt,
    scan,
    guardrail: scan.guardrail ?? [],
  };
}
