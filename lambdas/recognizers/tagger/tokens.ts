// SPDX-License-Identifier: Apache-2.0

/** How a token is written. */
export const shapes = {
  blank: 0,
  line: 1,
  lower: 2,
  capitalised: 3,
  upper: 4,
  initial: 5,
  mixed: 6,
  uncased: 7,
  digits: 8,
  symbol: 9,
} as const;

/** Tokens of a piece of text as parallel arrays; offsets are UTF-16 code units of the whole text. */
export type Tokens = {
  count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly shape: Uint8Array;
  /** 1 where white space stands before the token. */
  readonly apart: Uint8Array;
  /** FNV-1a of the token in lower case, of its first three characters and of its last two, three and four. */
  readonly word: Int32Array;
  readonly prefix: Int32Array;
  readonly suffix2: Int32Array;
  readonly suffix3: Int32Array;
  readonly suffix4: Int32Array;
};

/** Room for `size` tokens. */
export const roomFor = (size: number): Tokens => ({
  count: 0,
  start: new Int32Array(size),
  end: new Int32Array(size),
  shape: new Uint8Array(size),
  apart: new Uint8Array(size),
  word: new Int32Array(size),
  prefix: new Int32Array(size),
  suffix2: new Int32Array(size),
  suffix3: new Int32Array(size),
  suffix4: new Int32Array(size),
});
