// SPDX-License-Identifier: Apache-2.0
import type { Api } from '../../api/client.ts';
import { askArchive } from '../../words/ask-archive.ts';
import { saveFile } from '../archive/save-file.ts';

export type Format = keyof typeof askArchive.formats;
/** The formats of a file, for a menu. */
export const formats = Object.entries(askArchive.formats).map(([id, text]) => ({ id, text }));

/** Hands the reader a whole answer as a file. @throws ApiProblem */
export async function exportAnswer(api: Api, queryId: string, format: Format): Promise<void> {
  const stream = await api.stream(`/v1/archive/queries/${queryId}/export`, { query: { format } });
  saveFile(`archive-query.${format}`, await new Response(stream).blob());
}
