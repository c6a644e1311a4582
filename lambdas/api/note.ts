// SPDX-License-Identifier: Apache-2.0
import { putContent } from '../contents.ts';
import type { Ports } from '../ports.ts';
import { detect } from '../privacy/detect.ts';
import { recognizers } from '../recognizers/index.ts';
import type { Case } from '../records/case.ts';
import type { NoteContent } from '../records/content.ts';
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

/**
 * Keeps what a reviewer wrote about a case, if it names nobody: a note is archived with the record.
 * @returns its vault revision. @throws Problem identifier-in-note
 */
export async function keepNote(
  ports: Pick<Ports, 'vault' | 'randomBytes'>,
  item: Case,
  policy: Policy,
  by: string,
  text: string,
): Promise<string> {
  const content: NoteContent = { kind: 'note', by, text: cleanNote(policy, text) };
  return putContent(ports, { tenantId: item.tenantId, scope: item.caseId }, content, item.vaultUntil);
}
