// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { failureName } from '../failures.ts';
import type { CaseRef } from '../records/case.ts';
import { partsIn } from './catalogue/parts.ts';
import type { Connection } from './connection.ts';
import { objectClients } from './objects.ts';

const Detection = z.looseObject({
  count: z.number().optional(),
  occurrences: z
    .looseObject({ records: z.array(z.looseObject({ recordIndex: z.int().nonnegative() })).optional() })
    .optional(),
});
const EventSchema = z.looseObject({
  source: z.literal('aws.macie'),
  detail: z.looseObject({
    resourcesAffected: z.looseObject({
      s3Bucket: z.looseObject({ name: z.string() }),
      s3Object: z.looseObject({ key: z.string().max(1024) }),
    }),
    classificationDetails: z.looseObject({
      result: z.looseObject({
        sensitiveData: z.array(z.looseObject({ detections: z.array(Detection) })).optional(),
        customDataIdentifiers: z.looseObject({ detections: z.array(Detection).optional() }).optional(),
      }),
    }),
  }),
});
type Detected = z.infer<typeof Detection>;

/**
 * The cases that a finding of Macie's is about. In the catalogue a file holds many: Macie names at most fifteen places
 * of a kind, so unless every occurrence is located, all cases of the file that have text count as found. In the archive
 * a record is one case.
 * @throws Malformed for what is no finding; Throttled, Unavailable
 */
export function openFindings(connection: Connection, catalogueBucket: string) {
  const parts = partsIn(objectClients(connection), catalogueBucket, connection.backOff);

  async function inCatalogue(
    tenantId: string,
    key: string,
    detections: readonly Detected[],
  ): Promise<string[]> {
    // Only the table of cases has text.
    if (!key.startsWith('cases/')) return [];
    const { rows } = await parts.read(tenantId, key);
    const located = detections.map(({ count = 0, occurrences }) => ({
      all: (occurrences?.records?.length ?? 0) >= count && count > 0,
      at: (occurrences?.records ?? []).map(({ recordIndex }) => recordIndex),
    }));
    const whole = located.length === 0 || located.some(({ all }) => !all);
    const at = new Set(located.flatMap((each) => each.at));
    return rows
      .filter((row, index) => row['text_state'] === 'kept' && (whole || at.has(index)))
      .map((row) => String(row['case_id']));
  }

  return async (event: unknown): Promise<CaseRef[]> => {
    const { detail } = EventSchema.parse(event);
    const { s3Bucket, s3Object } = detail.resourcesAffected;
    const tenantId = /\/tenant=([^/]+)\//.exec(s3Object.key)?.[1];
    if (tenantId === undefined) return [];
    const { sensitiveData = [], customDataIdentifiers } = detail.classificationDetails.result;
    const detections = [
      ...sensitiveData.flatMap((each) => each.detections),
      ...(customDataIdentifiers?.detections ?? []),
    ];
    if (s3Bucket.name !== catalogueBucket) {
      const caseId = /^record\/.*\/([0-9a-f-]{36})\.json$/.exec(s3Object.key)?.[1];
      return caseId === undefined ? [] : [{ tenantId, caseId }];
    }
    try {
      return (await inCatalogue(tenantId, s3Object.key, detections)).map((caseId) => ({ tenantId, caseId }));
    } catch (thrown) {
      // Written anew since Macie looked: what is there now is looked at again.
      if (failureName(thrown) === 'NotFound') return [];
      throw thrown;
    }
  };
}
