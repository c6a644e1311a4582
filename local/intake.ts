// SPDX-License-Identifier: Apache-2.0
import type { Intake, WindowUse } from '../lambdas/ports.ts';

type Uses = Map<string, WindowUse>;
const none: WindowUse = { used: 0, asked: 0, requests: 0 };

/** What is taken in, counted in memory: one process serves everybody, and a restart begins a new window at worst. */
export function openIntake(charactersPerSecond: number): Intake {
  const windows = new Map<number, Uses>();
  const of = (window: number): Uses => {
    const uses = windows.get(window) ?? new Map<string, WindowUse>();
    windows.set(window, uses);
    for (const old of windows.keys()) if (old < window - 1) windows.delete(old);
    return uses;
  };
  return {
    charactersPerSecond,
    take: async (window, tenantId, characters) => {
      const uses = of(window);
      const { used, asked, requests } = uses.get(tenantId) ?? none;
      uses.set(tenantId, { used: used + characters, asked: asked + characters, requests: requests + 1 });
      return {
        now: Object.fromEntries(uses),
        before: Object.fromEntries(windows.get(window - 1) ?? []),
      };
    },
    giveBack: async (window, tenantId, characters) => {
      const uses = of(window);
      const { used, asked, requests } = uses.get(tenantId) ?? none;
      uses.set(tenantId, {
        used: Math.max(0, used - characters),
        asked,
        requests: Math.max(0, requests - 1),
      });
    },
  };
}

/**
 * The limit that `AIRLOCK_CHARACTERS_PER_SECOND` sets, if it does: nothing limits a laptop otherwise.
 * @throws Error with a sentence when it is no positive number
 */
export function intakeFrom(
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<{ intake?: Intake }> {
  const text = environment['AIRLOCK_CHARACTERS_PER_SECOND'];
  if (text === undefined || text === '') return {};
  const limit = Number(text);
  if (!Number.isFinite(limit) || limit <= 0)
    throw new Error('AIRLOCK_CHARACTERS_PER_SECOND must be a number above 0.');
  return { intake: openIntake(limit) };
}
