// SPDX-License-Identifier: Apache-2.0
import type { Custody } from '../../../../lambdas/records/custody.ts';
import type { Transcript } from '../../../../lambdas/records/transcript.ts';

/** What GET /v1/archive/cases/{caseId} answers. */
export type ArchivedCase = Readonly<{
  record: Transcript;
  retention: Readonly<{ mode: 'GOVERNANCE' | 'COMPLIANCE'; until: string; legalHold: boolean }>;
  custody?: Custody;
}>;

/** An instant of a record, milliseconds since 1970, as the rest of the console has it. */
export const iso = (instant: number): string => new Date(instant).toISOString();
