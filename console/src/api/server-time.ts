// SPDX-License-Identifier: Apache-2.0

/** How far the server's clock is ahead of this computer's, milliseconds. */
let ahead = 0;
/** The header counts seconds, and an answer takes its time: less than this says nothing. */
const tolerance = 3000;

/** The `Date` header of an answer. What ends at a moment of the server's ends then here too, however wrong this clock is. */
export function heardTime(header: string | null): void {
  const at = Date.parse(header ?? '');
  if (Number.isNaN(at)) return;
  const difference = at - Date.now();
  ahead = Math.abs(difference) < tolerance ? 0 : difference;
}

/** The server's time, milliseconds since 1970. */
export const serverNow = (): number => Date.now() + ahead;
