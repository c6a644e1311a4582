// SPDX-License-Identifier: Apache-2.0
import { getContent, putContent } from '../contents.ts';
import type { Ports } from '../ports.ts';
import {
  type AnswerContent,
  type EditedPrompt,
  PromptContentSchema,
  ScanContentSchema,
} from '../records/content.ts';
import { cleanPrompt, cleanText } from './clean-text.ts';
import type { DecisionBody, Edit } from './decision-body.ts';
import type { Reviewed } from './review-case.ts';

type Needs = Pick<Ports, 'vault' | 'randomBytes'>;

/** An edit as a vault object of its own; what may never be stored is dropped before that. */
async function keepEdit(ports: Needs, item: Reviewed, edit: Edit, by: string): Promise<string> {
  const scope = { tenantId: item.tenantId, scope: item.caseId };
  if (edit.side === 'prompt') {
    const { messages, documents } = cleanPrompt(edit.prompt);
    const content: EditedPrompt = { kind: 'edited-prompt', messages, documents, by };
    return putContent(ports, scope, content, item.vaultUntil);
  }
  const scan = await getContent(ports, { ...scope, revision: item.review.revision }, ScanContentSchema);
  // The reviewer's text takes the place of everything the model wrote: nothing else of it may be delivered.
  const { model, usage } = scan.answer;
  const content: AnswerContent = {
    kind: 'answer',
    answer: { text: cleanText(edit.text).text, stopReason: 'end', toolCalls: [], model, usage },
    prompt: scan.prompt,
    editedBy: by,
  };
  return putContent(ports, scope, content, item.vaultUntil);
}

/** Where a `retry` starts again: what the shown revision was made from. */
async function sourceOf(ports: Needs, item: Reviewed): Promise<string> {
  const { side, revision } = item.review;
  const ref = { tenantId: item.tenantId, scope: item.caseId, revision };
  const schema = side === 'prompt' ? PromptContentSchema : ScanContentSchema;
  return (await getContent(ports, ref, schema)).source;
}

/** The revision that the workflow goes on from after a decision. */
export async function resultingRevision(
  ports: Needs,
  item: Reviewed,
  decision: DecisionBody['decision'],
  edit: Edit | undefined,
  by: string,
): Promise<string> {
  if (edit !== undefined) return keepEdit(ports, item, edit, by);
  return decision === 'retry' ? sourceOf(ports, item) : item.review.revision;
}
