// SPDX-License-Identifier: Apache-2.0
import type { Swept } from '../lambdas/steps/sweep.ts';

const some = (count: number, one: string, more: string): string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : more}`];

/** What a sweep could not do, for the log: counts only. Undefined for nothing. */
export function troubleOf({ failed, unreadable }: Pick<Swept, 'failed' | 'unreadable'>): string | undefined {
  const parts = [
    ...some(failed, 'case could not be brought to its end', 'cases could not be brought to their end'),
    ...some(unreadable, 'row could not be read', 'rows could not be read'),
  ];
  return parts.length === 0 ? undefined : `sweep: ${parts.join(', ')}; it tries again every half minute.`;
}

/** Says what is new of it: the same trouble again and again is one line. */
export function tellTrouble(log: (line: string) => void): (swept: Swept) => void {
  let told: string | undefined;
  return (swept) => {
    const trouble = troubleOf(swept);
    if (trouble !== undefined && trouble !== told) log(trouble);
    told = trouble;
  };
}
