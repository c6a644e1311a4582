// SPDX-License-Identifier: Apache-2.0

/** The definition cannot run: every problem, each with its JSON path (`$.States.Deidentify.Retry[0]…`). */
export class InvalidDefinition extends Error {
  override readonly name = 'InvalidDefinition';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(['the definition cannot run:', ...problems.map(({ at, what }) => `  ${at} ${what}`)].join('\n'));
    this.problems = problems;
  }
}

export type Problem = Readonly<{
  /** JSON path from the definition's root, `$`. */
  at: string;
  what: string;
}>;

/** Collects problems, so that a reader learns of all of them at once. */
export class Problems {
  readonly found: Problem[] = [];

  add(at: string, what: string): void {
    this.found.push({ at, what });
  }
}
