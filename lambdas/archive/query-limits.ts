// SPDX-License-Identifier: Apache-2.0

/** What no query may exceed, whatever it asks for: rows and bytes of the answer as it is kept, milliseconds it runs. */
export const queryLimits = { rows: 100_000, bytes: 32 * 1024 * 1024, ms: 60_000 } as const;
export type QueryLimits = Readonly<Record<keyof typeof queryLimits, number>>;
