// SPDX-License-Identifier: Apache-2.0
import type { TestAirlock } from '../airlock.ts';

export type Hangs = Readonly<{
  /** A call was made that will never return. */
  hung: () => void;
  /** Resolves when nothing moves any more, but for a function that hangs: only the clock can end that. */
  settle: (airlock: TestAirlock, caseId: string) => Promise<void>;
}>;

/**
 * Tells a function that hangs from one that is at work, however slow the machine is. There is one case, so one function runs at a time,
 * and while it hangs nothing is added to the case's history.
 */
export function watchHangs(): Hangs {
  let tell: () => void = () => undefined;
  let hung = false;
  let lastThen: number | undefined;
  return {
    hung: () => {
      [hung, lastThen] = [true, undefined];
      tell();
    },
    settle: async ({ machine }, caseId) => {
      for (;;) {
        // Whatever is due has begun.
        await machine.idle({ exceptRunning: true });
        const last = machine.history(caseId, { limit: 1, reverse: true }).events[0]?.id;
        if (hung) lastThen ??= last;
        hung = hung && last === lastThen;
        if (hung) return;
        const again = new Promise<false>((resolve) => {
          tell = () => resolve(false);
        });
        if (await Promise.race([machine.idle().then(() => true), again])) return;
      }
    },
  };
}
