// SPDX-License-Identifier: Apache-2.0
import { conversationScope, getContent, putContent } from '../contents.ts';
import { failureName } from '../failures.ts';
import type { Ports } from '../ports.ts';
import { containsOriginal } from '../privacy/contains-original.ts';
import { detect } from '../privacy/detect.ts';
import { recognizers } from '../recognizers/index.ts';
import type { Case } from '../records/case.ts';
import type { NoteContent } from '../records/content.ts';
import { IdentityMapSchema } from '../records/identity.ts';
import { operatorFor, type Policy } from '../records/policy.ts';
import { cleanText } from './clean-text.ts';
import { Problem } from './problems.ts';

/**
 * A text of a reviewer or an officer that is about to be archived, if it names nobody.
 * @throws Problem identifier-in-note
 */
export function cleanNote(policy: Policy, text: string): string {
  const clean = cleanText(text).text;
  const { findings, complete, failed } = detect(clean, {
    recognizers,
    threshold: policy.detection.prompt.threshold,
  });
  const named = findings.some((finding) => operatorFor(policy, finding.type) !== 'keep');
  if (named || !complete || failed.length > 0) throw new Problem('identifier-in-note');
  return clean;
}

type Needs = Pick<Ports, 'vault' | 'cases' | 'randomBytes' | 'detectMedical'>;

/** Whether a text repeats what was taken out of this conversation: a value somebody revealed, say. */
async function repeats(ports: Needs, item: Case, text: string): Promise<boolean> {
  const conversation = await ports.cases.conversation(item);
  if (conversation?.identities === undefined) return false;
  const ref = { ...conversationScope(item), revision: conversation.identities };
  try {
    return containsOriginal(text, await getContent(ports, ref, IdentityMapSchema)).length > 0;
  } catch (thrown) {
    // Forgotten or erased: nothing is left to repeat.
    if (failureName(thrown) === 'NotFound') return false;
    throw thrown;
  }
}

/** What the medical detector makes of it, where the policy has prompts looked at by one. */
async function medicallyNamed(ports: Needs, policy: Policy, text: string): Promise<boolean> {
  const { medical, threshold } = policy.detection.prompt;
  if (ports.detectMedical === undefined || medical === 'never') return false;
  const findings = await ports.detectMedical(text);
  return findings.some(
    (finding) => finding.score >= threshold && operatorFor(policy, finding.type) !== 'keep',
  );
}

/**
 * What a reviewer wrote about a case, if it names nobody: looked at like a prompt before it is kept.
 * @throws Problem identifier-in-note; Unavailable, Throttled when a detector does not answer: then nothing is kept
 */
export async function scannedNote(ports: Needs, item: Case, policy: Policy, text: string): Promise<string> {
  const clean = cleanNote(policy, text);
  if ((await repeats(ports, item, clean)) || (await medicallyNamed(ports, policy, clean)))
    throw new Problem('identifier-in-note');
  return clean;
}

/**
 * Keeps what a reviewer wrote about a case: a note is archived with the record.
 * @returns its vault revision. @throws Problem identifier-in-note
 */
export async function keepNote(
  ports: Needs,
  item: Case,
  policy: Policy,
  by: string,
  text: string,
): Promise<string> {
  const content: NoteContent = { kind: 'note', by, text: await scannedNote(ports, item, policy, text) };
  return putContent(ports, { tenantId: item.tenantId, scope: item.caseId }, content, item.vaultUntil);
}
