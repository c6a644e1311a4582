// SPDX-License-Identifier: Apache-2.0
import type { CatalogueText } from './archive/rows.ts';
import { failureName } from './failures.ts';
import type { Ports } from './ports.ts';
import { recognizersAt, yearOf } from './recognizers/index.ts';
import { SealedSchema, unseal } from './records/sealed.ts';
import { slotsOf } from './records/slots.ts';
import { archiveKey, type Transcript } from './records/transcript.ts';
import { isClean, leftInSealed } from './screening/last-scan.ts';

type Needs = Pick<Ports, 'archive' | 'keys' | 'policies' | 'clock' | 'cases'>;

/**
 * The de-identified text of a case for the catalogue, which is the only place that has it in the clear: so it is
 * scanned once more, with the recognizers of today, and left out if they find anything.
 */
export async function textOfCase(ports: Needs, record: Transcript): Promise<CatalogueText> {
  if (record.sealed === undefined) return { state: 'none' };
  const policy = await ports.policies.byHash(record.policy.hash);
  if (!policy.archive.catalogueText) return { state: 'not-allowed' };
  let key: Uint8Array;
  try {
    key = await ports.keys.caseKey(record);
  } catch (thrown) {
    if (failureName(thrown) === 'KeyErased') return { state: 'erased' };
    throw thrown;
  }
  // What a scan found once stays out, whatever the recognizers of another day say.
  if ((await ports.cases.get(record))?.custody?.contained !== undefined) return { state: 'contained' };
  const object = await ports.archive.get(archiveKey('sealed', record));
  if (object === undefined) return { state: 'none' };
  const bytes = unseal(key, `sealed/${record.tenantId}/${record.caseId}`, object.bytes);
  const sealed = SealedSchema.parse(JSON.parse(bytes.toString()));
  const slots = sealed.prompt === undefined ? [] : slotsOf(sealed.prompt).map(({ text }) => text);
  const answer = sealed.answer?.answer.text;
  if (slots.length === 0) return { state: 'none' };
  const recognizers = recognizersAt(yearOf(ports.clock()));
  if (!isClean(leftInSealed(sealed, policy, recognizers))) return { state: 'contained' };
  return { state: 'kept', prompt: slots.join('\n\n'), ...(answer === undefined ? {} : { answer }) };
}
