// SPDX-License-Identifier: Apache-2.0

/** What an expression can read: `$states`, and the workflow's variables by their names. */
export type Scope = Readonly<Record<string, unknown>>;
