// SPDX-License-Identifier: Apache-2.0

// Letters of ASCII index an array, which is several times quicker than a map; the others are rare.
type Node = { next: (Node | undefined)[]; beyond: Map<number, Node>; whole: number[]; stem: number[] };

const leaf = (): Node => ({ next: [], beyond: new Map(), whole: [], stem: [] });
const after = (node: Node, code: number) => (code < 128 ? node.next[code] : node.beyond.get(code));
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
      let next = after(node, code);
      if (next === undefined) {
        next = leaf();
        if (code < 128) node.next[code] = next;
        else node.beyond.set(code, next);
      }
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
      const next = after(node, code);
      if (next === undefined) return found ?? nothing;
      node = next;
      index += code > 0xffff ? 2 : 1;
      if (node.stem.length > 0) found = found === undefined ? node.stem : [...found, ...node.stem];
    }
    if (node.whole.length === 0) return found ?? nothing;
    return found === undefined ? node.whole : [...found, ...node.whole];
  }
}
