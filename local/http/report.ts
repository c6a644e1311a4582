// SPDX-License-Identifier: Apache-2.0
import type { Report } from '../../lambdas/api/serve.ts';

const frame = /^\s{0,16}at .{1,400}$/;

/** Where a thing was thrown, without its message: that may quote what was sent. */
function framesOf(thrown: unknown): string[] {
  if (!(thrown instanceof Error)) return [];
  const lines = (thrown.stack ?? '').split('\n');
  return lines.filter((line) => frame.test(line)).slice(0, 8);
}

/** Names, places and ids of what went wrong inside; never a message. */
export const reportTo =
  (write: (line: string) => void): Report =>
  (id, thrown) => {
    const name = thrown instanceof Error ? thrown.name : typeof thrown;
    const known = /^[A-Za-z][\w.]{0,99}$/.test(name) ? name : 'Error';
    write([`error ${id} ${known}`, ...framesOf(thrown)].join('\n'));
  };
