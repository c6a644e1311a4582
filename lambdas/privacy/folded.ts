// SPDX-License-Identifier: Apache-2.0
import { legible } from './normalise.ts';

/** Lower case without accents, for comparing words of names; what is legible already. */
export const folded = (text: string): string => {
  const lower = text.toLowerCase();
  return /\P{ASCII}/u.test(lower) ? lower.normalize('NFKD').replaceAll(/\p{M}/gu, '') : lower;
};

/** The same for a value as somebody wrote it, which may be disguised. */
export const plainName = (text: string): string => folded(legible(text)).replaceAll('`', "'");
