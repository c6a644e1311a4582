// SPDX-License-Identifier: Apache-2.0

/** Runs work of one name one after the other, and of different names at the same time. */
export type Turn = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;

export function inTurn(): Turn {
  const last = new Map<string, Promise<unknown>>();
  return async (name, work) => {
    const mine = (last.get(name) ?? Promise.resolve()).then(work, work);
    last.set(name, mine);
    try {
      return await mine;
    } finally {
      if (last.get(name) === mine) last.delete(name);
    }
  };
}
