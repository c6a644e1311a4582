// SPDX-License-Identifier: Apache-2.0

/**
 * Tells whether a word has one of many endings and at least `before` letters in front of it. Every ending has three
 * letters or more: the last three decide at once for almost every word.
 */
export function endsIn(endings: readonly string[], before: number): (word: string) => boolean {
  const byLastThree = new Map<string, string[]>();
  for (const ending of endings) {
    const key = ending.slice(-3);
    byLastThree.set(key, [...(byLastThree.get(key) ?? []), ending]);
  }
  return (word) =>
    byLastThree
      .get(word.slice(-3))
      ?.some((ending) => word.length >= ending.length + before && word.endsWith(ending)) ?? false;
}
