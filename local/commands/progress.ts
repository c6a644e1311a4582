// SPDX-License-Identifier: Apache-2.0

/** As much of a stream to a terminal as a progress line needs. */
export type Terminal = Readonly<{ isTTY?: boolean; write: (text: string) => unknown }>;

/** Says how far something is, in one line that is written over. Says nothing where stderr is no terminal. */
export function sayProgress(text: string, errors: Terminal = process.stderr): void {
  if (errors.isTTY === true) errors.write(`\r${text}\x1b[K`);
}

/** Takes the line away again. */
export const clearProgress = (errors: Terminal = process.stderr): void => sayProgress('', errors);

/** Says what is waited for, and for how long, until it is there. */
export async function whileWaiting<Result>(
  what: string,
  work: Promise<Result>,
  errors: Terminal = process.stderr,
): Promise<Result> {
  const since = performance.now();
  const say = () => {
    const seconds = Math.round((performance.now() - since) / 1000);
    sayProgress(seconds === 0 ? `${what} …` : `${what}, ${seconds} s …`, errors);
  };
  say();
  const timer = setInterval(say, 1000);
  try {
    return await work;
  } finally {
    clearInterval(timer);
    clearProgress(errors);
  }
}
