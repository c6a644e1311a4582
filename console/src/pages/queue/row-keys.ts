// SPDX-License-Identifier: Apache-2.0
import type { Keys } from '../../frame/use-keys.ts';

type Acts = Readonly<{
  open: (caseId: string, decision?: string) => void;
  claim: (caseId: string) => void;
}>;

/** Keys of the queue. The row that has the focus is the one they are about; `j` and `k` move the focus. */
export function rowKeys(tableId: string, { open, claim }: Acts): Keys {
  const rows = () => [...document.querySelectorAll<HTMLElement>(`#${tableId} [data-case]`)];
  const current = () =>
    rows().findIndex((row) => row.closest('tr')?.contains(document.activeElement) === true);
  const move = (by: 1 | -1) => () => {
    const all = rows();
    const at = current();
    const to = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by));
    all[to]?.querySelector('a')?.focus();
  };
  const onCurrent = (act: (caseId: string) => void) => () => {
    const caseId = rows()[current()]?.dataset['case'];
    if (caseId !== undefined) act(caseId);
  };
  return {
    j: move(1),
    k: move(-1),
    c: onCurrent(claim),
    a: onCurrent((caseId) => open(caseId, 'approve')),
    e: onCurrent((caseId) => open(caseId, 'edit')),
    r: onCurrent((caseId) => open(caseId, 'reject')),
  };
}
