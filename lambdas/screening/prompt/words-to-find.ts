// SPDX-License-Identifier: Apache-2.0

/**
 * Words that attackers disguise because checks look for them: "1gn0re", "ig nore", "i g n o r e", "ingore".
 * Ordinary words one letter away from one of these are not in danger of being read as it: a phrase needs several.
 */
export const wordsToFind: ReadonlySet<string> = new Set([
  'ignore',
  'ignores',
  'disregard',
  'forget',
  'override',
  'bypass',
  'previous',
  'preceding',
  'instruction',
  'instructions',
  'instruct',
  'guideline',
  'guidelines',
  'restriction',
  'restrictions',
  'unrestricted',
  'unfiltered',
  'uncensored',
  'jailbreak',
  'system',
  'prompt',
  'prompts',
  'developer',
  'assistant',
  'password',
  'secret',
  'everything',
  'directives',
  'reveal',
  'pretend',
  'confidential',
  'malware',
  'exploit',
  'ransomware',
  'keylogger',
  'explosive',
  'methamphetamine',
  'bomb',
]);

/** Words too short or too common to be looked for by themselves, but telling beside one of those above. */
export const littleWords: ReadonlySet<string> = new Set(
  'all the and your you my me any above prior rules tell show what is are now act as no not are before ethics policy user'.split(
    ' ',
  ),
);

/** The longest of all these words that a string of letters has at an offset, or nothing. */
export function longestWord(letters: string, at: number): string {
  for (let length = 16; length >= 2; length -= 1) {
    const word = letters.slice(at, at + length);
    if (word.length === length && (wordsToFind.has(word) || littleWords.has(word))) return word;
  }
  return '';
}
