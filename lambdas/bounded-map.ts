// SPDX-License-Identifier: Apache-2.0

/** A map of at most `limit` entries that forgets the one that was used longest ago. */
export interface BoundedMap<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): void;
  delete(key: Key): void;
  clear(): void;
  readonly size: number;
}

/** @param forget is told of every value that leaves the map: to overwrite keys, for instance. */
export function boundedMap<Key, Value>(
  limit: number,
  forget: (value: Value) => void = () => undefined,
): BoundedMap<Key, Value> {
  // A Map iterates in the order of insertion: the first entry is the one used longest ago.
  const entries = new Map<Key, Value>();
  const remove = (key: Key): void => {
    const value = entries.get(key);
    if (value === undefined) return;
    entries.delete(key);
    forget(value);
  };
  return {
    get: (key) => {
      const value = entries.get(key);
      if (value === undefined) return undefined;
      entries.delete(key);
      entries.set(key, value);
      return value;
    },
    set: (key, value) => {
      if (entries.get(key) !== value) remove(key);
      entries.set(key, value);
      for (const oldest of entries.size > limit ? entries.keys() : []) {
        remove(oldest);
        if (entries.size <= limit) break;
      }
    },
    delete: remove,
    clear: () => {
      for (const value of entries.values()) forget(value);
      entries.clear();
    },
    get size() {
      return entries.size;
    },
  };
}
