// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { Failure } from '../failures.ts';
import type { Ports } from '../ports.ts';
import { SealedSchema, unseal as open } from '../records/sealed.ts';
import { archiveKey } from '../records/transcript.ts';
import { gatherSealed } from '../steps/gather-sealed.ts';
import { type Archived, archivedCase, recordEvent } from './archived-case.ts';
import { asked, custodyOperation, doneBody, DoneSchema, eventOf } from './custody-operation.ts';
import { Problem } from './problems.ts';
import { decideTogether } from './two-people.ts';

/** What is in quarantine of a case: nothing was sealed because of an identifier, and nobody has closed that review. @throws Problem not-found */
async function quarantined(ports: Ports, { item }: Archived): Promise<z.infer<typeof SealedSchema>> {
  const contained = item.custody?.contained;
  if (contained?.by !== 'last-scan' || contained.review !== undefined) throw new Problem('not-found');
  const content = await gatherSealed(ports, item, false);
  if (content.request === undefined && content.prompt === undefined) throw new Problem('not-found');
  return content;
}

/** What is sealed of a case, or quarantined. @throws Problem not-found where nothing is, erased */
async function opened(ports: Ports, archived: Archived): Promise<z.infer<typeof SealedSchema>> {
  const { item } = archived;
  const object = await ports.archive.get(archiveKey('sealed', item));
  if (object === undefined) return quarantined(ports, archived);
  const key = await ports.keys.caseKey(item);
  try {
    const bytes = open(key, `sealed/${item.tenantId}/${item.caseId}`, object.bytes);
    return SealedSchema.parse(JSON.parse(bytes.toString()));
  } catch {
    // Without a cause: it could quote what was sealed.
    throw new Failure('ArchiveMismatch');
  }
}

/** POST …/unseal */
export const unsealCase = custodyOperation({
  id: 'unsealCase',
  action: 'unseal',
  method: 'POST',
  path: 'unseal',
  summary:
    'Open what is sealed of a case: request, identities, answer, edits. Takes two officers, every time.',
  description: 'The content, for whoever confirmed. It is recorded before it is shown, and not to be cached.',
  done: DoneSchema.extend({ content: z.record(z.string(), z.unknown()) }),
  handle: async (ports, principal, caseId, body) => {
    const archived = await archivedCase(ports, principal, caseId);
    const decided = await decideTogether(ports, archived, { action: 'unseal', by: principal.subject, body });
    if ('asked' in decided) return asked(decided.asked);
    const content = await opened(ports, archived);
    await recordEvent(ports, archived, eventOf('unsealed', decided.done, decided.text));
    return { status: 200, body: { ...doneBody(decided.done), content } };
  },
});
