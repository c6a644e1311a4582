// SPDX-License-Identifier: Apache-2.0

const nothing: readonly number[] = [];
/** A node and a letter as one number: small for ASCII, which nearly all letters are, so that the map finds them quickly. */
const step = (node: number, code: number): number =>
  code < 128 ? node * 128 + code : -(node * 0x110000 + code);

/**
 * Word classes of a phrase table, as a tree of letters: one walk over a word finds every class it is in. The nodes are
 * numbers and their letters one map: an object and an array for each took twenty megabytes.
 */
export class WordClasses {
  private readonly known = new Map<string, number>();
  private readonly next = new Map<number, number>();
  /** Of each node: the classes that have this word whole, and those that have it with any ending. */
  private readonly whole: (number[] | undefined)[] = [undefined];
  private readonly stem: (number[] | undefined)[] = [undefined];

  /** The number of the class with these alternatives: `a|b*`, where `*` is any ending. */
  of(alternatives: string): number {
    const known = this.known.get(alternatives);
    if (known !== undefined) return known;
    const id = this.known.size;
    this.known.set(alternatives, id);
    for (const word of alternatives.split('|')) this.add(word, id);
    return id;
  }

  private add(word: string, id: number): void {
    let node = 0;
    for (const letter of word.replace('*', '')) {
      const key = step(node, letter.codePointAt(0) ?? 0);
      let next = this.next.get(key);
      if (next === undefined) {
        next = this.whole.push(undefined) - 1;
        this.stem.push(undefined);
        this.next.set(key, next);
      }
      node = next;
    }
    const ends = word.endsWith('*') ? this.stem : this.whole;
    ends[node] = [...(ends[node] ?? []), id];
  }

  /** The classes that hold a word. */
  holding(word: string): readonly number[] {
    let node = 0;
    let found: number[] | undefined;
    for (let index = 0; index < word.length;) {
      const code = word.codePointAt(index) ?? 0;
      const next = this.next.get(step(node, code));
      if (next === undefined) return found ?? nothing;
      node = next;
      index += code > 0xffff ? 2 : 1;
      const stem = this.stem[node];
      if (stem !== undefined) found = found === undefined ? stem : [...found, ...stem];
    }
    const whole = this.whole[node];
    if (whole === undefined) return found ?? nothing;
    return found === undefined ? whole : [...found, ...whole];
  }
}
