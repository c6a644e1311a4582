// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { Failure } from '../../failures.ts';

/** Where a page of an answer begins: how many rows came before it, and what Athena calls the place. */
export type Place = Readonly<{ row: number; token?: string | undefined }>;
const PlaceSchema = z.tuple([z.int().positive(), z.string().min(1).max(1024)]);

/** Opaque to callers: base64url. */
export const writePlace = ({ row, token }: Place): string =>
  Buffer.from(JSON.stringify([row, token])).toString('base64url');

/** @throws InvalidInput for what `writePlace` did not make */
export function readPlace(text: string | undefined): Place {
  if (text === undefined) return { row: 0 };
  try {
    const [row, token] = PlaceSchema.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return { row, token };
  } catch {
    // Without a cause: JSON.parse quotes its input.
    throw new Failure('InvalidInput');
  }
}
