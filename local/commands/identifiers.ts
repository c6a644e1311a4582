// SPDX-License-Identifier: Apache-2.0
import { searchKinds } from '../../lambdas/privacy/person-terms.ts';
import { UsageError } from './usage-error.ts';

/** How a person is named to a command, for its description. */
export const identified = `Reads lines such as "name: …" from a file or standard input: ${searchKinds.join(', ')}.`;

/** Lines of `kind: value`. They come from a file or a pipe: a command line would keep them in its history. */
export function identifiersIn(text: string): { kind: string; value: string }[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) throw new UsageError('Nothing to look for: a line each, such as "name: …".');
  return lines.map((line, index) => {
    const [, kind = '', value = ''] = /^\s*([a-z]+)\s*:\s*(\S.*)$/.exec(line.trimEnd()) ?? [];
    if (!(searchKinds as readonly string[]).includes(kind))
      throw new UsageError(`Line ${index + 1} must begin with one of ${searchKinds.join(', ')} and a colon.`);
    return { kind, value };
  });
}
