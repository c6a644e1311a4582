// SPDX-License-Identifier: Apache-2.0

/** Why a query of compliance's own is refused. `needs` is what the person reads: constants, never their text. */
export const sqlRefusals = {
  'too-long': 'is longer than 20,000 characters',
  'too-deep': 'is nested too deeply',
  syntax: 'cannot be read here',
  'not-a-select': 'must be one SELECT',
  'unknown-table': 'is not a table of the catalogue',
  'unknown-column': 'is not a column of the catalogue, nor a name of this query',
  'unknown-function': 'is not a function that may be used here',
  'wrong-arguments': 'does not take these arguments',
  'unknown-type': 'is not a type that may be used here',
  'name-taken': 'is a name that the catalogue or this query has already',
} as const;
export type SqlRefusal = keyof typeof sqlRefusals;

/** A refused query: why, and where in its text (UTF-16 code units). Quotes nothing of it. */
export class SqlRefused extends Error {
  override readonly name = 'SqlRefused';
  readonly why: SqlRefusal;
  readonly position: number;

  constructor(why: SqlRefusal, position: number) {
    super(sqlRefusals[why]);
    this.why = why;
    this.position = position;
  }
}
