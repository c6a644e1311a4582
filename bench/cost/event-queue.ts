// SPDX-License-Identifier: Apache-2.0

/** What is to happen, soonest first: a binary heap. Events of the same time keep no order. */
export function eventQueue<Event>() {
  const heap: { at: number; event: Event }[] = [];
  const before = (a: number, b: number) => (heap[a]?.at ?? Infinity) < (heap[b]?.at ?? Infinity);
  const swap = (a: number, b: number) => {
    const [left, right] = [heap[a], heap[b]];
    if (left !== undefined && right !== undefined) [heap[a], heap[b]] = [right, left];
  };
  return {
    add(at: number, event: Event) {
      let child = heap.push({ at, event }) - 1;
      for (let parent = (child - 1) >> 1; child > 0 && before(child, parent); parent = (child - 1) >> 1) {
        swap(child, parent);
        child = parent;
      }
    },
    next(): { at: number; event: Event } | undefined {
      const [first] = heap;
      const last = heap.pop();
      if (first === undefined || last === undefined || heap.length === 0) return first;
      heap[0] = last;
      for (let parent = 0; ;) {
        const left = 2 * parent + 1;
        const smallest = before(left + 1, left) ? left + 1 : left;
        if (!before(smallest, parent)) return first;
        swap(parent, smallest);
        parent = smallest;
      }
    },
  };
}
