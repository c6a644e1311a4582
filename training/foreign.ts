// SPDX-License-Identifier: Apache-2.0
import { allLocales } from '@faker-js/faker';

/** Ordinary words of other languages and other letters, so that foreign writing alone makes no name. */
export const foreignWords: readonly string[] = [
  ...new Set(
    Object.values(allLocales).flatMap((locale) => {
      const listed = [
        locale.lorem?.word,
        locale.word?.noun,
        locale.word?.adjective,
        locale.word?.verb,
        locale.color?.human,
      ];
      return listed.flatMap((list): string[] => (Array.isArray(list) ? list : []));
    }),
  ),
].filter((word) => /[^ -~]/.test(word) && word.length < 20 && /^[\p{L}\p{M}]+$/u.test(word));
