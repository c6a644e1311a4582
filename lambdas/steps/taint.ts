// SPDX-License-Identifier: Apache-2.0
import { changeCase, keepContent } from '../change.ts';
import { putContent } from '../contents.ts';
import type { Ports } from '../ports.ts';
import { dropNeverStored } from '../privacy/drop-never-stored.ts';
import type { Case, CaseRef } from '../records/case.ts';
import type { EditedPrompt, RequestContent } from '../records/content.ts';
import type { Finding } from '../records/finding.ts';
import { allowedOperators } from '../records/operator.ts';

/** Whether a finding is of a type that may never be stored (PCI DSS 3.3: sensitive authentication data). */
export const neverStored = (finding: Finding): boolean =>
  allowedOperators[finding.type].length === 1 && allowedOperators[finding.type][0] === 'drop';

/**
 * A value that the door should have dropped was found only now: everything the vault holds of the case goes,
 * a cleaned copy of the text takes its place, and nothing of this case may ever be sealed.
 * @returns the case as it is then, and the revision of the cleaned copy.
 */
export async function forget(
  ports: Ports,
  before: CaseRef,
  source: RequestContent | EditedPrompt,
): Promise<Readonly<{ item: Case; revision: string }>> {
  const item = await changeCase(ports, before, (now) =>
    now.tainted ? undefined : { ...now, tainted: true },
  );
  const scope = { tenantId: item.tenantId, scope: item.caseId };
  await ports.vault.purge(scope);
  const clean = (text: string) => dropNeverStored(text).text;
  const cleaned = {
    ...source,
    messages: source.messages.map((message) => ({ ...message, content: clean(message.content) })),
    documents: source.documents.map((document) => ({
      ...(document.title === undefined ? {} : { title: clean(document.title) }),
      content: clean(document.content),
    })),
  };
  const revision =
    source.kind === 'request'
      ? await keepContent(ports, item, cleaned, (now, made) => ({ ...now, request: made }))
      : await putContent(ports, scope, cleaned, item.vaultUntil);
  return { item, revision };
}
