// SPDX-License-Identifier: Apache-2.0

type Node = { next: Map<number, Node>; whole: number[]; stem: number[] };

const leaf = (): Node => ({ next: new Map(), whole: [], stem: [] });
const nothing: readonly number[] = [];

/** Word classes of a phrase table, as a tree of letters: one walk over a word finds every class it is in. */
export class WordClasses {
  private readonly root = leaf();
  private readonly known = new Map<string, number>();

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
    let node = this.root;
    for (const letter of word.replace('*', '')) {
      const code = letter.codePointAt(0) ?? 0;
      let next = node.next.get(code);
      if (next === undefined) node.next.set(code, (next = leaf()));
      node = next;
    }
    (word.endsWith('*') ? node.stem : node.whole).push(id);
  }

  /** The classes that hold a word. */
  holding(word: string): readonly number[] {
    let node = this.root;
    let found: number[] | undefined;
    for (let index = 0; index < word.length;) {
      const code = word.codePointAt(index) ?? 0;
      const next = node.next.get(code);
      if (next === undefined) return found ?? nothing;
      node = next;
      index += code > 0xffff ? 2 : 1;
      if (node.stem.length > 0) found = found === undefined ? node.stem : [...found, ...node.stem];
    }
    if (node.whole.length === 0) return found ?? nothing;
    return found === undefined ? node.whole : [...found, ...node.whole];
  }
}
